import { isoDate, localDay, localSlot, weekdayOf, type Zone } from "#app/domain/measurement/zone.ts";
import {
  type Fraction,
  multiply,
  one,
  parseDecimal,
  subtract,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { type CallForecast, evenForecast } from "#app/domain/staffing/forecast.ts";
import type { PlannedHalfHour } from "#app/domain/staffing/plan-verdict.ts";
import type { PlannedStaff, StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import type { PriceItem } from "#app/domain/tender/tender.ts";

/** Where the expected calls of a half hour come from; the plan's own word goes first. */
export const forecastSources = ["plan", "calls", "volumes"] as const;
export type ForecastSource = (typeof forecastSources)[number];

/** A half hour of a queue with everything that it takes to judge it. Means in seconds. */
export interface StaffedHalfHour extends PlannedHalfHour {
  readonly queue: string;
  readonly weekday: number;
  readonly slot: number;
  /** Null for a plan of a week that repeats itself. */
  readonly date: string | null;
  readonly source: ForecastSource;
  readonly patience: Fraction;
  readonly patienceAssumed: boolean;
  readonly talk: Fraction;
  readonly ring: Fraction;
  readonly menu: Fraction;
  readonly trunks: number | null;
}

/** A line of a plan for which nobody says how many call, or how long a call takes. */
export interface UnforecastHalfHour {
  readonly queue: string;
  readonly weekday: number;
  readonly slot: number;
  readonly agents: number;
}

/** Nobody has stated how long callers wait: mean patience of two minutes, said where it is used. */
const assumedPatience: Fraction = wholeNumber(120);

interface Expectations {
  readonly recorded: CallForecast | null;
  readonly priceItems: readonly PriceItem[];
  readonly contractMonths: number;
}

/** The plan's half hours with the calls expected in each, by plan, by recorded calls or by the tender's volumes. */
export function plannedHalfHours(
  plan: StaffingPlan,
  { recorded, priceItems, contractMonths }: Expectations,
  zone: Zone,
): { readonly staffed: readonly StaffedHalfHour[]; readonly unforecast: readonly UnforecastHalfHour[] } {
  const lines = [...plan.lines, ...(recorded === null ? [] : unstaffedLines(plan, recorded))].map((line) => ({
    line,
    time: weekTime(line, zone),
  }));
  const week = new Set(
    lines
      .filter(({ line }) => line.agents > 0)
      .map(({ line, time }) => `${line.queue} ${time.weekday} ${time.slot}`),
  );
  const even = evenForecast(priceItems, contractMonths, week.size);
  const staffed: StaffedHalfHour[] = [];
  const unforecast: UnforecastHalfHour[] = [];
  for (const { line, time } of lines) {
    const { queue } = line;
    const { weekday, slot } = time;
    const times = recorded?.times(queue) ?? null;
    const handling = decimal(line.handlingS) ?? times?.handling ?? null;
    const own = decimal(line.calls);
    const expected = own ?? recorded?.calls(queue, weekday, slot) ?? (line.agents > 0 ? even : null);
    const agents = present(line);
    if (expected === null || handling === null) {
      unforecast.push({ queue, weekday, slot, agents });
      continue;
    }
    const patience = decimal(line.patienceS) ?? times?.patience ?? null;
    staffed.push({
      ...time,
      queue,
      start: time.date === null ? "" : time.date,
      calls: expected,
      handling,
      agents,
      source: own !== null ? "plan" : recorded !== null ? "calls" : "volumes",
      patience: patience ?? assumedPatience,
      patienceAssumed: patience === null,
      talk: decimal(line.talkS) ?? times?.talk ?? handling,
      ring: decimal(line.ringS) ?? times?.ring ?? wholeNumber(0),
      menu: decimal(line.menuS) ?? times?.menu ?? wholeNumber(0),
      trunks: line.trunks,
    });
  }
  return { staffed, unforecast };
}

/** Agents who are there: those on the roster without the share that is away, rounded down. */
function present({ agents, shrinkage }: PlannedStaff): number {
  const away = decimal(shrinkage);
  if (away === null) return agents;
  const { n, d } = multiply(wholeNumber(agents), subtract(one, away));
  return Number(n / d);
}

const decimal = (text: string | null): Fraction | null => (text === null ? null : parseDecimal(text));

function weekTime(
  { time }: PlannedStaff,
  zone: Zone,
): { readonly weekday: number; readonly slot: number; readonly date: string | null } {
  if ("weekday" in time) return { ...time, date: null };
  const second = time.startUs / 1_000_000;
  const day = localDay(zone, second);
  return { weekday: weekdayOf(day), slot: localSlot(zone, second), date: isoDate(day) };
}

const halfHoursOfDay = 48;

/** Half hours of a plan's week in which calls came and the plan has nobody: the plan does not mention them. */
function unstaffedLines(plan: StaffingPlan, recorded: CallForecast): PlannedStaff[] {
  const mentioned = new Set(
    plan.lines.map(({ time, queue }) => ("weekday" in time ? `${queue} ${time.weekday} ${time.slot}` : "")),
  );
  // Of a plan of dates one cannot say which weeks it is meant to cover.
  if (mentioned.has("")) return [];
  const queues = [...new Set(plan.lines.map(({ queue }) => queue))];
  const week = Array.from({ length: 7 * halfHoursOfDay }, (_, i) => ({
    weekday: Math.floor(i / halfHoursOfDay) + 1,
    slot: i % halfHoursOfDay,
  }));
  return queues.flatMap((queue) =>
    week
      .filter(
        ({ weekday, slot }) =>
          !mentioned.has(`${queue} ${weekday} ${slot}`) && recorded.calls(queue, weekday, slot).n > 0n,
      )
      .map((time) => ({ ...nobody, queue, time })),
  );
}

const nobody = {
  agents: 0,
  calls: null,
  handlingS: null,
  talkS: null,
  ringS: null,
  menuS: null,
  patienceS: null,
  shrinkage: null,
  trunks: null,
};
