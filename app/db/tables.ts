import type { ReviewEvent } from "#app/domain/award/court-review.ts";
import type { DecisionAct } from "#app/domain/award/two-people.ts";
import type { Stage } from "#app/domain/tender/stage.ts";

/**
 * The tables, one interface each. Instants (`…Us`) are integer microseconds since 1970 UTC. `content`, `record` and
 * `receipt` columns hold exact bytes: they are hashed, so they are stored as written and never serialised again.
 * Money and scores are decimal strings. Flags are 0 or 1.
 */
export interface Tables {
  setting: { key: string; value: string };
  organisation: {
    id: string;
    kind: "buyer" | "vendor";
    name: string;
    organisation_number: string;
    created_us: number;
  };
  /** A buyer's own Word template: the uploaded file in the blob folder, and what documents take from it as JSON. */
  document_template: {
    id: string;
    organisation_id: string;
    name: string;
    bytes: number;
    sha256: string;
    blob: string;
    letterhead: Buffer;
    created_us: number;
    created_by: string;
    /** When another one took its place, or none: tenders published before then keep it. */
    removed_us: number | null;
  };
  account: {
    id: string;
    email: string;
    name: string;
    organisation_id: string;
    password_hash: string;
    /** Set for a one-time password: until then it can be exchanged for one of the person's own choice. */
    password_expires_us: number | null;
    language: "sv" | "en";
    created_us: number;
    disabled_us: number | null;
  };
  account_role: { account_id: string; role: string };
  tender_role: { tender_id: string; account_id: string; role: string; granted_us: number };
  session: {
    id_hash: string;
    account_id: string;
    created_us: number;
    seen_us: number;
    expires_us: number;
    agent: string;
  };
  login_attempt: { id: string; bucket: string; at_us: number };
  tender: {
    id: string;
    organisation_id: string;
    stage: Stage;
    created_us: number;
    /** Set at publication; extensions move it later, never earlier. */
    deadline_us: number | null;
  };
  tender_draft: {
    tender_id: string;
    version: number;
    content: string;
    updated_us: number;
    updated_by: string;
  };
  tender_draft_history: {
    tender_id: string;
    version: number;
    content: string;
    updated_us: number;
    updated_by: string;
  };
  publication: {
    tender_id: string;
    content: Buffer;
    content_sha256: string;
    model: Buffer;
    model_sha256: string;
    published_us: number;
  };
  approval: { tender_id: string; act: string; subject: string; account_id: string; at_us: number };
  /** A later deadline and why; `reason` is JSON of a `Text`. */
  addendum: {
    tender_id: string;
    /** From 1 in the order of publication. */
    number: number;
    reason: string;
    old_deadline_us: number;
    new_deadline_us: number;
    account_id: string;
    published_us: number;
  };
  /** As a vendor asked it. Who asked is read by nobody but that vendor. */
  question: {
    id: string;
    tender_id: string;
    organisation_id: string;
    account_id: string;
    requirement_id: string | null;
    text: string;
    asked_us: number;
  };
  /** A question as everyone reads it, with its answer; `question` and `answer` are JSON of a `Text`. */
  question_answer: {
    tender_id: string;
    /** From 1 in the order of publication. */
    number: number;
    /** From 1; the last one stands. */
    version: number;
    question_id: string;
    question: string;
    answer: string;
    /** Number of the addendum that the answer led to. */
    addendum: number | null;
    /** Why an answer that came too late needs no later deadline; "" when it came in time. */
    late_reason: string;
    account_id: string;
    published_us: number;
  };
  response: { id: string; tender_id: string; organisation_id: string; created_us: number };
  response_answer: {
    response_id: string;
    requirement_id: string;
    answer: string;
    updated_us: number;
    updated_by: string;
  };
  response_price: {
    response_id: string;
    item_id: string;
    unit_price: string;
    updated_us: number;
    updated_by: string;
  };
  response_statement: {
    response_id: string;
    statement_id: string;
    value: string;
    updated_us: number;
    updated_by: string;
  };
  response_file: {
    id: string;
    response_id: string;
    slot: string;
    name: string;
    bytes: number;
    sha256: string;
    /** Random name of the write-once file in the blob folder. */
    blob: string;
    created_us: number;
    removed_us: number | null;
  };
  /** A read workbook that the vendor has not accepted yet; `reading` is JSON. */
  pending_workbook: { response_id: string; name: string; reading: string; read_us: number; read_by: string };
  submission: {
    id: string;
    response_id: string;
    version: number;
    received_us: number;
    content: Buffer;
    content_sha256: string;
    receipt: Buffer;
    signature: Buffer;
    idempotency_key: string;
  };
  /** Beside the submission and not in it: what has been submitted is never rewritten. */
  withdrawal: { submission_id: string; at_us: number; account_id: string };
  opening: {
    tender_id: string;
    part: "quality" | "price";
    opened_us: number;
    record: Buffer;
    record_sha256: string;
  };
  conflict_declaration: {
    id: string;
    tender_id: string;
    account_id: string;
    conflict: number;
    at_us: number;
  };
  score: {
    tender_id: string;
    account_id: string;
    response_id: string;
    requirement_id: string;
    level: string;
    comment: string;
    updated_us: number;
  };
  score_sheet: {
    tender_id: string;
    account_id: string;
    locked_us: number;
    content: Buffer;
    salt: Buffer;
    commitment: string;
  };
  consensus: {
    tender_id: string;
    response_id: string;
    requirement_id: string;
    level: string;
    reason: string;
    account_id: string;
    at_us: number;
  };
  /** What somebody proposes to decide; it is decided when a second person confirms the very same bytes. */
  proposal: {
    tender_id: string;
    act: DecisionAct;
    /** From 1; the last one stands. */
    number: number;
    content: Buffer;
    sha256: string;
    account_id: string;
    at_us: number;
  };
  /** What two people have decided: award, contract or cancellation, once each. */
  decision: {
    tender_id: string;
    act: DecisionAct;
    record: Buffer;
    record_sha256: string;
    decided_us: number;
    /** Of an award: from then on the contract may be signed. */
    standstill_end_us: number | null;
  };
  /** What became known of a court's review of the tender. */
  court_review: {
    tender_id: string;
    number: number;
    event: ReviewEvent;
    /** Date of the application or the judgment. */
    on_date: string;
    court: string;
    account_id: string;
    at_us: number;
  };
  /** The hearing of a bid that seems abnormally low: questions, answers and decisions, none of which replaces another. */
  low_bid_step: {
    tender_id: string;
    response_id: string;
    number: number;
    act: "ask" | "answer" | "accept" | "reject";
    words: string;
    due_us: number | null;
    account_id: string;
    at_us: number;
  };
  /** A draw between equal bids: what will be drawn with and when that is published, then what was published. */
  lottery: {
    tender_id: string;
    number: number;
    act: "announce" | "draw";
    words: string;
    due_us: number | null;
    account_id: string;
    at_us: number;
  };
  call_import: {
    id: string;
    response_id: string;
    /** The uploaded file that was read, a row of `response_file`. */
    file_id: string;
    state: "running" | "done" | "refused" | "cancelled" | "interrupted";
    format: string;
    zone: string;
    clock: string;
    /** Of a table of an unknown layout: the column mapping it was read by, as JSON. */
    mapping: string | null;
    /** Ids of the imports that it took the place of, as JSON. */
    replaces: string;
    resolution_s: string;
    rows: number;
    warnings: string;
    faults: string;
    fault_count: number;
    bytes_read: number;
    bytes_total: number;
    started_us: number;
    finished_us: number | null;
    started_by: string;
  };
  /** Column mappings that a vendor keeps, to be offered again by the header of a file. */
  column_mapping: {
    id: string;
    organisation_id: string;
    name: string;
    /** SHA-256 of the names in the header. */
    fingerprint: string;
    mapping: string;
    saved_us: number;
    saved_by: string;
  };
  /** Each queue, and under `*` all together. */
  call_aggregate: { import_id: string; queue: string; utc_day: number; cells: Buffer };
  /** The same by local month. */
  call_month: { import_id: string; queue: string; month: string; totals: Buffer };
  /** What was read out of an incident log, a staffing plan or another record file, whole. */
  record_import: {
    id: string;
    response_id: string;
    /** The uploaded file that was read, a row of `response_file`. */
    file_id: string;
    kind: string;
    zone: string;
    content: Buffer;
    content_sha256: string;
    rows: number;
    warnings: string;
    created_us: number;
    created_by: string;
    /** The import of the same kind that it took the place of. */
    replaces: string | null;
  };
  log: {
    seq: number;
    at_us: number;
    actor: string;
    kind: string;
    tender: string | null;
    body: Buffer;
    leaf: Buffer;
  };
}
