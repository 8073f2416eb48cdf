import { compare } from "#app/domain/money/fraction.ts";
import type { Monitoring, MonitoringSums } from "#app/domain/reports/monitoring.ts";
import { decimalFraction, exactProduct, exactSum } from "#app/domain/reports/report-figure.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import {
  grouped,
  hasColumn,
  mostCalls,
  neededDecimal,
  neededPeriod,
  sumsFile,
} from "#app/imports/reports/report-cells.ts";

const mostPoints = 1000;
const mostSum = 999_999_999;

/** Assessed calls with one row per criterion. Who was assessed, and by whom, is not read. */
export const monitoring: RecordKind<Monitoring> = {
  columns: [
    { name: "period", needed: true, aliases: ["datum", "date", "månad", "month"] },
    { name: "call", aliases: ["samtal", "evaluation", "bedömning"] },
    { name: "criterion", aliases: ["kriterium"] },
    { name: "weight", aliases: ["vikt"] },
    { name: "points", aliases: ["poäng"] },
    { name: "max_points", aliases: ["maxpoäng", "högsta poäng"] },
    { name: "calls", aliases: ["bedömda samtal"] },
    { name: "weighted_points", aliases: ["vägda poäng"] },
    { name: "weighted_max", aliases: ["vägd maxpoäng"] },
  ],
  tells: (columns) =>
    ["weight", "points", "max_points"].every((column) => columns.has(column)) ||
    ["weighted_points", "weighted_max"].every((column) => columns.has(column)),
  template: `månad;samtal;kriterium;vikt;poäng;maxpoäng
2025-03;1;bemötande;2;4;5
2025-03;1;språk;1;5;5
`,
  people: {
    column: "weight",
    sums: ({ periods }) =>
      sumsFile(
        ["period", "calls", "weighted_points", "weighted_max"],
        periods.map(({ period, calls, points, highest }) => [period, calls, points, highest]),
      ),
  },
  read(cells) {
    if (hasColumn(cells, "weighted_points"))
      return { periods: cells.rows.flatMap((row) => readSums(cells, row) ?? []) };
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

/** A period whose assessments somebody else has summed up. */
function readSums(cells: Cells, row: Row): MonitoringSums | null {
  const period = neededPeriod(cells, row, "period");
  const calls = cells.count(row, "calls", mostCalls);
  const points = neededDecimal(cells, row, "weighted_points", mostSum);
  const highest = neededDecimal(cells, row, "weighted_max", mostSum);
  if (points !== null && highest !== null) checkPoints(cells, row, "weighted_points", points, highest);
  return period === null || points === null || highest === null ? null : { period, calls, points, highest };
}

function checkPoints(cells: Cells, row: Row, column: string, points: string, highest: string): void {
  if (compare(decimalFraction(points), decimalFraction(highest)) > 0)
    cells.fault("points_above_highest", row, column, { value: points, most: highest });
}

function readCriterion(cells: Cells, row: Row) {
  const period = neededPeriod(cells, row, "period");
  const weight = neededDecimal(cells, row, "weight", mostPoints);
  const points = neededDecimal(cells, row, "points", mostPoints);
  const highest = neededDecimal(cells, row, "max_points", mostPoints);
  const call = hasColumn(cells, "call") ? cells.neededText(row, "call") : null;
  if (points !== null && highest !== null) checkPoints(cells, row, "points", points, highest);
  if (period === null || weight === null || points === null || highest === null) return null;
  return { period, call, points: exactProduct(weight, points), highest: exactProduct(weight, highest) };
}
