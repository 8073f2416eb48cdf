import { type Cell, halfHourSeconds, offeredOf, type Totals } from "#app/domain/measurement/cell.ts";
import { addSums, type Sum } from "#app/domain/measurement/sum.ts";
import { localDay, localSlot, weekdayOf, type Zone } from "#app/domain/measurement/zone.ts";
import { type Fraction, fraction, multiply, parseDecimal, wholeNumber } from "#app/domain/money/fraction.ts";
import type { PriceItem } from "#app/domain/tender/tender.ts";

/** Mean seconds per call; null where no record says. */
export interface CallTimes {
  /** Talk + hold + wrap. */
  readonly handling: Fraction | null;
  readonly talk: Fraction | null;
  readonly ring: Fraction | null;
  readonly menu: Fraction | null;
  /** Of exponential patience: all time waited over all who hung up. */
  readonly patience: Fraction | null;
}

/** What recorded calls let one expect. */
export interface CallForecast {
  /** Mean calls that arrive in a half hour of a weekday; an empty queue name is all queues together. */
  readonly calls: (queue: string, weekday: number, slot: number) => Fraction;
  readonly times: (queue: string) => CallTimes;
}

const microsPerSecond = 1_000_000;

/** Whether a plan's queue is all of them: the plan has one list of agents for everything. */
const isAll = (queue: string): boolean => queue === "" || queue === "*";

/**
 * Calls of past weeks as those of the next: every call that arrived, blocked ones too, over the dates of the weekday on
 * which any queue has a record. Null without records.
 */
export function forecastFromCells(cells: readonly Cell[], zone: Zone): CallForecast | null {
  if (cells.length === 0) return null;
  const dates = new Map<number, Set<number>>();
  const arrivals = new Map<string, number>();
  const totals = new Map<string, Times>();
  for (const { queue, halfHour, totals: of } of cells) {
    const second = halfHour * halfHourSeconds;
    const day = localDay(zone, second);
    const weekday = weekdayOf(day);
    dates.set(weekday, (dates.get(weekday) ?? new Set()).add(day));
    const count = offeredOf(of) + of.blocked + of.open;
    for (const name of ["", queue]) {
      const key = JSON.stringify([name, weekday, localSlot(zone, second)]);
      arrivals.set(key, (arrivals.get(key) ?? 0) + count);
      totals.set(name, addTimes(totals.get(name) ?? noTimes, of));
    }
  }
  return {
    calls: (queue, weekday, slot) => {
      const key = JSON.stringify([isAll(queue) ? "" : queue, weekday, slot]);
      const days = dates.get(weekday)?.size ?? 0;
      return days === 0 ? wholeNumber(0) : fraction(BigInt(arrivals.get(key) ?? 0), BigInt(days));
    },
    times: (queue) => callTimes(totals.get(isAll(queue) ? "" : queue) ?? noTimes),
  };
}

const timeFields = ["handle", "talk", "ring", "ivr", "waitAnswered", "waitAbandoned", "waitExited"] as const;
const countFields = ["handleKnown", "talkKnown", "ringKnown", "ivrKnown", "abandoned"] as const;
type Times = Record<(typeof timeFields)[number], Sum> & Record<(typeof countFields)[number], number>;

const noTimes: Times = {
  handle: 0,
  talk: 0,
  ring: 0,
  ivr: 0,
  waitAnswered: 0,
  waitAbandoned: 0,
  waitExited: 0,
  handleKnown: 0,
  talkKnown: 0,
  ringKnown: 0,
  ivrKnown: 0,
  abandoned: 0,
};

function addTimes(a: Times, b: Readonly<Totals>): Times {
  const sum = { ...a };
  for (const field of timeFields) sum[field] = addSums(a[field], b[field]);
  for (const field of countFields) sum[field] = a[field] + b[field];
  return sum;
}

function callTimes(of: Times): CallTimes {
  const waited = addSums(addSums(of.waitAnswered, of.waitAbandoned), of.waitExited);
  return {
    handling: mean(of.handle, of.handleKnown),
    talk: mean(of.talk, of.talkKnown),
    ring: mean(of.ring, of.ringKnown),
    menu: mean(of.ivr, of.ivrKnown),
    patience: mean(waited, of.abandoned),
  };
}

const mean = (micros: Sum, count: number): Fraction | null =>
  count === 0 ? null : fraction(BigInt(micros), BigInt(count) * BigInt(microsPerSecond));

/** Units of a price list in which calls are bought. */
const callUnits = ["samtal", "call", "calls"];

const weeksPerMonth = fraction(365n, 84n);

/**
 * Calls of a half hour when the tender's volume of calls is spread evenly over the half hours of a week that a plan
 * staffs: peaks are not in it, so it is the least that a plan must carry. Null when no price item counts calls.
 */
export function evenForecast(
  priceItems: readonly PriceItem[],
  contractMonths: number,
  staffedHalfHours: number,
): Fraction | null {
  const volumes = priceItems
    .filter(({ unit }) => [unit.sv, unit.en].some((name) => callUnits.includes(name.toLowerCase())))
    .flatMap(({ volume }) => parseDecimal(volume) ?? []);
  const [first] = volumes;
  if (first === undefined || staffedHalfHours === 0) return null;
  const halfHours = multiply(wholeNumber(contractMonths * staffedHalfHours), weeksPerMonth);
  return fraction(first.n * halfHours.d, first.d * halfHours.n);
}
