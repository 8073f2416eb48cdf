import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { windowWords } from "#app/components/window-words.ts";
import type { Text } from "#app/domain/language.ts";

export interface TrapCard {
  readonly id: string;
  readonly severity: "high" | "medium" | "low";
  readonly name: Text | null;
  /** What the trap is, for whom it is new. */
  readonly about: Text | null;
  /** What it is about, besides the month: a system, a requirement. */
  readonly subject: string | null;
  /** A month, or a day or year of a report. */
  readonly month: string | null;
  /** The evidence in one sentence. */
  readonly message: string;
}

const gravest = ["high", "medium", "low"] as const;
const tones = { high: "danger", medium: "warning", low: "neutral" } as const;

/** Traps as cards with their evidence, the gravest first, or the word that there are none. */
export function TrapCards({ traps }: { readonly traps: readonly TrapCard[] }) {
  const t = useTranslate();
  const ranked = traps.toSorted((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity));
  return (
    <section aria-labelledby="traps">
      <h2 id="traps" className="mb-3 text-xl">
        {t("measurement.traps")}
      </h2>
      {traps.length === 0 && <p>{t("measurement.trapsNone")}</p>}
      <ul className="grid gap-4 md:grid-cols-2">
        {ranked.map((trap) => (
          <li
            key={`${trap.id} ${trap.subject} ${trap.month}`}
            className="kept-together rounded-md border border-line bg-surface p-4"
          >
            <p className="mb-1 flex flex-wrap items-center gap-2 text-sm">
              {trap.severity !== "low" && (
                <Tag tone={tones[trap.severity]}>{t(`measurement.severity.${trap.severity}`)}</Tag>
              )}
              <span className="text-ink-quiet">
                {[trap.id, trap.subject, trap.month && windowWords(t, trap.month)]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
            </p>
            {trap.name && <h3 className="font-semibold">{trap.name[t.language]}</h3>}
            <p className="mt-1">{trap.message}</p>
            {trap.about && <p className="mt-1 text-ink-quiet text-sm">{trap.about[t.language]}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
