import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openDatabase } from "#app/db/open-database.ts";
import { assertVersion } from "#app/db/sqlite.ts";
import { onBothDatabases } from "../support/databases.ts";

onBothDatabases("the schema", (world) => {
  it("is up to date after a start, and another start changes nothing", async () => {
    const { database } = world().app;
    const before = await sql`select * from migration`.execute(database.read);
    expect(before.rows).not.toEqual([]);
    expect(await database.migrate(1)).toEqual([]);
    expect((await sql`select * from migration`.execute(database.read)).rows).toEqual(before.rows);
  });

  it("keeps what is stored when it is opened again", async () => {
    const { database } = world().app;
    await database.write((trx) => trx.insertInto("setting").values({ key: "a", value: "1" }).execute());
    const again = await openDatabase(world().databaseUrl);
    expect(await again.migrate(2)).toEqual([]);
    expect(await again.read.selectFrom("setting").selectAll().execute()).toEqual([{ key: "a", value: "1" }]);
    await again.close();
  });

  it("refuses a row that points at nothing", async () => {
    const orphan = {
      id_hash: "h",
      account_id: "nobody",
      created_us: 0,
      seen_us: 0,
      expires_us: 0,
      agent: "",
    };
    const act = world().app.database.write((trx) => trx.insertInto("session").values(orphan).execute());
    await expect(act).rejects.toThrow(/foreign key/i);
  });

  it("keeps microseconds exact to the last one, and gives them back as numbers", async () => {
    const { database } = world().app;
    const us = Number.MAX_SAFE_INTEGER;
    await database.write((trx) =>
      trx.insertInto("login_attempt").values({ id: "i", bucket: "b", at_us: us }).execute(),
    );
    const row = await database.read.selectFrom("login_attempt").select("at_us").executeTakeFirstOrThrow();
    expect(row.at_us).toBe(us);
  });

  it("keeps bytes as they are", async () => {
    const { database } = world().app;
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    await database.write((trx) =>
      trx
        .insertInto("log")
        .values({ seq: 1, at_us: 1, actor: "a", kind: "export", tender: null, body: bytes, leaf: bytes })
        .execute(),
    );
    const row = await database.read.selectFrom("log").select("body").executeTakeFirstOrThrow();
    expect(Buffer.compare(row.body, bytes)).toBe(0);
  });
});

onBothDatabases("the settings that durability rests on", (world) => {
  it("are those that were asked for, read back from the database itself", async () => {
    const { database } = world().app;
    const ask = async (question: string) =>
      Object.values(
        (await sql.raw<Record<string, unknown>>(question).execute(database.read)).rows[0] ?? {},
      )[0];
    if (database.dialect === "postgres") {
      for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
        expect(await ask(`show ${name}`), name).toBe("on");
      }
      return;
    }
    expect(await ask("pragma journal_mode")).toBe("wal");
    expect(await ask("pragma synchronous")).toBe(2);
    expect(await ask("pragma foreign_keys")).toBe(1);
    expect(await ask("pragma trusted_schema")).toBe(0);
    expect(await ask("pragma cell_size_check")).toBe(1);
  });
});

describe("the version of SQLite", () => {
  it.each(["3.51.3", "3.51.10", "3.52.0", "3.54.1", "4.0.0"])("may be %s", (version) => {
    expect(() => assertVersion(version)).not.toThrow();
  });

  it.each(["3.40.1", "3.51.2", "3.51", "2.99.99", ""])(
    "must not be '%s', which can lose a commit",
    (version) => {
      expect(() => assertVersion(version)).toThrow("at least 3.51.3 is needed");
    },
  );
});

describe("an address of a database", () => {
  it("that leads nowhere is an error at once and not at the first request", async () => {
    await expect(openDatabase("postgres://nobody@127.0.0.1:1/nothing")).rejects.toThrow();
    await expect(openDatabase("sqlite:/no/such/folder/x.sqlite")).rejects.toThrow();
  });
});
