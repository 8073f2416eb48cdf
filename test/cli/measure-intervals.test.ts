import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureCommand } from "#app/cli/measure.ts";
import { projectRoot } from "../documents/invented-tender.ts";
import { inFolder } from "../imports/call-records/reading.ts";

/** Exit code and document of `measure` with one report. */
const measure = (content: string, ...args: readonly string[]) =>
  inFolder(async (folder) => {
    const file = join(folder, "report.csv");
    const definition = join(folder, "definition.json");
    writeFileSync(file, content);
    writeFileSync(
      definition,
      '{"requirements":[{"id":"SL","target":"80","min_coverage_pct":"0"},{"id":"SL-30","target":"80","threshold_s":30}]}',
    );
    const out: string[] = [];
    const io = { root: projectRoot, out: (text: string) => void out.push(text), err: () => {} };
    const named = args.map((arg) => (arg === "DEFINITION" ? definition : arg));
    return { code: await measureCommand([file, ...named], io), document: JSON.parse(out.join("") || "null") };
  });

const header = "start,end,queue,offered,answered,abandoned,answered within 20 s";
const rows = [
  "2025-03-03 08:00,2025-03-03 08:30,A,40,32,6,30",
  "2025-04-01 08:00,2025-04-01 08:30,B,40,40,0,40",
];
const report = [header, ...rows].join("\n");

describe("the measure command with an interval report", () => {
  it("knows it by itself, and prints the document with what the data allow", async () => {
    const { code, document } = await measure(report);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      format: "interval",
      rows: 2,
      rows_used: 2,
      faults: [],
      report: {
        preset: "generic",
        interval_s: 1800,
        attribution: "arrival",
        thresholds_s: [20],
        rounded: [],
      },
      queues: ["A", "B"],
    });
    const [march] = document.months;
    expect(march).toMatchObject({ month: "2025-03", queue: "*", offered: 40, blocked: null, open: null });
    expect(march.kpis.service_level).toEqual({ value: "75", unit: "%", numerator: 30, denominator: 40 });
    expect(march.kpis.asa).toEqual({ value: null, unit: "s", numerator: "0", denominator: 0 });
  });

  it("takes a part of it, and decides only requirements of its own limit", async () => {
    const { document } = await measure(
      report,
      "--from",
      "2025-04-01",
      "--queue",
      "B",
      "--definition",
      "DEFINITION",
    );
    expect(document).toMatchObject({ rows: 2, rows_used: 1, queues: ["B"] });
    const ofPeriod = document.verdicts.filter(({ window }: { window: string }) => window === "period");
    expect(
      ofPeriod.map(({ requirement, verdict }: Record<string, string>) => `${requirement} ${verdict}`),
    ).toEqual(["SL verified", "SL-30 no_data"]);
  });

  it("takes the limit from whoever knows it, when the report does not say", async () => {
    const unnamed = report.replace("within 20 s", "within threshold");
    const level = ({ document }: Awaited<ReturnType<typeof measure>>) =>
      document.months[0].kpis.service_level.value;
    expect(level(await measure(unnamed))).toBeNull();
    expect(level(await measure(unnamed, "--service-limit", "20"))).toBe("75");
    expect((await measure(unnamed, "--service-limit", "0")).code).toBe(2);
  });

  it("prints every interval when asked, all queues first, with what is not told left null", async () => {
    const both = `${report}\n2025-03-03 08:00,2025-03-03 08:30,B,10,10,0,9`;
    const { document } = await measure(both, "--half-hours");
    expect(document.half_hours).toHaveLength(5);
    expect(document.half_hours[0]).toEqual({
      start: "2025-03-03T08:00:00+01:00",
      length_s: 1800,
      queue: "*",
      offered: 50,
      answered: 42,
      abandoned: 6,
      blocked: null,
      timeout: null,
      overflow: null,
      closed: null,
      open: null,
      answered_within_t: 39,
      abandoned_within_t: null,
      wait_answered_s: null,
    });
    expect(document.half_hours[1]).toMatchObject({ queue: "A", offered: 40 });
  });

  it("ends with 1 when refused, and says where and why", async () => {
    const { code, document } = await measure(report.replace("40,32", "many,32"));
    expect(code).toBe(1);
    expect(document).toMatchObject({ fault_count: 1, months: [], traps: [], period: null, coverage: null });
    expect(document.faults).toEqual([
      {
        code: "cell_count",
        file: "report.csv",
        line: 2,
        column: "offered",
        message: "report.csv, line 2, offered: is no whole number of calls: many",
      },
    ]);
  });

  it("gives no figures of a file of another kind that is said to be one", async () => {
    const { code, document } = await measure("a,b\n1,2\n", "--format", "interval");
    expect(code).toBe(1);
    expect(document.faults).toMatchObject([{ code: "format_unknown" }]);
  });
});
