import type { Zone } from "#app/domain/measurement/zone.ts";
import { LocalTimes } from "#app/imports/call-records/time-stamp.ts";

/** The four stamps of a record, in the order in which they happen; -1 is absent. */
export const stampColumns = ["arrival_at", "queued_at", "answered_at", "ended_at"] as const;
type StampColumn = (typeof stampColumns)[number];

export interface ResolvedStamps {
  /** Stamps whose local time was skipped. */
  readonly skipped: readonly StampColumn[];
  /** First stamp that the records leave open between summer and winter time, or null. */
  readonly ambiguous: StampColumn | null;
}

const plain: ResolvedStamps = { skipped: [], ambiguous: null };

/** Turns the local stamps of a record into instants, in place. */
export class StampResolver {
  readonly #localTimes: LocalTimes;

  constructor(zone: Zone) {
    this.#localTimes = new LocalTimes(zone);
  }

  /** `local` has bit i set where `stamps[i]` is local time. */
  resolve(stamps: Float64Array, local: number): ResolvedStamps {
    let near = false;
    for (let i = 0; i < stamps.length; i++) {
      if ((local & (1 << i)) !== 0 && this.#localTimes.plainInstant(stamps[i] as number) < 0) near = true;
    }
    if (near) return this.#resolveNearChange(stamps, local);
    for (let i = 0; i < stamps.length; i++) {
      if ((local & (1 << i)) !== 0) stamps[i] = this.#localTimes.plainInstant(stamps[i] as number);
    }
    return plain;
  }

  #resolveNearChange(stamps: Float64Array, local: number): ResolvedStamps {
    const options = Array.from(stamps, (stamp, i) =>
      (local & (1 << i)) === 0 ? [stamp] : this.#localTimes.instants(stamp),
    );
    const skipped = stampColumns.filter((_, i) => options[i]?.length === 0);
    if (skipped.length > 0) return { skipped, ambiguous: null };
    const { instants, open } = shortestReading(options);
    stamps.set(instants);
    return { skipped: [], ambiguous: stampColumns[open] ?? null };
  }
}

/**
 * Of all readings of the stamps of a call, in the order in which they happen and each with one instant or two (-1 for
 * an absent one), the one in order that is shortest; when two are, the earlier. `open` is the first stamp that this
 * leaves to choice, or -1. When none is in order, the first of each.
 */
export function shortestReading(options: readonly (readonly number[])[]): {
  readonly instants: readonly number[];
  readonly open: number;
} {
  const readings = allReadings(options).filter(inOrder);
  const shortest = Math.min(...readings.map(spanOf));
  const best = readings.filter((reading) => spanOf(reading) === shortest);
  const [first] = best;
  const instants = first ?? options.map((choices) => choices[0] as number);
  return { instants, open: options.findIndex((_, i) => best.some((reading) => reading[i] !== first?.[i])) };
}

/** Every choice of one option each, earlier instants first. */
function allReadings(options: readonly (readonly number[])[]): number[][] {
  return options.reduce<number[][]>(
    (readings, choices) => readings.flatMap((reading) => choices.map((choice) => [...reading, choice])),
    [[]],
  );
}

const present = (reading: readonly number[]): number[] => reading.filter((stamp) => stamp >= 0);

const inOrder = (reading: readonly number[]): boolean =>
  present(reading).every((stamp, i, all) => i === 0 || stamp >= (all[i - 1] as number));

const spanOf = (reading: readonly number[]): number => {
  const stamps = present(reading);
  return (stamps.at(-1) ?? 0) - (stamps[0] ?? 0);
};
