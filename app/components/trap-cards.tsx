import { formatMonth } from "#app/components/format.ts";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Text } from "#app/domain/language.ts";

export interface TrapCard {
  readonly id: string;
  readonly severity: "high" | "medium" | "low";
  readonly name: Text | null;
  /** What it is about, besides the month: a system, a requirement. */
  readonly subject: string | null;
  readonly month: string | null;
  /** The evidence in one sentence. */
  readonly message: string;
}

const tones = { high: "danger", medium: "warning", low: "neutral" } as const;

/** Traps as cards with their evidence, or the word that there are none. */
export function TrapCards({ traps }: { readonly traps: readonly TrapCard[] }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="traps">
      <h2 id="traps" className="mb-3 text-xl">
        {t("measurement.traps")}
      </h2>
      {traps.length === 0 && <p>{t("measurement.trapsNone")}</p>}
      <ul className="grid gap-4 md:grid-cols-2">
        {traps.map((trap) => (
          <li
            key={`${trap.id} ${trap.subject} ${trap.month}`}
            className="rounded-md border border-line bg-surface p-4"
          >
            <p className="mb-1 flex flex-wrap items-center gap-2 text-sm">
              {trap.severity !== "low" && (
                <Tag tone={tones[trap.severity]}>{t(`measurement.severity.${trap.severity}`)}</Tag>
              )}
              <span className="text-ink-quiet">
                {[trap.id, trap.subject, trap.month && formatMonth(trap.month, t.language)]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
            </p>
            {trap.name && <h3 className="font-semibold">{trap.name[t.language]}</h3>}
            <p className="mt-1">{trap.message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
