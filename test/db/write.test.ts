import { expect, it } from "vitest";
import type { Writing } from "#app/db/database.ts";
import { onBothDatabases } from "../support/databases.ts";

const put = (trx: Writing, key: string, value: string) =>
  trx.insertInto("setting").values({ key, value }).execute();

onBothDatabases("a write transaction", (world) => {
  const keys = async () => {
    const rows = await world().app.database.read.selectFrom("setting").select("key").orderBy("key").execute();
    return rows.map((row) => row.key);
  };

  it("is seen by readers once it has committed", async () => {
    await world().app.database.write(async (trx) => {
      await put(trx, "a", "1");
      expect(await keys()).toEqual([]);
    });
    expect(await keys()).toEqual(["a"]);
  });

  it("leaves nothing when it throws", async () => {
    const act = world().app.database.write(async (trx) => {
      await put(trx, "a", "1");
      throw new Error("changed its mind");
    });
    await expect(act).rejects.toThrow("changed its mind");
    expect(await keys()).toEqual([]);
  });

  it("runs alone among writers: twenty concurrent increments lose none", async () => {
    const { database } = world().app;
    await database.write((trx) => put(trx, "counter", "0"));
    let inside = 0;
    const increment = () =>
      database.write(async (trx) => {
        inside += 1;
        expect(inside).toBe(1);
        const { value } = await trx
          .selectFrom("setting")
          .select("value")
          .where("key", "=", "counter")
          .executeTakeFirstOrThrow();
        await new Promise((resolve) => setTimeout(resolve, 1));
        await trx
          .updateTable("setting")
          .set({ value: String(Number(value) + 1) })
          .where("key", "=", "counter")
          .execute();
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    const row = await database.read
      .selectFrom("setting")
      .select("value")
      .where("key", "=", "counter")
      .executeTakeFirstOrThrow();
    expect(row.value).toBe("20");
  });
});
