import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import type { Format } from "#app/imports/call-records/detect-format.ts";
import { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { openReader } from "#app/imports/call-records/format-reader.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { LimitReached } from "#app/imports/call-records/run.ts";
import { cellsOf, faultsOf, readContents, readingOptions, warningsOf } from "./reading.ts";

/** Times of the day `2025-06-10` on the wall, UTC+2. */
interface Call {
  readonly id: string;
  readonly queue?: string;
  readonly arrival: string;
  readonly answered: string;
  readonly ended: string;
}

interface LineFormat {
  readonly format: Format;
  readonly header: readonly string[];
  /** The one line of a call. */
  readonly line: (call: Call) => string;
  /** What a line that ends too early is. */
  readonly cut: string;
  /** What a line with a cell too many is; null where lines are no rows of cells. */
  readonly wide: string | null;
  /** Column in which an answer before the arrival is told. */
  readonly backwards: string;
}

const at = (time: string, between = " "): string => (time === "" ? "" : `2025-06-10${between}${time}`);
const epoch = (time: string): string =>
  time === "" ? "" : String(Date.parse(`2025-06-10T${time}+02:00`) / 1000);
const quoted = (text: string): string => (/[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const mapping: ColumnMapping = {
  header: true,
  columns: {
    call_id: { from: ["Nr"] },
    queue: { from: ["Kö"] },
    arrival_at: { from: ["In"] },
    answered_at: { from: ["Svar"] },
    ended_at: { from: ["Slut"] },
  },
  time: "YYYY-MM-DD HH:mm:ss",
  zone: null,
  dispositions: {},
};

const formats: readonly LineFormat[] = [
  {
    format: "calls-csv",
    header: ["call_id,queue,arrival_at,answered_at,ended_at"],
    line: ({ id, queue = "q", arrival, answered, ended }) =>
      [id, quoted(queue), at(arrival), at(answered), at(ended)].join(","),
    cut: "row_columns",
    wide: "row_columns",
    backwards: "answered_at",
  },
  {
    format: "mapped",
    header: ["Nr;Kö;In;Svar;Slut"],
    line: ({ id, queue = "q", arrival, answered, ended }) =>
      [id, quoted(queue), at(arrival), at(answered), at(ended)].join(";"),
    cut: "row_columns",
    wide: "row_columns",
    backwards: "answered_at",
  },
  {
    format: "freeswitch",
    header: ["uuid,cc_side,cc_queue,cc_queue_joined_epoch,cc_queue_answered_epoch,cc_queue_terminated_epoch"],
    line: ({ id, queue = "q", arrival, answered, ended }) =>
      [id, "member", quoted(queue), epoch(arrival), epoch(answered), epoch(ended)].join(","),
    cut: "row_columns",
    wide: "row_columns",
    backwards: "answered_at",
  },
  {
    format: "freeswitch",
    header: [],
    line: ({ id, queue = "q", arrival, answered, ended }) =>
      JSON.stringify({
        variables: {
          uuid: id,
          cc_side: "member",
          cc_queue: queue,
          cc_queue_joined_epoch: epoch(arrival),
          cc_queue_answered_epoch: epoch(answered),
          cc_queue_terminated_epoch: epoch(ended),
        },
      }),
    cut: "record_broken",
    wide: null,
    backwards: "answered_at",
  },
  {
    format: "3cx",
    header: ["historyid,time-start,time-answered,time-end,reason-terminated,from-no,to-dn"],
    line: ({ id, queue = "q", arrival, answered, ended }) =>
      [id, at(arrival), at(answered), at(ended), "TerminatedBySrc", "070", quoted(queue)].join(","),
    cut: "row_columns",
    wide: null,
    backwards: "answered_at",
  },
];

const good = (id: string): Call => ({ id, arrival: "10:00:00", answered: "10:00:09", ended: "10:01:00" });

const read = ({ format }: LineFormat, content: string | Uint8Array) =>
  readContents([content], format === "mapped" ? { format, mapping } : {});

describe.each(formats)("a file of $format beginning with $header", (format) => {
  const first = format.header.length + 1;
  const file = (...lines: string[]): string => [...format.header, ...lines].join("\n");

  it("is taken when it is good, compressed or not, with any name of a queue", async () => {
    const content = file(format.line({ ...good("a"), queue: 'Kö; "å, ä"' }), format.line(good("b")));
    for (const bytes of [content, gzipSync(content)]) {
      const records = await read(format, bytes);
      expect(faultsOf(records)).toEqual([]);
      expect(records).toMatchObject({ format: format.format, rows: 2 });
      expect(cellsOf(records).map(({ queue }) => queue)).toEqual(['Kö; "å, ä"', "q"]);
    }
  });

  it("is refused when it is cut in the middle of a row, with the line", async () => {
    const content = file(format.line(good("a")), format.line(good("b")));
    const records = await read(format, content.slice(0, content.length - 40));
    expect(faultsOf(records)).toEqual([`${format.cut} 1.csv:${first + 1} -`]);
    expect(records.blobs).toEqual([]);
  });

  if (format.wide !== null)
    it("is refused where the number of columns changes half way", async () => {
      const wide = `${format.line(good("b"))}${format.format === "mapped" ? ";" : ","}more`;
      const records = await read(format, file(format.line(good("a")), wide, format.line(good("c"))));
      expect(faultsOf(records)).toEqual([`${format.wide} 1.csv:${first + 1} -`]);
      expect(records.blobs).toEqual([]);
    });

  it("is refused where the clock goes backwards", async () => {
    const late = { ...good("b"), answered: "09:59:59" };
    const records = await read(format, file(format.line(good("a")), format.line(late)));
    expect(faultsOf(records)).toEqual([`time_order 1.csv:${first + 1} ${format.backwards}`]);
  });

  it("counts calls that are still open, and says so", async () => {
    const open = { ...good("b"), answered: "", ended: "" };
    const records = await read(format, file(format.line(good("a")), format.line(open)));
    expect(warningsOf(records)).toContain(`open_calls ${first + 1} - 1`);
    expect(cellsOf(records)[0]?.totals).toMatchObject({ answered: 1, open: 1 });
  });

  it("is refused when a call is in it twice, at the later one", async () => {
    const records = await read(
      format,
      file(format.line(good("a")), format.line(good("b")), format.line(good("a"))),
    );
    expect(faultsOf(records)).toEqual([`call_duplicate 1.csv:${first + 2} call_id`]);
  });

  it("is read no further than the most records that an import may have", () => {
    const content = new TextEncoder().encode(file(...["a", "b", "c"].map((id) => format.line(good(id)))));
    const run = {
      zone: readingOptions.zone,
      zoneDeclared: true,
      queues: new QueueNames(),
      faults: new FaultLog(),
      warnings: new WarningLog(),
      sink: { add: () => {} },
      temporaryFolder: readingOptions.temporaryFolder,
      rows: 19_999_999,
    };
    const scanner = openReader(format.format, run, mapping).scannerOf(0, content);
    expect(() => {
      scanner.push(content);
      scanner.end();
    }).toThrow(LimitReached);
    expect(run.faults.list(["x"])).toMatchObject([{ code: "row_limit", place: { line: first + 1 } }]);
  });
});
