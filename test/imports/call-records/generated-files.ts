import type { ReferenceFile } from "./reference-reader.ts";

/** Small call files from a seed: valid ones in every dialect, and the same with random damage. */
export interface GeneratedImport {
  readonly files: readonly ReferenceFile[];
  readonly zone: string;
  readonly zoneDeclared: boolean;
  readonly clock: "arrival" | "queue";
}

const optionalColumns = [
  "queued_at",
  "disposition",
  "ring_s",
  "ivr_s",
  "talk_s",
  "hold_s",
  "wrap_s",
  "transferred",
  "resolved_first_contact",
  "complaint",
  "agent",
  "comment",
];
const queueNames = ["Växel", "Ko\u0308", "Kö", 'Kö "A"', "Natt\nberedskap", "a,b;c\td", "电话"];
/** Local days with and without a clock change, in one zone or another. */
const days = ["2025-03-30", "2025-10-26", "2025-04-06", "2025-11-02", "2025-06-10", "2024-12-31"];
const nastyCells = [
  "",
  " ",
  "*",
  "abc",
  "-1",
  "1e3",
  "12345678",
  "0,5",
  "7.1234567",
  "99999",
  "ja",
  "TRUE",
  "maybe",
  "answered",
  "flow_out",
  "OPEN",
  "2025-03-30T02:30:00",
  "2025-02-30 10:00:00",
  "1989-12-31T23:59:59Z",
  "2100-01-01T00:00:00Z",
  "2025-06-10T24:00:00Z",
  "2025-06-10T10:00:00+24:00",
  "2025-06-10T10:00:00+0530",
  "2025-06-10T10:00:00.1234567Z",
  "2025-06-10T10:00",
  "\u00a0x",
];
const nastyBytes = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2a, 0x2c, 0x2e, 0x30, 0x39, 0x3b, 0x80, 0xc3, 0xe4, 0xef, 0xff,
];

/** mulberry32: small, seeded, good enough to choose by. */
export class Choice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  number(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  chance(percent: number): boolean {
    return this.number(100) < percent;
  }

  of<T>(values: readonly T[]): T {
    return values[this.number(values.length)] as T;
  }
}

export function generateImport(seed: number): GeneratedImport {
  const choose = new Choice(seed);
  const zone = choose.of(["Europe/Stockholm", "UTC", "America/St_Johns", "Australia/Lord_Howe"]);
  const count = choose.chance(25) ? 2 + choose.number(2) : 1;
  const files = Array.from({ length: count }, (_, i) => ({
    name: `calls-${i}.csv`,
    bytes: damaged(generateFile(choose), choose),
  }));
  return { files, zone, zoneDeclared: choose.chance(50), clock: choose.chance(30) ? "queue" : "arrival" };
}

function generateFile(choose: Choice): Uint8Array {
  const delimiter = choose.of([",", ";", "\t"]);
  const newline = choose.chance(30) ? "\r\n" : "\n";
  const columns = ["call_id", "queue", "arrival_at", "answered_at", "ended_at"].concat(
    optionalColumns.filter(() => choose.chance(60)),
  );
  if (choose.chance(40)) columns.sort(() => choose.number(3) - 1);
  const alias = choose.chance(10);
  const header = columns.map((name) => {
    const spelled = alias && name === "arrival_at" ? "arrival_ts" : name;
    return choose.chance(10) ? ` ${spelled.toUpperCase()} ` : spelled;
  });
  const style = {
    offset: choose.of(["Z", "+02:00", "-0330", "+11", "", ""]),
    decimals: choose.of([0, 0, 3, 6]),
    point: delimiter === "," ? "." : choose.of([".", ","]),
    between: choose.of(["T", " "]),
    day: choose.of(days),
  };
  const lines = [header.join(delimiter)];
  for (let i = choose.number(14); i > 0; i--) {
    const call = generateCall(choose, style);
    const cells = columns.map((column) => quoted(call[column] ?? "", delimiter, choose));
    lines.push(cells.join(delimiter));
    if (choose.chance(4)) lines.push(choose.of(["", "   ", delimiter.repeat(3)]));
    if (choose.chance(3)) lines.push(lines.at(-1) ?? "");
  }
  const text = lines.join(newline) + (choose.chance(80) ? newline : "");
  return new TextEncoder().encode((choose.chance(20) ? "\ufeff" : "") + text);
}

interface Style {
  readonly offset: string;
  readonly decimals: number;
  readonly point: string;
  readonly between: string;
  readonly day: string;
}

function generateCall(choose: Choice, style: Style): Record<string, string> {
  const unit = 10 ** style.decimals;
  const arrival = choose.number(choose.chance(60) ? 4 * 3600 : 86_400) * unit + choose.number(unit);
  const some = (seconds: number): number => choose.number(seconds * unit + 1);
  const queued = arrival + (choose.chance(50) ? 0 : some(30));
  const wait = queued + choose.of([0, 5, 20, 600, 0]) * unit + (choose.chance(50) ? some(40) : 0);
  const end = wait + some(400);
  const disposition = choose.of([
    "answered",
    "answered",
    "answered",
    "abandoned",
    "timeout",
    "overflow",
    "blocked",
    "closed",
    "open",
  ]);
  const isAnswered = disposition === "answered";
  const stamp = (time: number): string => stampText(time, style);
  const flag = (): string => choose.of(["0", "1", "", "ja", "nej", "true", "No"]);
  const hold = Math.min(some(50), end - wait);
  const left = end - wait - hold;
  const durations = (value: number): string =>
    isAnswered
      ? choose.of(["", `${Math.floor(value / unit)}`, `${Math.floor(value / unit)}${style.point}5`])
      : "";
  return {
    call_id: `C${choose.number(500)}`,
    queue: choose.of(queueNames),
    arrival_at: stamp(arrival),
    queued_at: choose.chance(10) ? "" : stamp(queued),
    answered_at: isAnswered ? stamp(wait) : "",
    ended_at:
      disposition === "open" || (isAnswered && choose.chance(5)) ? "" : stamp(isAnswered ? end : wait),
    disposition,
    ring_s: choose.of(["", "3", `2${style.point}25`]),
    ivr_s: choose.of(["", "10"]),
    talk_s: isAnswered && choose.chance(30) ? `${Math.floor(left / unit)}` : "",
    hold_s: durations(hold),
    wrap_s: durations(some(90)),
    transferred: isAnswered ? flag() : "",
    resolved_first_contact: isAnswered ? flag() : "",
    complaint: flag(),
    agent: "A01",
    comment: "x",
  };
}

function stampText(time: number, { offset, decimals, point, between, day }: Style): string {
  const unit = 10 ** decimals;
  const start = Date.parse(`${day}T00:00:00Z`);
  const text = new Date(start + Math.floor(time / unit) * 1000)
    .toISOString()
    .slice(0, 19)
    .replace("T", between);
  const fraction = decimals === 0 ? "" : `${point}${String(time % unit).padStart(decimals, "0")}`;
  return `${text}${fraction}${offset}`;
}

function quoted(cell: string, delimiter: string, choose: Choice): string {
  const needs = cell.includes(delimiter) || cell.includes("\n") || cell.startsWith('"');
  return needs || choose.chance(5) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function damaged(bytes: Uint8Array, choose: Choice): Uint8Array {
  if (choose.chance(45)) return bytes;
  let result = [...bytes];
  for (let i = 1 + choose.number(4); i > 0; i--) {
    const at = choose.number(result.length + 1);
    switch (choose.number(7)) {
      case 0:
        result[at] = choose.of(nastyBytes);
        break;
      case 1:
        result.splice(at, 0, choose.of(nastyBytes));
        break;
      case 2:
        result.splice(at, 1 + choose.number(3));
        break;
      case 3:
        if (choose.chance(15)) result = result.slice(0, at);
        break;
      default:
        result = withNastyCell(result, choose);
    }
  }
  return Uint8Array.from(result, (byte) => byte ?? 0);
}

/** Replaces what lies between two delimiters or line ends behind a random place. */
function withNastyCell(bytes: number[], choose: Choice): number[] {
  const borders = new Set([0x2c, 0x3b, 0x09, 0x0a]);
  const from = bytes.findIndex((byte, i) => i >= choose.number(bytes.length) && borders.has(byte));
  const to = bytes.findIndex((byte, i) => i > from && borders.has(byte));
  if (from < 0 || to < 0) return bytes;
  return [
    ...bytes.slice(0, from + 1),
    ...new TextEncoder().encode(choose.of(nastyCells)),
    ...bytes.slice(to),
  ];
}
