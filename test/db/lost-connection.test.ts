import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { onPostgres } from "../support/databases.ts";

onPostgres("a connection that the database server ends in the middle of a write", (world) => {
  it("fails that write alone: the process lives and the next write goes through", async () => {
    const { database } = world().app;
    const interrupted = database.write(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.read);
      // The news arrives while no query is under way, when nobody is asking.
      await wait(100);
      await trx.insertInto("setting").values({ key: "interrupted", value: "1" }).execute();
    });
    await expect(interrupted).rejects.toThrow(/terminat|not queryable/i);
    await database.write((trx) => trx.insertInto("setting").values({ key: "next", value: "1" }).execute());
    expect(await database.read.selectFrom("setting").select("key").execute()).toEqual([{ key: "next" }]);
  });
});
