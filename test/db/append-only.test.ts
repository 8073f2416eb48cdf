import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { insertAccount, insertOrganisation } from "#app/db/account.ts";
import type { Writing } from "#app/db/database.ts";
import { onBothDatabases } from "../support/databases.ts";

const bytes = Buffer.from("as it was");

/** A row of each table that is history, with what it points at. */
async function writeHistory(trx: Writing): Promise<void> {
  await insertOrganisation(trx, {
    id: "o",
    kind: "buyer",
    name: "Exempelbo",
    organisation_number: "",
    created_us: 0,
  });
  await insertAccount(
    trx,
    {
      id: "a",
      email: "a@exempel.invalid",
      name: "Alva",
      organisation_id: "o",
      password_hash: "",
      language: "sv",
      created_us: 0,
    },
    [],
  );
  await trx
    .insertInto("tender")
    .values({ id: "t", organisation_id: "o", stage: "published", created_us: 0, deadline_us: 1 })
    .execute();
  await trx
    .insertInto("publication")
    .values({
      tender_id: "t",
      content: bytes,
      content_sha256: "",
      model: bytes,
      model_sha256: "",
      published_us: 0,
    })
    .execute();
  await trx
    .insertInto("addendum")
    .values({
      tender_id: "t",
      number: 1,
      reason: "{}",
      old_deadline_us: 1,
      new_deadline_us: 2,
      account_id: "a",
      published_us: 0,
    })
    .execute();
  await trx
    .insertInto("question")
    .values({
      id: "q",
      tender_id: "t",
      organisation_id: "o",
      account_id: "a",
      requirement_id: null,
      text: "",
      asked_us: 0,
    })
    .execute();
  await trx
    .insertInto("question_answer")
    .values({
      tender_id: "t",
      number: 1,
      version: 1,
      question_id: "q",
      question: "{}",
      answer: "{}",
      addendum: null,
      late_reason: "",
      account_id: "a",
      published_us: 0,
    })
    .execute();
  await trx
    .insertInto("response")
    .values({ id: "r", tender_id: "t", organisation_id: "o", created_us: 0 })
    .execute();
  await trx
    .insertInto("submission")
    .values({
      id: "s",
      response_id: "r",
      version: 1,
      received_us: 0,
      content: bytes,
      content_sha256: "",
      receipt: bytes,
      signature: bytes,
      idempotency_key: "k",
    })
    .execute();
  await trx.insertInto("withdrawal").values({ submission_id: "s", at_us: 0, account_id: "a" }).execute();
  await trx
    .insertInto("opening")
    .values({ tender_id: "t", part: "quality", opened_us: 0, record: bytes, record_sha256: "" })
    .execute();
  await trx
    .insertInto("score_sheet")
    .values({ tender_id: "t", account_id: "a", locked_us: 0, content: bytes, salt: bytes, commitment: "" })
    .execute();
  await trx
    .insertInto("conflict_declaration")
    .values({ id: "c", tender_id: "t", account_id: "a", conflict: 0, at_us: 0 })
    .execute();
  await trx
    .insertInto("response_file")
    .values({
      id: "f",
      response_id: "r",
      slot: "records",
      name: "log.csv",
      bytes: 1,
      sha256: "",
      blob: "b",
      created_us: 0,
      removed_us: null,
    })
    .execute();
  await trx
    .insertInto("record_import")
    .values({
      id: "i",
      response_id: "r",
      file_id: "f",
      kind: "incidents",
      zone: "UTC",
      content: bytes,
      content_sha256: "",
      rows: 0,
      warnings: "[]",
      created_us: 0,
      created_by: "a",
      replaces: null,
    })
    .execute();
  const decision = { tender_id: "t", act: "award" } as const;
  await trx
    .insertInto("proposal")
    .values({ ...decision, number: 1, content: bytes, sha256: "", account_id: "a", at_us: 0 })
    .execute();
  await trx
    .insertInto("decision")
    .values({ ...decision, record: bytes, record_sha256: "", decided_us: 0, standstill_end_us: 1 })
    .execute();
  await trx
    .insertInto("court_review")
    .values({
      tender_id: "t",
      number: 1,
      event: "applied",
      on_date: "2026-11-22",
      court: "7",
      account_id: "a",
      at_us: 0,
    })
    .execute();
  await trx
    .insertInto("low_bid_step")
    .values({
      tender_id: "t",
      response_id: "r",
      number: 1,
      act: "ask",
      words: "",
      due_us: 1,
      account_id: "a",
      at_us: 0,
    })
    .execute();
  await trx
    .insertInto("lottery")
    .values({ tender_id: "t", number: 1, act: "draw", words: "7", due_us: null, account_id: "a", at_us: 0 })
    .execute();
  await trx
    .insertInto("log")
    .values({ seq: 1, at_us: 0, actor: "a", kind: "export", tender: "t", body: bytes, leaf: bytes })
    .execute();
}

onBothDatabases("history", (world) => {
  describe.each([
    ["log", "actor = 'b'"],
    ["publication", "content_sha256 = 'b'"],
    ["addendum", "new_deadline_us = 7"],
    ["question", "text = 'b'"],
    ["question_answer", "answer = 'b'"],
    ["submission", "received_us = 7"],
    ["withdrawal", "at_us = 7"],
    ["opening", "opened_us = 7"],
    ["score_sheet", "locked_us = 7"],
    ["conflict_declaration", "conflict = 1"],
    ["record_import", "rows = 7"],
    ["proposal", "at_us = 7"],
    ["decision", "decided_us = 7"],
    ["lottery", "words = '8'"],
    ["low_bid_step", "words = '8'"],
    ["court_review", "court = '8'"],
  ])("in %s", (table, change) => {
    const rows = async () =>
      (await sql.raw(`select * from ${table}`).execute(world().app.database.read)).rows;
    const attempt = (statement: string) =>
      world().app.database.write((trx) => sql.raw(statement).execute(trx));

    it("can neither be changed nor deleted", async () => {
      await world().app.database.write(writeHistory);
      const before = await rows();
      expect(before).toHaveLength(1);
      const acts = [`update ${table} set ${change}`, `delete from ${table}`];
      if (world().app.database.dialect === "postgres") acts.push(`truncate ${table} cascade`);
      for (const act of acts) await expect(attempt(act), act).rejects.toThrow(`${table} is append-only`);
      expect(await rows()).toEqual(before);
    });
  });
});
