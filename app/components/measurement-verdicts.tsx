import { type Column, DataTable } from "#app/components/data-table.tsx";
import { comparatorSign, formatNumber, formatPercent, formatQuantity } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import { windowWords } from "#app/components/window-words.ts";
import type { HeldRequirement, MeasurementPage } from "#app/domain/measurement/measurement-page.ts";
import type { Verdict } from "#app/domain/measurement/verdict.ts";
import type { Translate } from "#app/i18n/translate.ts";

interface Row {
  readonly held: HeldRequirement;
  readonly window: Verdict;
  readonly first: boolean;
}

/** Each requirement that call records can decide, window by window, with its reason and its fraction. */
export function MeasurementVerdicts({ verdicts, traps }: Pick<MeasurementPage, "verdicts" | "traps">) {
  const t = useTranslate();
  const rows = verdicts.flatMap((held): Row[] =>
    held.windows.map((window, index) => ({ held, window, first: index === 0 })),
  );
  if (rows.length === 0) return null;
  const warningsOf = ({ requirement: { id } }: HeldRequirement, { window }: Verdict): number =>
    traps.filter(({ subject, month }) => subject === id && month === window).length;
  const unit = ({ held }: Row): string => t(`measurement.unit.${held.requirement.unit}`);
  const columns: Column<Row>[] = [
    {
      id: "requirement",
      head: t("measurement.requirement"),
      cell: ({ held, first }) =>
        first ? (
          <RequirementCell held={held} />
        ) : (
          <span className="text-ink-quiet text-sm">{held.requirement.id}</span>
        ),
    },
    { id: "window", head: t("measurement.window"), cell: ({ window }) => windowWords(t, window.window) },
    {
      id: "verdict",
      head: t("measurement.verdict"),
      cell: ({ held, window }) => (
        <>
          <VerdictMark verdict={window.verdict === "no_data" ? "no-data" : window.verdict} />
          <span className="block text-ink-quiet text-sm">{reasonWords(t, window)}</span>
          <Warned count={warningsOf(held, window)} />
        </>
      ),
    },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: (row) =>
        row.window.value === null
          ? "–"
          : formatQuantity(row.window.value, unit(row), t.language, { maxDecimals: 4 }),
    },
    {
      id: "threshold",
      head: t("measurement.threshold"),
      numeric: true,
      cell: (row) =>
        `${comparatorSign(row.window.comparator)} ${formatQuantity(row.window.threshold, unit(row), t.language)}`,
    },
    {
      id: "fraction",
      head: `${t("measurement.numerator")} / ${t("measurement.denominator")}`,
      numeric: true,
      cell: ({ window }) =>
        `${formatNumber(String(window.numerator), t.language)} / ${formatNumber(String(window.denominator), t.language)}`,
    },
    {
      id: "coverage",
      head: t("measurement.coverage"),
      numeric: true,
      cell: ({ window }) =>
        window.coverage === null ? "–" : formatPercent(window.coverage, t.language, { maxDecimals: 2 }),
    },
  ];
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts" className="mb-3 text-xl">
        {t("measurement.verdicts")}
      </h2>
      <DataTable
        caption={t("measurement.verdicts")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ held, window }) => `${held.requirement.id} ${window.window}`}
      />
    </section>
  );
}

/** A level that is kept may still hide something: the way to what speaks against it. */
function Warned({ count }: { count: number }) {
  const t = useTranslate();
  if (count === 0) return null;
  return (
    <a href="#traps" className="text-sm">
      {t("measurement.warned", { count })}
    </a>
  );
}

/** What was promised, how its windows come together, and what the records cannot take account of. */
function RequirementCell({ held: { requirement, hidden } }: { held: HeldRequirement }) {
  const t = useTranslate();
  const { id, level, title, aggregation, k, evidence, confidence, unapplied } = requirement;
  const ways = [
    t(`measurement.aggregation.${aggregation}`, { k: k ?? "" }),
    evidence === "census"
      ? t("measurement.census")
      : t("measurement.sample", { confidence: formatPercent(String(100 * Number(confidence)), t.language) }),
  ];
  return (
    <>
      <span id={id} className="flex flex-wrap sm:min-w-40 items-center gap-2">
        <LevelLabel level={level} /> {id} {title[t.language]}
      </span>
      <span className="mt-1 block text-ink-quiet text-sm">
        {ways.join(", ")}
        {hidden > 0 && `. ${t("measurement.hiddenWindows", { count: hidden })}`}
      </span>
      {unapplied.length > 0 && (
        <span className="block text-ink-quiet text-sm">
          {t("measurement.unapplied", { exclusions: unapplied.map((each) => each[t.language]).join(", ") })}
        </span>
      )}
    </>
  );
}

function reasonWords(t: Translate, { reason, numerator, denominator }: Verdict): string {
  return reason.endsWith("_windows")
    ? t("measurement.reason.windows", { verified: numerator, count: denominator })
    : t.named(`measurement.reason.${reason}`);
}
