import { rm } from "node:fs/promises";
import { expect, it } from "vitest";
import { blobPath } from "#app/db/blob.ts";
import { attachedFile } from "../services/response/attached-file.ts";
import { onBothDatabases } from "../support/databases.ts";
import { makePerson } from "../support/people.ts";
import { serving } from "./serving.ts";

onBothDatabases("the server's log", (open) => {
  it("says of each answer what was asked for, with which outcome, as one line of JSON", async () => {
    const lines: string[] = [];
    await makePerson(open(), { organisation: "buyer" });
    await serving(
      open().app,
      async (address) => void (await fetch(`${address}/tenders`)),
      0,
      (line) => lines.push(line),
    );
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { method: "GET", path: "/tenders", status: 200, requestId: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
  });

  it("holds nothing of what was sent: no query, no form, no cookie, no message of an error", async () => {
    const lines: string[] = [];
    const canary = "kanariefågel";
    await makePerson(open(), { organisation: "buyer" });
    await serving(
      open().app,
      async (address) => {
        await fetch(`${address}/broken?words=${canary}`, {
          headers: { cookie: `sid=${encodeURIComponent(canary)}` },
        });
        await fetch(`${address}/tenders`, { method: "POST", body: canary, headers: { origin: address } });
      },
      0,
      (line) => lines.push(line),
    );
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.join("")).not.toContain(canary);
    expect(lines.join("")).not.toContain(encodeURIComponent(canary));
    expect(JSON.parse(lines.find((line) => line.includes("frames")) ?? "{}")).toMatchObject({
      error: "Error",
    });
  });
});

onBothDatabases("readiness", (open) => {
  it("is told when the database writes and there is room", async () => {
    await serving(open().app, async (address) => {
      const answer = await fetch(`${address}/readyz`);
      expect([answer.status, await answer.text()]).toEqual([200, "ready\n"]);
    });
  });

  it("names a lost file to this machine, and submits are taken all the same", async () => {
    const world = open();
    const { id, blob } = await attachedFile(world);
    await rm(blobPath(world.app.dataDir, blob));
    await serving(world.app, async (address) => {
      const answer = await fetch(`${address}/readyz`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(new RegExp(`^ready\nfiles_without_blob: .*${id}\n$`));
    });
  });

  it("is refused, with the reason, when the database is gone", async () => {
    const { app } = open();
    await app.database.close();
    await serving(app, async (address) => {
      const answer = await fetch(`${address}/readyz`);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain("database_writer_failed");
    });
  });
});
