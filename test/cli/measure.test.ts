import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureCommand } from "#app/cli/measure.ts";
import { inFolder, projectRoot } from "../imports/call-records/reading.ts";

const header = "call_id,queue,arrival_at,answered_at,ended_at\n";
const calls = `${header}1,q,2025-06-10T10:00:00Z,2025-06-10T10:00:09Z,2025-06-10T10:01:00Z\n`;

/** Exit code, and what was printed, of `measure` with a call file and a definition. */
const measure = (content: string, args: readonly string[], definition = "{}", mapping = "{}") =>
  inFolder(async (folder) => {
    const file = join(folder, "calls.csv");
    const definitionFile = join(folder, "definition.json");
    const mappingFile = join(folder, "mapping.json");
    writeFileSync(file, content);
    writeFileSync(definitionFile, definition);
    writeFileSync(mappingFile, mapping);
    const out: string[] = [];
    const err: string[] = [];
    const named = args.map(
      (arg) => ({ FILE: file, DEFINITION: definitionFile, MAPPING: mappingFile })[arg] ?? arg,
    );
    const io = {
      root: projectRoot,
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
    };
    return { code: await measureCommand(named, io), out: out.join(""), err: err.join("") };
  });

describe("the measure command", () => {
  it("ends with 0 when measured, also when a verdict is refuted", async () => {
    const asked = '{"requirements":[{"id":"A","target":"90","threshold_s":5,"min_coverage_pct":"0"}]}';
    const { code, out } = await measure(calls, ["FILE", "--definition", "DEFINITION"], asked);
    expect(code).toBe(0);
    expect(JSON.parse(out).verdicts[0]).toMatchObject({ verdict: "refuted", value: "0" });
  });

  it("knows the queue of a promise however its letters are composed", async () => {
    const asked = JSON.stringify({
      requirements: [{ id: "A", queue: "Va\u0308xel", min_coverage_pct: "0" }],
    });
    const { out } = await measure(
      calls.replace(",q,", ",V\u00e4xel,"),
      ["FILE", "--definition", "DEFINITION"],
      asked,
    );
    expect(JSON.parse(out).verdicts[0]).toMatchObject({ queue: "V\u00e4xel", verdict: "verified" });
  });

  it("ends with 1 when refused, and prints no figures", async () => {
    const { code, out } = await measure(`${calls}2,q,never,,\n`, ["FILE"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      fault_count: 1,
      months: [],
      traps: [],
      period: null,
      coverage: null,
    });
  });

  it("ends with 2 and says how, when it cannot be followed", async () => {
    const bad: readonly (readonly string[])[] = [
      [],
      ["FILE", "--nonsense"],
      ["missing.csv"],
      ["FILE", "--zone", "Asia/Kathmandu"],
      ["FILE", "--from", "2025-02-30"],
      ["FILE", "--from", "2025-03-01", "--to", "2025-03-01"],
      ["FILE", "--format", "4cx"],
      ["FILE", "--definition", "missing.json"],
    ];
    for (const args of bad) {
      const { code, out, err } = await measure(calls, args);
      expect({ args, code, out }).toEqual({ args, code: 2, out: "" });
      expect(err).toContain("skallbor measure FILE");
    }
  });

  it("ends with 2 when a definition cannot be computed, naming the field", async () => {
    const bad = [
      ['{"thresold_s":20}', ""],
      ["{", "json_broken"],
      ['{"threshold_s":601}', "threshold_s"],
      ['{"requirements":[{"id":"A","metric":"asa","evidence":"sample"}]}', "requirements.0.evidence"],
      [
        '{"requirements":[{"id":"A","metric":"max_wait","aggregation":"pooled"}]}',
        "requirements.0.aggregation",
      ],
      ['{"requirements":[{"id":"A","aggregation":"k_of_n"}]}', "requirements.0.k"],
      ['{"requirements":[{"id":"A","evidence":"sample","target":"101"}]}', "requirements.0.target"],
    ] as const;
    for (const [definition, field] of bad) {
      const { code, err } = await measure(calls, ["FILE", "--definition", "DEFINITION"], definition);
      expect({ definition, code }).toEqual({ definition, code: 2 });
      expect(err).toContain(field);
    }
  });

  it("reads a table of an unknown layout by a mapping, and ends with 2 when that cannot be used", async () => {
    const mapping = {
      columns: {
        call_id: "Id",
        queue: { constant: "Växel" },
        arrival_at: "In",
        answered_at: "Svar",
        ended_at: "Slut",
      },
      time: "DD.MM.YYYY HH:mm:ss",
    };
    const table = "Id;In;Svar;Slut\n1;10.06.2025 10:00:00;10.06.2025 10:00:09;10.06.2025 10:01:00\n";
    const given = ["FILE", "--mapping", "MAPPING"];
    const { code, out } = await measure(table, given, "{}", JSON.stringify(mapping));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: "mapped", rows: 1, queues: ["Växel"] });
    expect((await measure(table, ["FILE"])).code).toBe(1);
    const lacking = { ...mapping, time: "HH:mm" };
    const refused = await measure(table, given, "{}", JSON.stringify(lacking));
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("cannot be used: time");
    const both = [...given, "--format", "calls-csv"];
    expect((await measure(table, both, "{}", JSON.stringify(mapping))).code).toBe(2);
  });

  it("says why detail records without waits are no call records", async () => {
    const cdr =
      '"","0701","0101","in","x","SIP/a-1","SIP/b-2","Queue","q","2025-01-27 15:07:24",,"2025-01-27 15:07:51",27,27,"BUSY","DOCUMENTATION"\n';
    const { code, out } = await measure(cdr, ["FILE"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).faults).toMatchObject([
      { code: "format_unknown", message: expect.stringContaining("how long a caller waited") },
    ]);
  });

  it("measures a file without records as such", async () => {
    const { code, out } = await measure(header, ["FILE"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      rows: 0,
      months: [],
      warnings: [{ code: "disposition_derived" }, { code: "no_rows" }],
    });
  });
});
