import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const names = [
  "serve",
  "demo",
  "evaluate",
  "statistics",
  "measure",
  "catalogue check",
  "templates check",
  "user create",
  "migrate",
  "config check",
];

describe("skallbor", { timeout: 60_000 }, () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-cli-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("lists every command and ends with 2 when none is given", async () => {
    const { code, out, err } = await runCli([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const name of names) expect(err).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  });

  it("lists them on request without calling that an error", async () => {
    const { code, out, err } = await runCli(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  });

  it.each([["brew"], ["constructor"], ["catalogue"], ["user", "rename"]])(
    "names the unknown command: %s %s",
    async (...words) => {
      const { code, out, err } = await runCli(words);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.split("\n")[0]).toBe(`unknown command: ${words.join(" ")}`);
    },
  );

  it.each([
    ["serve", "now"],
    ["demo", "--fast"],
    ["evaluate"],
    ["statistics"],
    ["measure"],
    ["catalogue", "check", "one", "two"],
    ["templates", "check", "now"],
    ["user", "create"],
    ["migrate", "down"],
    ["config", "check", "now"],
  ])("ends with 2 and says how to call it: %s %s", async (...words) => {
    const { code, out, err } = await runCli(words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/usage: |^skallbor measure FILE/m);
  });

  it("recomputes an evaluation case from standard input", async () => {
    const params = {
      criteria: [{ id: "Q", weight: "300", max: "3" }],
      tie_break: { rules: ["lower_tender_price"] },
    };
    const bids = [
      { id: "A", price: "1000", points: { Q: "1" } },
      { id: "B", price: "1100", points: { Q: "3" } },
    ];
    const cases = [{ id: "one", model: "added_value_deduction", params, bids }];
    const { code, out } = await runCli(["evaluate", "-"], {}, JSON.stringify(cases));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ id: "one", exact: { A: "900", B: "800" }, winner: "B" }]);
  });

  it("says that a faulty case failed with 1 and still computes the others", async () => {
    const cases = [
      { id: "one", model: "magic", params: {}, bids: [] },
      {
        id: "two",
        model: "added_value_deduction",
        params: { criteria: [] },
        bids: [{ id: "A", price: "1" }],
      },
    ];
    const { code, out } = await runCli(["evaluate", "-"], {}, JSON.stringify(cases));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { id: "one", error: { code: "unknown_model", path: "model" } },
      { id: "two", exact: { A: "1" } },
    ]);
  });

  it("finds no fault in the shipped document templates", async () => {
    expect(await runCli(["templates", "check"])).toEqual({ code: 0, out: "no faults\n", err: "" });
  });

  it("shows all faults of the settings at once", async () => {
    const { code, err } = await runCli(["config", "check"], { PORT: "many", APP_COLOUR: "red" });
    expect(code).toBe(1);
    expect(err).toContain("PORT: setting_invalid");
    expect(err).toContain("APP_COLOUR: setting_unknown");
  });

  it("makes the schema once and then finds it up to date", async () => {
    const first = await runCli(["migrate"], { DATA_DIR: folder });
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^applied 0001/);
    expect(await runCli(["migrate"], { DATA_DIR: folder })).toMatchObject({ code: 0, out: "up to date\n" });
  });
});
