import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { generatedCase } from "./generate-case.ts";
import { timing } from "./timing.ts";

export interface GrowthPoint {
  readonly bids: number;
  readonly criteria: number;
  readonly ms: number;
}

/** time = fixed + perScore · bids · criteria. */
export interface Fit {
  readonly fixedMs: number;
  readonly perScoreMs: number;
  /** The largest |measured − line| as a share of the measured time, of points above a millisecond. */
  readonly residual: number;
  readonly determination: number;
}

/** The scales that tenders use. Were all maxima different, the common denominator would grow with the criteria too. */
const usualMaxima = [3, 5, 10, 100] as const;

/** Mean processor times over a grid of bids and criteria, and the straight line through them. */
export function growth(): { readonly points: readonly GrowthPoint[]; readonly fit: Fit } {
  const points = [30, 100, 300].flatMap((criteria) =>
    [10, 20, 50, 100, 200, 500, 1000].map((bids): GrowthPoint => {
      const read = readEvaluationCase(generatedCase(bids, criteria, (j) => usualMaxima[j % 4] ?? 5));
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      const rounds = Math.max(20, Math.round(9_000_000 / (bids * criteria)));
      return { bids, criteria, ms: timing(rounds, () => evaluate(read.value)).processor };
    }),
  );
  return { points, fit: fitted(points) };
}

/** Least squares of the relative error, so that small cases count as much as large ones. */
function fitted(points: readonly GrowthPoint[]): Fit {
  const sums = { w: 0, x: 0, y: 0, xx: 0, xy: 0 };
  for (const { bids, criteria, ms } of points) {
    const [x, weight] = [bids * criteria, 1 / ms ** 2];
    sums.w += weight;
    sums.x += weight * x;
    sums.y += weight * ms;
    sums.xx += weight * x * x;
    sums.xy += weight * x * ms;
  }
  const perScoreMs = (sums.w * sums.xy - sums.x * sums.y) / (sums.w * sums.xx - sums.x ** 2);
  const fixedMs = (sums.y - perScoreMs * sums.x) / sums.w;
  const line = ({ bids, criteria }: GrowthPoint) => fixedMs + perScoreMs * bids * criteria;
  const mean = points.reduce((sum, { ms }) => sum + ms, 0) / points.length;
  const rest = points.reduce((sum, point) => sum + (point.ms - line(point)) ** 2, 0);
  const all = points.reduce((sum, { ms }) => sum + (ms - mean) ** 2, 0);
  const residuals = points
    .filter(({ ms }) => ms >= 1)
    .map((point) => Math.abs(point.ms - line(point)) / point.ms);
  return { fixedMs, perScoreMs, residual: Math.max(0, ...residuals), determination: 1 - rest / all };
}

/** In Markdown: a row per number of bids, a column per number of criteria. */
export function growthTable(points: readonly GrowthPoint[]): string {
  const [bids, criteria] = [points.map((point) => point.bids), points.map((point) => point.criteria)].map(
    (all) => [...new Set(all)],
  );
  const msOf = (b: number, c: number) =>
    points.find((point) => point.bids === b && point.criteria === c)?.ms ?? 0;
  const rows = (bids ?? []).map((b) => [b, ...(criteria ?? []).map((c) => msOf(b, c).toFixed(2))]);
  return [
    ["bids", ...(criteria ?? []).map((c) => `${c} criteria, ms`)],
    ["---", "---", "---", "---"],
    ...rows,
  ]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
