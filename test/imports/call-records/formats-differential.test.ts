import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { decodeBlob } from "#app/domain/measurement/blob.ts";
import type { Totals } from "#app/domain/measurement/cell.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import type { CallRecords, ReadOptions } from "#app/imports/call-records/read-call-records.ts";
import { Choice } from "./generated-files.ts";
import { readContents } from "./reading.ts";
import { readReference } from "./reference-reader.ts";

/** A call as every format can tell it, in seconds by the clock on the wall since the beginning of a day; -1 is absent. */
interface WallCall {
  readonly id: string;
  readonly queue: string;
  readonly arrival: number;
  readonly queued: number;
  readonly answered: number;
  readonly ended: number;
  readonly disposition: string;
}

interface Day {
  readonly date: string;
  readonly zone: string;
}

/** Spring, autumn and a quiet day. */
const days: readonly Day[] = [
  { date: "2025-03-30", zone: "Europe/Stockholm" },
  { date: "2025-10-26", zone: "Europe/Stockholm" },
  { date: "2025-04-06", zone: "Australia/Lord_Howe" },
  { date: "2025-06-10", zone: "Europe/Stockholm" },
];
const queues = ["Växel", 'Kö "A"; B', "natt,jour"];

function someCalls(choose: Choice, dispositions: readonly string[], ivr: boolean): WallCall[] {
  return Array.from({ length: 1 + choose.number(12) }, (_, i) => {
    const disposition = choose.of(dispositions);
    const arrival = choose.number(5 * 3600);
    const isRefused = disposition === "blocked" || disposition === "closed";
    const queued = isRefused ? -1 : arrival + (ivr ? choose.number(20) : 0);
    const left = queued + 1 + choose.number(choose.chance(20) ? 4000 : 90);
    return {
      id: `17400000${10 + i}.${i}`,
      queue: choose.of(queues),
      arrival,
      queued,
      answered: disposition === "answered" ? left : -1,
      ended:
        isRefused || disposition === "open"
          ? -1
          : left + (disposition === "answered" ? 1 + choose.number(600) : 0),
      disposition,
    };
  });
}

/** `2025-03-30 02:30:00` on the wall, or in UTC. */
const stamp = ({ date }: Day, second: number, between = " "): string =>
  second < 0
    ? ""
    : new Date(Date.parse(`${date}T00:00Z`) + second * 1000).toISOString().slice(0, 19).replace("T", between);

const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  rows.map((row) => row.map(quoted).join(delimiter)).join("\n");

const canonicalHeader = [
  "call_id",
  "queue",
  "arrival_at",
  "queued_at",
  "answered_at",
  "ended_at",
  "disposition",
];
const canonical = (
  calls: readonly WallCall[],
  day: Day,
  suffix: string,
  transferred: boolean,
): string[][] => [
  [...canonicalHeader, ...(transferred ? ["transferred"] : [])],
  ...calls.map((call) => [
    call.id,
    call.queue,
    ...[call.arrival, call.queued, call.answered, call.ended].map((time) =>
      time < 0 ? "" : stamp(day, time) + suffix,
    ),
    call.disposition,
    ...(transferred ? [call.disposition === "answered" ? "0" : ""] : []),
  ]),
];

const shuffled = <T>(values: readonly T[], choose: Choice): T[] =>
  values
    .map((value) => ({ value, at: choose.number(1e6) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);

interface Written {
  readonly content: string;
  readonly options?: Partial<ReadOptions>;
}

interface WrittenFormat {
  readonly name: string;
  readonly dispositions: readonly string[];
  /** Whether the caller may be somewhere before the queue. */
  readonly ivr: boolean;
  /** Whether its times are UTC; otherwise by the clock on the wall. */
  readonly utc: boolean;
  /** Whether it says of every answered call that it was not transferred. */
  readonly transferred: boolean;
  readonly write: (calls: readonly WallCall[], day: Day, choose: Choice) => Written;
}

const events: Readonly<Record<string, string>> = {
  abandoned: "ABANDON",
  timeout: "EXITWITHTIMEOUT",
  overflow: "EXITWITHKEY",
  blocked: "FULL",
  closed: "CLOSED",
};

function queueLogTable(calls: readonly WallCall[], day: Day, choose: Choice): Written {
  const rows = calls.flatMap((call) => {
    const row = (second: number, event: string): string[] => [
      stamp(day, second),
      call.id,
      call.queue,
      "NONE",
      event,
      "",
    ];
    if (call.queued < 0) return [row(call.arrival, events[call.disposition] ?? "")];
    const entered = row(call.arrival, "ENTERQUEUE");
    if (call.answered >= 0) return [entered, row(call.answered, "CONNECT"), row(call.ended, "COMPLETEAGENT")];
    return call.disposition === "open"
      ? [entered]
      : [entered, row(call.ended, events[call.disposition] ?? "")];
  });
  return {
    content: csv([["time", "callid", "queuename", "agent", "event", "data1"], ...shuffled(rows, choose)]),
  };
}

const reasons: Readonly<Record<string, string>> = {
  abandoned: "BREAK_OUT",
  timeout: "NO_AGENT_TIMEOUT",
  overflow: "EXIT_WITH_KEY",
};

function freeswitchVariables(call: WallCall, day: Day): Record<string, string> {
  const epoch = (second: number): string =>
    second < 0 ? "" : String(Date.parse(`${day.date}T00:00Z`) / 1000 + second);
  return {
    uuid: call.id,
    cc_side: "member",
    cc_queue: call.queue,
    start_epoch: epoch(call.arrival),
    cc_queue_joined_epoch: epoch(call.queued),
    cc_queue_answered_epoch: epoch(call.answered),
    cc_queue_terminated_epoch: call.disposition === "answered" ? epoch(call.ended) : "",
    cc_queue_canceled_epoch: call.disposition === "answered" ? "" : epoch(call.ended),
    cc_cancel_reason: reasons[call.disposition] ?? "",
  };
}

function freeswitch(calls: readonly WallCall[], day: Day, choose: Choice): Written {
  const all = shuffled(calls, choose).map((call) => freeswitchVariables(call, day));
  const element = ([name, value]: [string, string]): string =>
    `<${name}>${encodeURIComponent(value)}</${name}>`;
  switch (choose.number(3)) {
    case 0:
      return {
        content: all
          .map((variables) => JSON.stringify({ variables, callflow: [] }))
          .join(choose.of(["\n", "", ","])),
      };
    case 1:
      return {
        content: all
          .map(
            (each) =>
              `<?xml version="1.0"?><cdr>\n<variables>${Object.entries(each).map(element).join("")}</variables></cdr>`,
          )
          .join("\n"),
      };
    default:
      return {
        content: csv(
          [Object.keys(all[0] ?? {}), ...all.map((each) => Object.values(each))],
          choose.of([",", ";"]),
        ),
      };
  }
}

const legHeader = [
  "historyid",
  "time-start",
  "time-answered",
  "time-end",
  "reason-terminated",
  "from-no",
  "to-dn",
  "to-type",
];

function threeCx(calls: readonly WallCall[], day: Day, choose: Choice): Written {
  const rows = calls.flatMap((call) => {
    const leg = (
      from: number,
      answered: number,
      to: number,
      reason: string,
      dn: string,
      type: string,
    ): string[] => [
      call.id,
      ...[from, answered, to].map((second) => stamp(day, second).replaceAll("-", "/")),
      reason,
      "070",
      dn,
      type,
    ];
    const unanswered = call.disposition === "abandoned" ? "TerminatedBySrc" : "TerminatedByDst";
    const left = call.answered >= 0 ? call.answered : call.ended;
    const legs = [
      leg(
        call.queued,
        call.queued,
        left,
        call.answered >= 0 ? "ReplacedDst" : unanswered,
        call.queue,
        "Queue",
      ),
    ];
    if (call.queued > call.arrival)
      legs.push(leg(call.arrival, call.arrival, call.queued, "ReplacedDst", "900", "IVR"));
    if (call.answered >= 0)
      legs.push(leg(call.queued + 1, call.answered, call.ended, "TerminatedBySrc", "101", "Extension"));
    return legs;
  });
  return { content: csv([legHeader, ...shuffled(rows, choose)]) };
}

const mapping: ColumnMapping = {
  header: true,
  columns: {
    call_id: { from: ["Nr"] },
    queue: { from: ["Kö"] },
    arrival_at: { from: ["Dag", "In"] },
    queued_at: { from: ["Dag", "I kö"] },
    answered_at: { from: ["Dag", "Svar"] },
    ended_at: { from: ["Dag", "Slut"] },
    disposition: { from: ["Utfall"] },
  },
  time: "DD/MM/YYYY h:mm:ss A",
  zone: null,
  dispositions: {
    svar: "answered",
    tappat: "abandoned",
    spärr: "blocked",
    tidsgräns: "timeout",
    stängt: "closed",
  },
};
const words: Readonly<Record<string, string>> = {
  answered: "Svar",
  abandoned: "TAPPAT",
  blocked: "Spärr",
  timeout: "tidsgräns",
  closed: "Stängt",
};

function mapped(calls: readonly WallCall[], day: Day, choose: Choice): Written {
  const clock = (second: number): string => {
    const [hour = "", rest] = [stamp(day, second).slice(11, 13), stamp(day, second).slice(13)];
    return second < 0 ? "" : `${Number(hour) % 12 || 12}${rest} ${Number(hour) < 12 ? "AM" : "PM"}`;
  };
  const rows = shuffled(calls, choose).map((call) => [
    call.id,
    call.queue,
    day.date.split("-").reverse().join("/"),
    ...[call.arrival, call.queued, call.answered, call.ended].map(clock),
    words[call.disposition] ?? call.disposition,
    "x",
  ]);
  const header = ["Nr", "Kö", "Dag", "In", "I kö", "Svar", "Slut", "Utfall", "Namn"];
  return {
    content: csv([header, ...rows], choose.of([",", ";", "\t"])),
    options: { format: "mapped", mapping },
  };
}

const every = ["answered", "answered", "abandoned", "timeout", "overflow", "blocked", "closed", "open"];
const formats: readonly WrittenFormat[] = [
  {
    name: "queue-log-table",
    dispositions: every,
    ivr: false,
    utc: false,
    transferred: true,
    write: queueLogTable,
  },
  {
    name: "freeswitch",
    dispositions: ["answered", "abandoned", "timeout", "overflow", "open"],
    ivr: true,
    utc: true,
    transferred: false,
    write: freeswitch,
  },
  {
    name: "3cx",
    dispositions: ["answered", "abandoned", "timeout"],
    ivr: true,
    utc: false,
    transferred: false,
    write: threeCx,
  },
  { name: "mapped", dispositions: every, ivr: true, utc: false, transferred: false, write: mapped },
];

/** The unit of a stored cell is that of its day, so it is compared apart. */
const comparable = (totals: Readonly<Totals>): object => ({ ...totals, decimals: null });

const cellsOf = ({ blobs }: CallRecords): Map<string, object> =>
  new Map(
    blobs.flatMap(decodeBlob).map((cell) => [`${cell.queue}|${cell.halfHour}`, comparable(cell.totals)]),
  );

function expectedOf(
  calls: readonly WallCall[],
  day: Day,
  format: Pick<WrittenFormat, "utc" | "transferred">,
) {
  const rows = canonical(calls, day, format.utc ? "Z" : "", format.transferred);
  const bytes = new TextEncoder().encode(csv(rows));
  const options = { zone: day.zone, zoneDeclared: true, clock: "arrival" } as const;
  const { cells, faults } = readReference([{ name: "calls.csv", bytes }], options);
  return { faults, cells: new Map([...cells].map(([key, totals]) => [key, comparable(totals)])) };
}

const zoneOf = ({ zone: name }: Day): ReadOptions["zone"] => {
  const zone = loadZone(name);
  if (zone === null) throw new Error(name);
  return zone;
};

describe("the same calls, written in another format", () => {
  it.each(formats)("give in $name what the slow, obvious reader says of the call file", async (format) => {
    let valid = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const choose = new Choice(seed);
      const day = choose.of(days);
      const calls = someCalls(choose, format.dispositions, format.ivr);
      const expected = expectedOf(calls, day, format);
      const { content, options } = format.write(calls, day, choose);
      const actual = await readContents([content], { zone: zoneOf(day), ...options });
      expect(actual.format, content).toBe(format.name);
      expect(actual.faultCount > 0, content).toBe(expected.faults.length > 0);
      expect(cellsOf(actual), content).toEqual(expected.cells);
      if (expected.faults.length === 0) valid += 1;
    }
    expect(valid).toBeGreaterThan(50);
  });

  it("give in Excel what the slow, obvious reader says of the call file", async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const choose = new Choice(seed);
      const day = choose.of(days);
      const calls = someCalls(choose, every, true);
      const book = new ExcelJS.Workbook();
      const [header, ...rows] = canonical(calls, day, "", false);
      const asDate = (cell: string): string | Date => (/^\d{4}-/.test(cell) ? new Date(`${cell}Z`) : cell);
      book.addWorksheet("Samtal").addRows([header, ...rows.map((row) => row.map(asDate))]);
      const content = new Uint8Array(await book.xlsx.writeBuffer());
      const actual = await readContents([content], { zone: zoneOf(day) });
      const expected = expectedOf(calls, day, { utc: false, transferred: false });
      expect(actual.faultCount, `seed ${seed}`).toBe(expected.faults.length);
      expect(cellsOf(actual), `seed ${seed}`).toEqual(expected.cells);
    }
  }, 30_000);
});
