import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#app/db/open-database.ts";
import { runCli, startCli } from "../../cli/run-cli.ts";

const whole = "skallbor.sqlite";
const half = "example-in-the-making.sqlite";

describe("skallbor demo --no-serve", { timeout: 120_000 }, () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-demo-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const makeDemo = () => runCli(["demo", "--no-serve"], { DATA_DIR: folder });

  async function read() {
    const database = await openDatabase(`sqlite:${path.join(folder, whole)}`);
    try {
      const tenders = await database.read
        .selectFrom("tender")
        .select("stage")
        .orderBy("created_us")
        .execute();
      const files = await database.read.selectFrom("response_file").select("blob").execute();
      return { stages: tenders.map(({ stage }) => stage), blobs: files.map(({ blob }) => blob).sort() };
    } finally {
      await database.close();
    }
  }

  it("makes the example once, and keeps it at the next start", async () => {
    const first = await makeDemo();
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^1\/6 [\s\S]+^6\/6 [\s\S]+The example is ready in /m);
    const made = await read();
    expect(made.stages).toEqual(["concluded", "awarded", "published", "draft"]);
    expect((await readdir(path.join(folder, "blobs"))).sort()).toEqual(made.blobs);

    const second = await makeDemo();
    expect(second).toEqual({ code: 0, err: "", out: `The example is in ${folder}\n` });
    expect(await read()).toEqual(made);
  });

  it("makes it in a database that has a schema and nobody in it", async () => {
    await runCli(["migrate"], { DATA_DIR: folder });
    expect((await makeDemo()).out).toContain("The example is ready");
    expect((await read()).stages).toHaveLength(4);
  });

  it("leaves an installation without the example alone, and says so", async () => {
    const someone = [
      "--email",
      "ada@exempelbo.test",
      "--name",
      "Ada Exempelsson",
      "--organisation",
      "Exempelbo",
    ];
    expect(await runCli(["user", "create", ...someone], { DATA_DIR: folder })).toMatchObject({ code: 0 });
    const refused = await makeDemo();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("without the example");
    expect((await read()).stages).toEqual([]);
  });

  it("makes it anew after a run that was killed half-way, and leaves nothing of that run", async () => {
    const child = startCli(["demo", "--no-serve"], { DATA_DIR: folder });
    await untilSaid(child, "5/6");
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    expect(existsSync(path.join(folder, half))).toBe(true);
    expect(existsSync(path.join(folder, whole))).toBe(false);

    expect(await makeDemo()).toMatchObject({ code: 0, err: "" });
    const { stages, blobs } = await read();
    expect(stages).toEqual(["concluded", "awarded", "published", "draft"]);
    expect((await readdir(path.join(folder, "blobs"))).sort()).toEqual(blobs);
    expect((await readdir(folder)).filter((name) => name.startsWith(half))).toEqual([]);
  });
});

function untilSaid({ stdout }: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    stdout?.on("data", (text: Buffer) => {
      said += text.toString("utf8");
      if (said.includes(words)) resolve();
    });
    stdout?.once("end", () => reject(new Error(`never said ${words}: ${said}`)));
  });
}
