import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "#app/db/open-database.ts";
import { onBothDatabases } from "../support/databases.ts";

const kills = 8;

/** @returns the numbers that were acknowledged before the process was killed, at a moment of chance */
async function writeUntilKilled(url: string, from: number): Promise<number[]> {
  const writer = spawn(process.execPath, [
    path.join(import.meta.dirname, "writer-until-killed.ts"),
    url,
    `${from}`,
  ]);
  const said: string[] = [];
  const complaints: string[] = [];
  writer.stdout.on("data", (data) => said.push(String(data)));
  writer.stderr.on("data", (data) => complaints.push(String(data)));
  const ended = once(writer, "exit");
  await Promise.race([once(writer.stdout, "data"), ended]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
  writer.kill("SIGKILL");
  const [, signal] = await ended;
  if (signal !== "SIGKILL") throw new Error(`the writer ended by itself: ${complaints.join("")}`);
  // What stands behind the last line end was cut in the middle of being said.
  return said.join("").split("\n").slice(0, -1).map(Number);
}

onBothDatabases("a process that is killed while it writes", (world) => {
  it(`has lost nothing acknowledged and left no half transaction, ${kills} times`, async () => {
    let next = 0;
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill++) {
      const written = await writeUntilKilled(world().databaseUrl, next);
      acknowledged += written.length;
      const reopened = await openDatabase(world().databaseUrl);
      // On PostgreSQL the last transaction may still be ending on the server: a writer waits for it.
      await reopened.write(async () => undefined);
      const rows = await reopened.read.selectFrom("setting").select("key").execute();
      const keys = new Set(rows.map(({ key }) => key));
      for (const count of written) expect(keys, `acknowledged ${count}`).toContain(`${count} first`);
      for (const key of keys) {
        const other = key.endsWith("first") ? key.replace("first", "second") : key.replace("second", "first");
        expect(keys).toContain(other);
      }
      await reopened.close();
      next = 1 + Math.max(next, ...[...keys].map((key) => Number(key.split(" ")[0])));
    }
    expect(acknowledged).toBeGreaterThan(kills);
  }, 60_000);
});
