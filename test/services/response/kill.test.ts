import { spawn } from "node:child_process";
import { createHash, createPublicKey } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { expect, it } from "vitest";
import { verifyReceipt } from "#app/domain/response/receipt.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { publishTender } from "./published-tender.ts";
import { answerAll } from "./submitting.ts";

const rounds = 4;
const program = path.join(import.meta.dirname, "submitting-process.ts");

/** Lets a process submit until it has given some receipts and is then killed in the midst of the next. */
async function killedWhileSubmitting(world: World, person: string, tenderId: string, afterMs: number) {
  const { dataDir } = world.app;
  const child = spawn(process.execPath, [program, dataDir, world.databaseUrl, person, tenderId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (said === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
    said += chunk.toString("utf8");
  });
  await once(child, "close");
  // The last line may have been cut off: what was not wholly said was not acknowledged.
  return said.split("\n").slice(0, -1);
}

onBothDatabases("a process that is killed while submitting", (open) => {
  it("loses no receipt that it gave and leaves nothing half", { timeout: 60_000 }, async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const said = await killedWhileSubmitting(world, JSON.stringify(vendor), tenderId, 20 + 17 * round);
      expect(said.length).toBeGreaterThan(0);
      acknowledged.push(...said);
    }

    const db = world.app.database.read;
    const stored = await db.selectFrom("submission").selectAll().orderBy("version").execute();
    const receipts = new Set(stored.map(({ receipt }) => receipt.toString("base64")));
    expect(acknowledged.filter((receipt) => !receipts.has(receipt))).toEqual([]);
    expect(stored.map(({ version }) => version)).toEqual(stored.map((_, index) => index + 1));

    const key = createPublicKey(world.app.signing.key);
    const log = await db.selectFrom("log").selectAll().orderBy("seq").execute();
    for (const { receipt, signature, content, content_sha256, version } of stored) {
      expect(verifyReceipt(receipt, signature, key)).toBe(true);
      expect(createHash("sha256").update(content).digest("hex")).toBe(content_sha256);
      const said = JSON.parse(receipt.toString("utf8"));
      const entry = log[said.log.index];
      expect(entry?.leaf.toString("hex")).toBe(said.log.leaf);
      expect(JSON.parse(entry?.body.toString("utf8") ?? "{}").facts.version).toBe(version);
    }
    const entries = log.filter(({ kind }) => kind === "response.submit" || kind === "response.replace");
    expect(entries).toHaveLength(stored.length);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  });
});
