import { type CallCentre, expectedCalls, openSlots } from "#app/domain/example/call-centre.ts";
import { exponential, type Random, seededRandom } from "#app/domain/example/random.ts";

/** How one invented vendor keeps its systems up and its chairs filled. */
export interface Operations {
  readonly seed: number;
  /** Unplanned outages of a system in a month, on average, and their mean length. */
  readonly outagesPerSystem: number;
  readonly meanOutageMinutes: number;
  /** Minutes between the first failure and the word to the buyer; 0 logs the outage from the word on. */
  readonly minutesToNotice: number;
  /** Days between the announcement of maintenance and its beginning. */
  readonly daysOfNotice: number;
  readonly maintenanceHours: number;
  /** Agents in the plan relative to the expected load of the half hour, and how many more. */
  readonly planned: number;
  readonly spare: number;
  readonly trunks: number;
  /** Whether the plan says how many calls it expects, and how patient callers are. */
  readonly forecast: boolean;
}

const systems = ["Telefoni", "Växelapplikation", "Förbindelse"];
const minute = 60;
const hour = 3600;
const day = 86_400;

/**
 * A month's incident log as CSV. The month is given by its first local midnight and the number of its days; it must not
 * contain a change of clock. The same seed gives the same log.
 */
export function incidentLogFile(operations: Operations, firstMidnight: Date, days: number): string {
  const random = seededRandom(operations.seed);
  const stamp = (seconds: number) =>
    new Date(firstMidnight.getTime() + Math.floor(seconds) * 1000).toISOString().replace(".000Z", "Z");
  const rows = systems.flatMap((system, index) => {
    const outages = outagesOf(operations, random, days * day).map(({ from, length }, number) => {
      const told = from + operations.minutesToNotice * minute;
      const share = random() < 0.3 ? "0.4" : "1";
      return [
        system,
        stamp(from),
        stamp(from + length),
        `INC-${index + 1}${number + 1}`,
        "major",
        "no",
        "",
        share,
        stamp(told),
        stamp(told + 30 * hour),
      ];
    });
    const begins = (12 + index) * day + hour;
    const maintenance = [
      system,
      stamp(begins),
      stamp(begins + operations.maintenanceHours * hour),
      `CHG-${index + 1}`,
      "maintenance",
      "yes",
      stamp(begins - operations.daysOfNotice * day),
    ];
    return [[system, stamp(0), stamp(days * day), "", "period"], ...outages, maintenance];
  });
  return table(
    ["system", "start", "end", "id", "class", "planned", "announced", "affected_share", "notice", "report"],
    rows,
  );
}

function outagesOf(
  operations: Operations,
  random: Random,
  month: number,
): { from: number; length: number }[] {
  const outages: { from: number; length: number }[] = [];
  const gap = month / operations.outagesPerSystem;
  for (let from = exponential(random, gap); from < month - day; from += exponential(random, gap)) {
    const length = minute + exponential(random, operations.meanOutageMinutes * minute);
    outages.push({ from, length });
  }
  return outages;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A week's staffing plan as CSV, for the centre's own calls. */
export function staffingPlanFile(operations: Operations, centre: CallCentre): string {
  const { meanTalkSeconds, meanWrapSeconds, meanPatienceSeconds } = centre;
  const handling = meanTalkSeconds + meanWrapSeconds;
  const rows = weekdays.flatMap((weekday, index) =>
    openSlots.map((slot) => {
      const calls = expectedCalls(centre, index, slot);
      const work = (calls * handling) / 1800;
      const agents = Math.max(2, Math.ceil(work * operations.planned)) + operations.spare;
      const forecast = operations.forecast
        ? [calls.toFixed(1), String(handling), String(meanPatienceSeconds)]
        : ["", "", ""];
      return [weekday, clock(slot), centre.queue, String(agents), ...forecast, String(operations.trunks)];
    }),
  );
  return table(
    ["weekday", "time", "queue", "agents", "forecast_calls", "aht_s", "patience_s", "trunks"],
    rows,
  );
}

const clock = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;

/** Rows shorter than the head are filled up with empty cells. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, ...rows].map((row) => `${head.map((_, index) => row[index] ?? "").join(";")}\n`).join("");
