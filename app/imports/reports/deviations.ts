import { absolute, compare, divide, fraction, isZero, subtract } from "#app/domain/money/fraction.ts";
import { callsAboveChance, type Deviations, deviationPercent } from "#app/domain/reports/deviations.ts";
import { decimalFraction } from "#app/domain/reports/report-figure.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { grouped, mostCalls, neededDecimal, neededPeriod } from "#app/imports/reports/report-cells.ts";

/** Outcomes beside their references, of numbers of calls. What the cause was is not kept, only whether it is stated. */
export const deviations: RecordKind<Deviations> = {
  columns: [
    { name: "period", needed: true, aliases: ["vecka", "week", "månad", "month", "datum", "date"] },
    { name: "metric", aliases: ["mått", "measure"] },
    { name: "value", needed: true, aliases: ["utfall", "värde", "outcome"] },
    { name: "reference", needed: true, aliases: ["referens"] },
    { name: "cause", needed: true, aliases: ["orsak"] },
  ],
  tells: (columns) => ["value", "reference", "cause"].every((column) => columns.has(column)),
  template: `vecka;mått;utfall;referens;orsak
2025-W10;samtal;1890;1760;influensa
2025-W11;samtal;1740;1755;
`,
  read(cells) {
    const compared = cells.rows.flatMap((row) => readDeviation(cells, row) ?? []);
    const periods = grouped(compared, ({ period }) => [period]).map((of) => {
      const large = of.filter(({ deviates }) => deviates);
      const within = large.filter(({ reference }) => Number(reference) < callsAboveChance);
      const references = within.map(({ reference }) => reference).sort((a, b) => Number(a) - Number(b));
      return {
        period: of[0]?.period ?? "",
        compared: of.length,
        deviations: large.length,
        explained: large.filter(({ explained }) => explained).length,
        withinChance: within.length,
        smallestReference: references[0] ?? null,
      };
    });
    return { periods };
  },
};

function readDeviation(cells: Cells, row: Row) {
  const period = neededPeriod(cells, row, "period");
  const value = neededDecimal(cells, row, "value", mostCalls);
  const reference = neededDecimal(cells, row, "reference", mostCalls);
  if (period === null || value === null || reference === null) return null;
  const base = decimalFraction(reference);
  if (isZero(base)) {
    cells.fault("cell_above_zero", row, "reference", { value: reference });
    return null;
  }
  const share = absolute(divide(subtract(decimalFraction(value), base), base));
  const deviates = compare(share, fraction(BigInt(deviationPercent), 100n)) >= 0;
  return { period, reference, deviates, explained: cells.text(row, "cause") !== null };
}
