import { exponential, type Random, seededRandom } from "#app/domain/example/random.ts";

/** How one invented vendor answers: what makes the three vendors of the example differ. */
export interface CallCentre {
  readonly seed: number;
  readonly queue: string;
  /** Calls of an ordinary weekday. */
  readonly callsPerDay: number;
  /** Agents on duty relative to the offered load of the half hour; 1.2 is tight, 1.6 is generous. */
  readonly staffing: number;
  /** Lines relative to agents: a call that finds all lines taken is blocked and never reaches the queue. */
  readonly linesPerAgent: number;
  readonly meanTalkSeconds: number;
  readonly meanWrapSeconds: number;
  readonly meanPatienceSeconds: number;
  /** A recorded greeting that every caller hears before it rings at an agent's; part of the wait. */
  readonly greetingSeconds: number;
  /** Share of answered calls whose errand is solved at once. */
  readonly solvedAtOnce: number;
  /** Upheld complaints per answered call. */
  readonly complaintShare: number;
}

export interface Call {
  readonly arrival: number;
  readonly answered: number | null;
  readonly ended: number;
  readonly ring: number;
  readonly wrap: number;
  readonly disposition: "answered" | "abandoned" | "blocked";
  readonly transferred: boolean;
  readonly solved: boolean;
  readonly complaint: boolean;
}

const day = 86_400;
const halfHour = 1800;
/** Share of a weekday's calls per half hour from 07.00 to 18.00: a morning peak, a dip at lunch, a lower afternoon. */
const shape = [2, 4, 7, 8, 8, 7.5, 6.5, 6, 5.5, 4, 4, 5, 6, 6, 5.5, 5, 4, 3, 1.5, 0.8, 0.5, 0.2];
const shapeTotal = shape.reduce((sum, share) => sum + share, 0);
const opens = 14;
/** Monday is the busiest weekday, Friday the calmest; a small crew answers at weekends. */
const weekdays = [1.2, 1.05, 1, 0.95, 0.8, 0.12, 0.1];

/** Half hours since midnight in which the centre answers. */
export const openSlots: readonly number[] = shape.map((_, index) => opens + index);

/** Calls expected in a half hour; `weekday` 0 is Monday. */
export function expectedCalls({ callsPerDay }: CallCentre, weekday: number, slot: number): number {
  return (callsPerDay * (weekdays[weekday] ?? 0) * (shape[slot - opens] ?? 0)) / shapeTotal;
}

/**
 * Simulates one local calendar month call by call: arrivals at random, a queue in order of arrival, callers who lose
 * patience, lines that run out. Times are seconds from the month's first midnight; the same input gives the same calls.
 */
export function simulate(centre: CallCentre, firstWeekday: number, days: number): Call[] {
  const random = seededRandom(centre.seed);
  const calls: Call[] = [];
  for (let date = 0; date < days; date++) {
    const weekday = (firstWeekday + date) % 7;
    let free: number[] = [];
    let busyLines: number[] = [];
    for (let slot = opens; slot < opens + shape.length; slot++) {
      const start = date * day + slot * halfHour;
      const load = expectedCalls(centre, weekday, slot);
      const work = (load * (centre.meanTalkSeconds + centre.meanWrapSeconds)) / halfHour;
      const agents = Math.max(2, Math.ceil(work * centre.staffing));
      const lines = Math.max(2, Math.round(agents * centre.linesPerAgent));
      free = staffed(free, agents, start);
      for (const arrival of arrivals(random, load, start)) {
        busyLines = busyLines.filter((ended) => ended > arrival);
        const call = handle(centre, random, arrival, free, busyLines.length >= lines);
        if (call.disposition !== "blocked") busyLines.push(call.ended);
        calls.push(call);
      }
    }
  }
  return calls;
}

/** When each agent on duty is next free; those who leave finish the call they are in. */
function staffed(free: readonly number[], agents: number, start: number): number[] {
  const onDuty = [...free].sort((a, b) => a - b).slice(0, agents);
  return [...onDuty, ...Array.from({ length: agents - onDuty.length }, () => start)];
}

function arrivals(random: Random, load: number, start: number): number[] {
  if (load === 0) return [];
  const times: number[] = [];
  for (
    let at = exponential(random, halfHour / load);
    at < halfHour;
    at += exponential(random, halfHour / load)
  ) {
    times.push(start + at);
  }
  return times;
}

function handle(centre: CallCentre, random: Random, arrival: number, free: number[], blocked: boolean): Call {
  const ring = 2 + Math.floor(random() * 5);
  const patience = 4 + exponential(random, centre.meanPatienceSeconds);
  const talk = 8 + exponential(random, centre.meanTalkSeconds - 8);
  const wrap = exponential(random, centre.meanWrapSeconds);
  const [transfer, solved, complaint] = [random(), random(), random()];
  const none = {
    ring: 0,
    wrap: 0,
    transferred: false,
    solved: false,
    complaint: false,
    answered: null,
    arrival,
  };
  if (blocked) return { ...none, ended: arrival, disposition: "blocked" };
  const next = free.indexOf(Math.min(...free));
  const answered = Math.max(arrival + centre.greetingSeconds + ring, free[next] ?? arrival);
  if (answered - arrival > patience) return { ...none, ended: arrival + patience, disposition: "abandoned" };
  free[next] = answered + talk + wrap;
  return {
    arrival,
    answered,
    ended: answered + talk,
    ring,
    wrap,
    disposition: "answered",
    transferred: transfer < 0.35,
    solved: solved < centre.solvedAtOnce,
    complaint: complaint < centre.complaintShare,
  };
}

const columns = [
  "call_id",
  "queue",
  "arrival_at",
  "answered_at",
  "ended_at",
  "disposition",
  "ring_s",
  "wrap_s",
  "transferred",
  "resolved_first_contact",
  "complaint",
];

const flag = (value: boolean) => (value ? "1" : "0");

/**
 * A month of call records as canonical CSV. The month is given by its first local midnight as an instant and the
 * number of its days; it must not contain a change of clock, so that local seconds are real seconds.
 */
export function callRecords(
  centre: CallCentre,
  firstMidnight: Date,
  firstWeekday: number,
  days: number,
): string {
  const stamp = (seconds: number) =>
    new Date(firstMidnight.getTime() + Math.floor(seconds) * 1000).toISOString().replace(".000Z", "Z");
  const rows = simulate(centre, firstWeekday, days).map((call, index) => {
    const answered = call.answered === null ? "" : stamp(call.answered);
    const talked = call.disposition === "answered";
    return [
      `${centre.seed}-${index + 1}`,
      centre.queue,
      stamp(call.arrival),
      answered,
      stamp(call.ended),
      call.disposition,
      talked ? call.ring : "",
      talked ? Math.floor(call.wrap) : "",
      talked ? flag(call.transferred) : "",
      talked ? flag(call.solved) : "",
      talked ? flag(call.complaint) : "",
    ].join(",");
  });
  return `${columns.join(",")}\n${rows.join("\n")}\n`;
}
