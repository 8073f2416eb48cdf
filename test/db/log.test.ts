import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { recordEvent } from "#app/db/log.ts";
import type { LogEntry } from "#app/domain/log/entry.ts";
import { onBothDatabases } from "../support/databases.ts";

const entry: Omit<LogEntry, "seq"> = {
  atUs: 1_000,
  actor: "a",
  kind: "export",
  tender: null,
  facts: { zeta: 1, alfa: "x", none: null },
};

onBothDatabases("the log", (world) => {
  const append = (changes: Partial<LogEntry> = {}) =>
    world().app.database.write((trx) => recordEvent(trx, "skallbor 1.2.3", { ...entry, ...changes }));
  const rows = () => world().app.database.read.selectFrom("log").selectAll().orderBy("seq").execute();

  it("numbers its entries from 1 without a gap, also when many are written at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => append()));
    expect((await rows()).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("has no entry of an act that did not happen, and reuses its number", async () => {
    const act = world().app.database.write(async (trx) => {
      await recordEvent(trx, "skallbor 1.2.3", entry);
      throw new Error("the act failed");
    });
    await expect(act).rejects.toThrow("the act failed");
    expect(await rows()).toEqual([]);
    expect((await append()).seq).toBe(1);
  });

  it("never goes back in time, even when the clock does", async () => {
    await append({ atUs: 5_000 });
    await append({ atUs: 2_000 });
    await append({ atUs: 6_000 });
    expect((await rows()).map(({ at_us }) => at_us)).toEqual([5_000, 5_000, 6_000]);
  });

  it("keeps the exact bytes that its leaf hash is of, SHA-256(0x00 || body) as RFC 6962 says", async () => {
    const { leaf } = await append();
    const [row] = await rows();
    expect(row?.body.toString()).toBe(
      '{"v":1,"release":"skallbor 1.2.3","seq":1,"at_us":1000,"actor":"a","kind":"export","tender":null,' +
        '"facts":{"alfa":"x","none":null,"zeta":1}}',
    );
    const expected = createHash("sha256")
      .update(Buffer.concat([Buffer.of(0), row?.body ?? Buffer.of()]))
      .digest("hex");
    expect(row?.leaf.toString("hex")).toBe(expected);
    expect(leaf.toString("hex")).toBe(expected);
  });
});
