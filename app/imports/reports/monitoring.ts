import { compare } from "#app/domain/money/fraction.ts";
import type { Monitoring } from "#app/domain/reports/monitoring.ts";
import { decimalFraction, exactProduct, exactSum } from "#app/domain/reports/report-figure.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { grouped, hasColumn, neededDecimal, neededPeriod } from "#app/imports/reports/report-cells.ts";

const mostPoints = 1000;

/** Assessed calls with one row per criterion. Who was assessed, and by whom, is not read. */
export const monitoring: RecordKind<Monitoring> = {
  columns: [
    { name: "period", needed: true, aliases: ["datum", "date", "månad", "month"] },
    { name: "call", aliases: ["samtal", "evaluation", "bedömning"] },
    { name: "criterion", aliases: ["kriterium"] },
    { name: "weight", needed: true, aliases: ["vikt"] },
    { name: "points", needed: true, aliases: ["poäng"] },
    { name: "max_points", needed: true, aliases: ["maxpoäng", "högsta poäng"] },
  ],
  tells: (columns) => ["weight", "points", "max_points"].every((column) => columns.has(column)),
  template: `månad;samtal;kriterium;vikt;poäng;maxpoäng
2025-03;1;bemötande;2;4;5
2025-03;1;språk;1;5;5
`,
  read(cells) {
    const assessed = cells.rows.flatMap((row) => readCriterion(cells, row) ?? []);
    const periods = grouped(assessed, ({ period }) => [period]).map((of) => ({
      period: of[0]?.period ?? "",
      calls: hasColumn(cells, "call") ? new Set(of.map(({ call }) => call)).size : null,
      points: exactSum(of.map(({ points }) => points)),
      highest: exactSum(of.map(({ highest }) => highest)),
    }));
    return { periods };
  },
};

function readCriterion(cells: Cells, row: Row) {
  const period = neededPeriod(cells, row, "period");
  const weight = neededDecimal(cells, row, "weight", mostPoints);
  const points = neededDecimal(cells, row, "points", mostPoints);
  const highest = neededDecimal(cells, row, "max_points", mostPoints);
  const call = hasColumn(cells, "call") ? cells.neededText(row, "call") : null;
  if (points !== null && highest !== null && compare(decimalFraction(points), decimalFraction(highest)) > 0)
    cells.fault("points_above_highest", row, "points", { value: points, most: highest });
  if (period === null || weight === null || points === null || highest === null) return null;
  return { period, call, points: exactProduct(weight, points), highest: exactProduct(weight, highest) };
}
