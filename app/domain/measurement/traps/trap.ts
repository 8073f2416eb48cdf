import type { Clock, MeasuredRequirement } from "#app/domain/measurement/definition.ts";
import type { Month } from "#app/domain/measurement/months.ts";
import { compareRatios, type Ratio, ratio } from "#app/domain/measurement/ratio.ts";
import type { Share } from "#app/domain/measurement/service-level.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

export type TrapValue =
  | number
  | string
  | readonly string[]
  | { readonly variant: string; readonly value: string }
  | readonly { readonly start: string; readonly days: number }[]
  | readonly { readonly hour: number; readonly offered: number }[];

/** What a rule found in a month (or once): the constants it used and the numbers that show it. */
export interface Finding {
  readonly id: TrapId;
  readonly severity: "high" | "medium" | "low";
  readonly params: Readonly<Record<string, number | string>>;
  readonly evidence: Readonly<Record<string, TrapValue>>;
}

/** The traps that call records and interval reports can show. */
export const trapIds = [
  "TRAP-01",
  "TRAP-02",
  "TRAP-03",
  "TRAP-04",
  "TRAP-05",
  "TRAP-06",
  "TRAP-07",
  "TRAP-08",
  "TRAP-09",
  "TRAP-10",
  "TRAP-11",
  "TRAP-12",
  "TRAP-13",
  "TRAP-14",
  "TRAP-15",
  "TRAP-16",
  "TRAP-17",
  "TRAP-18",
  "TRAP-19",
  "TRAP-25",
  "TRAP-26",
] as const;
export type TrapId = (typeof trapIds)[number];

/** A service-level requirement with all months of its queue. */
export interface TrapCase {
  readonly requirement: MeasuredRequirement;
  readonly months: readonly Month[];
  readonly zone: Zone;
  readonly clock: Clock;
}

/** The level of a half hour that has one, by the variant and limits of the requirement. */
export interface HalfHourLevel {
  readonly halfHour: number;
  readonly offered: number;
  readonly share: Share;
}

/** A month that has a level. */
export interface MonthCase extends TrapCase {
  readonly month: Month;
  readonly levels: readonly HalfHourLevel[];
  readonly share: Share;
  /** The level in per cent. */
  readonly level: Ratio;
  /** The target in per cent. */
  readonly target: Ratio;
}

/** Null when the trap is not there. */
export type MonthRule = (of: MonthCase) => Finding | null;
export type OnceRule = (of: TrapCase) => Finding | null;

export const countingHalfHour = 10;
export const floorPercent = "70";

/** Half hours with at least ten offered calls, with their level. */
export const countedHalfHours = ({ levels }: MonthCase): readonly HalfHourLevel[] =>
  levels.filter(({ offered }) => offered >= countingHalfHour);

/** Whether `part` of `whole` is more than `share` (a decimal such as 0.02), exactly. */
export function moreThan(part: number, whole: number, share: Ratio): boolean {
  return whole > 0 && compareRatios(ratio(part, whole), share) > 0;
}
