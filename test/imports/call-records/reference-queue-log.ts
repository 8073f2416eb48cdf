/** The slow, obvious reader of queue logs: every line an object, every call followed for itself. */

interface LogEvent {
  readonly second: number;
  readonly file: number;
  readonly line: number;
  readonly call: string;
  readonly queue: string;
  readonly name: string;
  readonly hold: string;
}

/** Seconds since 1970; null is absent. */
export interface LoggedCall {
  readonly file: number;
  readonly line: number;
  readonly call: string;
  readonly queue: string;
  readonly disposition: string;
  readonly entered: number;
  readonly answered: number | null;
  readonly ended: number | null;
  readonly transferred: boolean | null;
  readonly openUntil: number | null;
}

export interface QueueLogReading {
  readonly calls: readonly LoggedCall[];
  /** `code file:line` */
  readonly faults: readonly string[];
  /** `code count first file:line` */
  readonly warnings: readonly string[];
  readonly rows: number;
}

const ends: Readonly<Record<string, string>> = {
  COMPLETECALLER: "answered",
  COMPLETEAGENT: "answered",
  TRANSFER: "answered",
  ABANDON: "abandoned",
  EXITWITHTIMEOUT: "timeout",
  EXITWITHKEY: "overflow",
};
const refusals: Readonly<Record<string, string>> = { FULL: "blocked", CLOSED: "closed" };
const ofCalls = ["ENTERQUEUE", "CONNECT", ...Object.keys(ends), ...Object.keys(refusals)];
const ofNoCall = ["QUEUESTART", "RINGNOANSWER", "CONFIGRELOAD"];

export function readQueueLogs(files: readonly string[]): QueueLogReading {
  const events: LogEvent[] = [];
  const faults: string[] = [];
  const places = new Map<string, { file: number; line: number }[]>();
  const warn = (code: string, { file, line }: { readonly file: number; readonly line: number }): void => {
    places.set(code, [...(places.get(code) ?? []), { file, line }]);
  };
  let rows = 0;
  files.forEach((text, file) => {
    text.split("\n").forEach((textOfLine, i) => {
      if (textOfLine === "") return;
      rows += 1;
      const [time = "", call = "", queue = "", , name, hold = ""] = textOfLine.split("|");
      const line = i + 1;
      const fault = faultOf(time, call, queue, name);
      if (fault !== null) faults.push(`${fault} ${file}:${line}`);
      else events.push({ second: Number(time), file, line, call, queue, name: name ?? "", hold });
    });
  });
  for (const event of events)
    if (![...ofCalls, ...ofNoCall].includes(event.name)) warn("unknown_event", event);
  const dataEnd = Math.max(...events.map(({ second }) => second));
  const followed = events.filter(({ name }) => ofCalls.includes(name));
  const restarts = events.filter(({ name }) => name === "QUEUESTART");
  const calls = [...Map.groupBy(followed, keyOf).values()].flatMap((own) =>
    callsOf([...own, ...restarts].sort(byTime), dataEnd, warn),
  );
  const warnings = [...places].map(([code, all]) => {
    const [first] = all.sort((a, b) => a.file - b.file || a.line - b.line);
    return `${code} ${all.length} ${first?.file}:${first?.line}`;
  });
  return { calls, faults, warnings, rows };
}

/** What the events of one call, and the restarts, make of it: it may enter more than once. */
function callsOf(
  events: readonly LogEvent[],
  dataEnd: number,
  warn: (code: string, event: LogEvent) => void,
): LoggedCall[] {
  const calls: LoggedCall[] = [];
  let entered: LogEvent | null = null;
  let answered: LogEvent | null = null;
  const end = (of: LogEvent, outcome: Pick<LoggedCall, "disposition"> & Partial<LoggedCall>): void => {
    const { file, line, call, queue, second } = of;
    calls.push({
      ...{ file, line, call, queue, entered: second, answered: answered?.second ?? null },
      ...{ ended: null, transferred: null, openUntil: null },
      ...outcome,
    });
    entered = null;
    answered = null;
  };
  const cut = (of: LogEvent, second: number): void => {
    warn(answered === null ? "open_calls" : "answered_not_ended", of);
    end(of, answered === null ? { disposition: "open", openUntil: second } : { disposition: "answered" });
  };
  for (const event of events) {
    const { name, second } = event;
    const inside: LogEvent | null = entered;
    const reached: LogEvent | null = answered;
    const refused = refusals[name];
    const disposition = ends[name];
    if (name === "QUEUESTART") {
      if (inside !== null) cut(inside, second);
    } else if (refused !== undefined) {
      const { file, line, call, queue } = event;
      const times = { entered: second, answered: null, ended: null, transferred: null, openUntil: null };
      calls.push({ file, line, call, queue, disposition: refused, ...times });
    } else if (name === "ENTERQUEUE") {
      if (inside !== null) cut(inside, second);
      entered = event;
    } else if (inside === null || (disposition === "answered") !== (reached !== null)) {
      warn("event_without_enter", event);
    } else if (name === "CONNECT") {
      answered = event;
      const isNumber = /^\d+$/.test(event.hold);
      if (isNumber && Math.abs(second - (inside as LogEvent).second - Number(event.hold)) > 1)
        warn("wait_mismatch", event);
    } else if (disposition !== undefined) {
      end(inside, {
        disposition,
        ended: second,
        transferred: disposition === "answered" ? name === "TRANSFER" : null,
      });
    }
  }
  if (entered !== null) cut(entered, dataEnd);
  return calls;
}

const byTime = (a: LogEvent, b: LogEvent): number =>
  a.second - b.second || a.file - b.file || a.line - b.line;

const keyOf = ({ queue, call }: LogEvent): string => `${queue}|${call}`;

function faultOf(time: string, call: string, queue: string, name: string | undefined): string | null {
  if (name === undefined) return "row_columns";
  if (!/^\d{1,11}$/.test(time)) return "time_format";
  const year = new Date(Number(time) * 1000).getUTCFullYear();
  if (!(year >= 1990 && year < 2100)) return "time_range";
  if (!ofCalls.includes(name)) return null;
  if (call === "" || queue === "") return "value_missing";
  return queue === "*" ? "value_invalid" : null;
}
