import type { Totals } from "#app/domain/measurement/cell.ts";
import { countWithin, longestBinnedSeconds } from "#app/domain/measurement/histogram.ts";

/** Calls that waited more than `from` and at most `to` seconds; the first has those of 0 s, the last has no end. */
export interface WaitClass {
  readonly from: number;
  readonly to: number | null;
  readonly answered: number;
  readonly abandoned: number;
}

const mostClasses = 24;

/**
 * How long callers waited, in classes of equal width one of whose bounds is the threshold, so that what is left of it
 * is what counts as in time.
 */
export function waitDistribution(
  totals: Pick<Totals, "answered" | "abandoned" | "waitsAnswered" | "waitsAbandoned">,
  thresholdS: number,
): WaitClass[] {
  const width = [4, 3, 2].map((parts) => thresholdS / parts).find(Number.isInteger) ?? thresholdS;
  const step = Math.max(1, width);
  const count = Math.min(mostClasses, Math.floor(longestBinnedSeconds / step));
  const classes: WaitClass[] = [];
  let [answered, abandoned] = [0, 0];
  for (let i = 0; i < count; i++) {
    const to = (i + 1) * step;
    const [answeredWithin, abandonedWithin] = [
      countWithin(totals.waitsAnswered, to),
      countWithin(totals.waitsAbandoned, to),
    ];
    classes.push({
      from: i * step,
      to,
      answered: answeredWithin - answered,
      abandoned: abandonedWithin - abandoned,
    });
    [answered, abandoned] = [answeredWithin, abandonedWithin];
  }
  const beyond = { answered: totals.answered - answered, abandoned: totals.abandoned - abandoned };
  return [...classes, { from: count * step, to: null, ...beyond }];
}
