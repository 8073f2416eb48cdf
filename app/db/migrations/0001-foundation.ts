import { sql } from "kysely";
import type { Dialect, Reading } from "#app/db/database.ts";
import { appendOnly } from "#app/db/ddl.ts";

/** Accounts, tenders, responses, openings, scores, decisions, call records and the log. */
export async function up(db: Reading, dialect: Dialect): Promise<void> {
  const integer = sql.raw(dialect === "sqlite" ? "integer" : "bigint");
  const bytes = sql.raw(dialect === "sqlite" ? "blob" : "bytea");
  const strict = sql.raw(dialect === "sqlite" ? "strict" : "");
  const create = async (name: string, columns: ReturnType<typeof sql>) => {
    await sql`create table ${sql.raw(name)} (${columns}) ${strict}`.execute(db);
  };

  await create("setting", sql`key text primary key, value text not null`);
  await create(
    "organisation",
    sql`id text primary key, kind text not null check (kind in ('buyer', 'vendor')), name text not null,
        organisation_number text not null, created_us ${integer} not null`,
  );
  await create(
    "document_template",
    sql`id text primary key, organisation_id text not null references organisation (id), name text not null,
        bytes ${integer} not null, sha256 text not null, blob text not null unique, letterhead ${bytes} not null,
        created_us ${integer} not null, created_by text not null, removed_us ${integer}`,
  );
  await create(
    "account",
    sql`id text primary key, email text not null unique, name text not null,
        organisation_id text not null references organisation (id), password_hash text not null,
        password_expires_us ${integer},
        language text not null, created_us ${integer} not null, disabled_us ${integer}`,
  );
  await create(
    "account_role",
    sql`account_id text not null references account (id), role text not null, primary key (account_id, role)`,
  );
  await create(
    "session",
    sql`id_hash text primary key, account_id text not null references account (id), created_us ${integer} not null,
        seen_us ${integer} not null, expires_us ${integer} not null, agent text not null`,
  );
  await create("login_attempt", sql`id text primary key, bucket text not null, at_us ${integer} not null`);
  await create(
    "tender",
    sql`id text primary key, organisation_id text not null references organisation (id), stage text not null,
        created_us ${integer} not null, deadline_us ${integer}`,
  );
  await create(
    "tender_role",
    sql`tender_id text not null references tender (id), account_id text not null references account (id),
        role text not null, granted_us ${integer} not null, primary key (tender_id, account_id, role)`,
  );
  await create(
    "tender_draft",
    sql`tender_id text primary key references tender (id), version ${integer} not null, content text not null,
        updated_us ${integer} not null, updated_by text not null`,
  );
  await create(
    "tender_draft_history",
    sql`tender_id text not null references tender (id), version ${integer} not null, content text not null,
        updated_us ${integer} not null, updated_by text not null, primary key (tender_id, version)`,
  );
  await create(
    "publication",
    sql`tender_id text primary key references tender (id), content ${bytes} not null, content_sha256 text not null,
        model ${bytes} not null, model_sha256 text not null, published_us ${integer} not null`,
  );
  await create(
    "approval",
    sql`tender_id text not null references tender (id), act text not null, subject text not null,
        account_id text not null references account (id), at_us ${integer} not null,
        primary key (tender_id, act, subject, account_id)`,
  );
  await create(
    "addendum",
    sql`tender_id text not null references tender (id), number ${integer} not null, reason text not null,
        old_deadline_us ${integer} not null, new_deadline_us ${integer} not null,
        account_id text not null references account (id), published_us ${integer} not null,
        primary key (tender_id, number)`,
  );
  await create(
    "question",
    sql`id text primary key, tender_id text not null references tender (id),
        organisation_id text not null references organisation (id), account_id text not null references account (id),
        requirement_id text, text text not null, asked_us ${integer} not null`,
  );
  await create(
    "question_answer",
    sql`tender_id text not null references tender (id), number ${integer} not null, version ${integer} not null,
        question_id text not null references question (id), question text not null, answer text not null,
        addendum ${integer}, late_reason text not null, account_id text not null references account (id),
        published_us ${integer} not null, primary key (tender_id, number, version), unique (question_id, version)`,
  );
  await create(
    "response",
    sql`id text primary key, tender_id text not null references tender (id),
        organisation_id text not null references organisation (id), created_us ${integer} not null,
        unique (tender_id, organisation_id)`,
  );
  await create(
    "response_answer",
    sql`response_id text not null references response (id), requirement_id text not null, answer text not null,
        updated_us ${integer} not null, updated_by text not null, primary key (response_id, requirement_id)`,
  );
  await create(
    "response_statement",
    sql`response_id text not null references response (id), statement_id text not null, value text not null,
        updated_us ${integer} not null, updated_by text not null, primary key (response_id, statement_id)`,
  );
  await create(
    "response_price",
    sql`response_id text not null references response (id), item_id text not null, unit_price text not null,
        updated_us ${integer} not null, updated_by text not null, primary key (response_id, item_id)`,
  );
  await create(
    "response_file",
    sql`id text primary key, response_id text not null references response (id), slot text not null,
        name text not null, bytes ${integer} not null, sha256 text not null, blob text not null unique,
        created_us ${integer} not null, removed_us ${integer}`,
  );
  await create(
    "pending_workbook",
    sql`response_id text primary key references response (id), name text not null, reading text not null,
        read_us ${integer} not null, read_by text not null`,
  );
  await create(
    "submission",
    sql`id text primary key, response_id text not null references response (id), version ${integer} not null,
        received_us ${integer} not null, content ${bytes} not null, content_sha256 text not null,
        receipt ${bytes} not null, signature ${bytes} not null, idempotency_key text not null,
        unique (response_id, version), unique (response_id, idempotency_key)`,
  );
  await create(
    "withdrawal",
    sql`submission_id text primary key references submission (id), at_us ${integer} not null,
        account_id text not null references account (id)`,
  );
  await create(
    "opening",
    sql`tender_id text not null references tender (id), part text not null, opened_us ${integer} not null,
        record ${bytes} not null, record_sha256 text not null, primary key (tender_id, part)`,
  );
  await create(
    "conflict_declaration",
    sql`id text primary key, tender_id text not null references tender (id),
        account_id text not null references account (id), conflict ${integer} not null, at_us ${integer} not null`,
  );
  await create(
    "score",
    sql`tender_id text not null references tender (id), account_id text not null references account (id),
        response_id text not null references response (id), requirement_id text not null, level text not null,
        comment text not null, updated_us ${integer} not null,
        primary key (tender_id, account_id, response_id, requirement_id)`,
  );
  await create(
    "score_sheet",
    sql`tender_id text not null references tender (id), account_id text not null references account (id),
        locked_us ${integer} not null, content ${bytes} not null, salt ${bytes} not null, commitment text not null,
        primary key (tender_id, account_id)`,
  );
  await create(
    "consensus",
    sql`tender_id text not null references tender (id), response_id text not null references response (id),
        requirement_id text not null, level text not null, reason text not null,
        account_id text not null references account (id), at_us ${integer} not null,
        primary key (tender_id, response_id, requirement_id)`,
  );
  await create(
    "proposal",
    sql`tender_id text not null references tender (id), act text not null, number ${integer} not null,
        content ${bytes} not null, sha256 text not null, account_id text not null references account (id),
        at_us ${integer} not null, primary key (tender_id, act, number)`,
  );
  await create(
    "decision",
    sql`tender_id text not null references tender (id), act text not null, record ${bytes} not null,
        record_sha256 text not null, decided_us ${integer} not null, standstill_end_us ${integer},
        primary key (tender_id, act)`,
  );
  await create(
    "court_review",
    sql`tender_id text not null references tender (id), number ${integer} not null, event text not null,
        on_date text not null, court text not null, account_id text not null references account (id),
        at_us ${integer} not null, primary key (tender_id, number)`,
  );
  await create(
    "low_bid_step",
    sql`tender_id text not null references tender (id), response_id text not null references response (id),
        number ${integer} not null, act text not null, words text not null, due_us ${integer},
        account_id text not null references account (id), at_us ${integer} not null,
        primary key (response_id, number)`,
  );
  await create(
    "lottery",
    sql`tender_id text not null references tender (id), number ${integer} not null, act text not null,
        words text not null, due_us ${integer}, account_id text not null references account (id),
        at_us ${integer} not null, primary key (tender_id, number)`,
  );
  await create(
    "call_import",
    sql`id text primary key, response_id text not null references response (id),
        file_id text not null references response_file (id), state text not null,
        format text not null, zone text not null, clock text not null, mapping text, replaces text not null,
        resolution_s text not null,
        rows ${integer} not null, warnings text not null, faults text not null,
        fault_count ${integer} not null, bytes_read ${integer} not null, bytes_total ${integer} not null,
        started_us ${integer} not null, finished_us ${integer}, started_by text not null`,
  );
  await create(
    "column_mapping",
    sql`id text primary key, organisation_id text not null references organisation (id), name text not null,
        fingerprint text not null, mapping text not null, saved_us ${integer} not null,
        saved_by text not null references account (id), unique (organisation_id, name)`,
  );
  await create(
    "call_aggregate",
    sql`import_id text not null references call_import (id), queue text not null, utc_day ${integer} not null,
        cells ${bytes} not null, primary key (import_id, queue, utc_day)`,
  );
  await create(
    "call_month",
    sql`import_id text not null references call_import (id), queue text not null, month text not null,
        totals ${bytes} not null, primary key (import_id, queue, month)`,
  );
  await create(
    "record_import",
    sql`id text primary key, response_id text not null references response (id),
        file_id text not null unique references response_file (id), kind text not null, zone text not null,
        content ${bytes} not null, content_sha256 text not null, rows ${integer} not null, warnings text not null,
        created_us ${integer} not null, created_by text not null references account (id),
        replaces text references record_import (id)`,
  );
  await create(
    "log",
    sql`seq ${integer} primary key, at_us ${integer} not null, actor text not null, kind text not null, tender text,
        body ${bytes} not null, leaf ${bytes} not null`,
  );
  await sql`create index log_tender on log (tender, seq)`.execute(db);
  await sql`create index login_attempt_bucket on login_attempt (bucket, at_us)`.execute(db);
  await sql`create index session_account on session (account_id)`.execute(db);
  await sql`create index question_tender on question (tender_id)`.execute(db);
  await sql`create index response_file_response on response_file (response_id)`.execute(db);
  await sql`create index call_import_response on call_import (response_id)`.execute(db);
  await sql`create index record_import_response on record_import (response_id)`.execute(db);

  // What has been published, submitted, opened, locked or logged is history: the database itself refuses to rewrite it.
  const history = [
    "log",
    "publication",
    "addendum",
    "question",
    "question_answer",
    "submission",
    "withdrawal",
    "opening",
    "score_sheet",
    "conflict_declaration",
    "proposal",
    "decision",
    "lottery",
    "low_bid_step",
    "court_review",
    "record_import",
  ];
  for (const table of history) await appendOnly(db, dialect, table);
}
