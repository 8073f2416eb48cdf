import { createHash } from "node:crypto";
import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import type { CourtReview } from "#app/domain/award/court-review.ts";
import type {
  AwardRecord,
  CancellationRecord,
  ConclusionRecord,
  DecisionRecord,
} from "#app/domain/award/decision-record.ts";
import { recordBytes } from "#app/domain/award/decision-record.ts";
import type { LotteryDraw } from "#app/domain/award/lottery-draw.ts";
import { type Proposal, proposalBytes } from "#app/domain/award/proposal.ts";
import type { DecisionAct } from "#app/domain/award/two-people.ts";

export interface StoredProposal<P extends Proposal = Proposal> {
  readonly number: number;
  readonly proposal: P;
  readonly sha256: string;
  readonly proposedBy: string;
  readonly atUs: number;
}

type ProposalOf<A extends DecisionAct> = Extract<Proposal, { act: A }>;

/** The proposal that stands: a newer one takes the place of those before it. Null when there is none. */
export async function lastProposal<A extends DecisionAct>(
  db: Reading,
  tenderId: string,
  act: A,
): Promise<StoredProposal<ProposalOf<A>> | null> {
  const row = await db
    .selectFrom("proposal")
    .innerJoin("account", "account.id", "proposal.account_id")
    .select(["number", "proposal.content", "proposal.sha256", "proposal.at_us", "account.name"])
    .where("proposal.tender_id", "=", tenderId)
    .where("proposal.act", "=", act)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const proposal = JSON.parse(row.content.toString("utf8")) as ProposalOf<A>;
  return { number: row.number, proposal, sha256: row.sha256, proposedBy: row.name, atUs: row.at_us };
}

/** Puts down a proposal after those before it. Returns the SHA-256 of its bytes, which approvals name. */
export async function insertProposal(
  trx: Writing,
  tenderId: string,
  proposal: Proposal,
  accountId: string,
  atUs: number,
): Promise<string> {
  const { bytes, sha256 } = proposalBytes(proposal);
  const last = await lastProposal(trx, tenderId, proposal.act);
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto("proposal")
    .values({
      tender_id: tenderId,
      act: proposal.act,
      number,
      content: bytes,
      sha256,
      account_id: accountId,
      at_us: atUs,
    })
    .execute();
  return sha256;
}

/** Stores a decision; the table refuses every later change. Returns the SHA-256 of its bytes. */
export async function insertDecision(
  trx: Writing,
  act: DecisionAct,
  record: DecisionRecord,
  decidedUs: number,
  standstillEndUs: number | null,
): Promise<string> {
  const { bytes, sha256 } = recordBytes(record);
  await trx
    .insertInto("decision")
    .values({
      tender_id: record.tender,
      act,
      record: bytes,
      record_sha256: sha256,
      decided_us: decidedUs,
      standstill_end_us: standstillEndUs,
    })
    .execute();
  return sha256;
}

export interface StoredDecision<R extends DecisionRecord> {
  readonly record: R;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly decidedUs: number;
  readonly standstillEndUs: number | null;
}

export const readAward = (db: Reading, tenderId: string) => readDecision<AwardRecord>(db, tenderId, "award");
export const readConclusion = (db: Reading, tenderId: string) =>
  readDecision<ConclusionRecord>(db, tenderId, "conclude");
export const readCancellation = (db: Reading, tenderId: string) =>
  readDecision<CancellationRecord>(db, tenderId, "cancel");

/** Null before the decision. Bytes that do not give their own hash are a broken database and throw. */
async function readDecision<R extends DecisionRecord>(
  db: Reading,
  tenderId: string,
  act: DecisionAct,
): Promise<StoredDecision<R> | null> {
  const row = await db
    .selectFrom("decision")
    .selectAll()
    .where("tender_id", "=", tenderId)
    .where("act", "=", act)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (createHash("sha256").update(row.record).digest("hex") !== row.record_sha256) {
    throw new Error(`the decision ${act} of tender ${tenderId} does not give its hash`);
  }
  return {
    record: JSON.parse(row.record.toString("utf8")) as R,
    bytes: row.record,
    sha256: row.record_sha256,
    decidedUs: row.decided_us,
    standstillEndUs: row.standstill_end_us,
  };
}

/** The draw of a tender: the last announcement with what was entered after it. Null when none was announced. */
export async function readLottery(db: Reading, tenderId: string): Promise<LotteryDraw | null> {
  const rows = await lotteryRows(db, tenderId);
  const announced = rows.findLast(({ act }) => act === "announce");
  if (announced === undefined || announced.due_us === null) return null;
  const drawn = rows.findLast(({ act, number }) => act === "draw" && number > announced.number);
  return {
    source: announced.words,
    announcedUs: announced.at_us,
    dueUs: announced.due_us,
    value: drawn?.words ?? null,
  };
}

/** Appends to the draw: nothing of it is ever taken back, a mistake is corrected by what comes after it. */
export async function insertLottery(
  trx: Writing,
  tenderId: string,
  step: Pick<Tables["lottery"], "act" | "words" | "due_us" | "account_id" | "at_us">,
): Promise<void> {
  const number = (await lotteryRows(trx, tenderId)).length + 1;
  await trx
    .insertInto("lottery")
    .values({ tender_id: tenderId, number, ...step })
    .execute();
}

const lotteryRows = async (db: Reading, tenderId: string) =>
  await db.selectFrom("lottery").selectAll().where("tender_id", "=", tenderId).orderBy("number").execute();

/** What is known of a court's review, in the order in which it became known. */
export async function readCourtReviews(db: Reading, tenderId: string): Promise<readonly CourtReview[]> {
  return await db
    .selectFrom("court_review")
    .select(["event", "on_date as on", "court"])
    .where("tender_id", "=", tenderId)
    .orderBy("number")
    .execute();
}

export async function insertCourtReview(
  trx: Writing,
  tenderId: string,
  { event, on, court }: CourtReview,
  accountId: string,
  atUs: number,
): Promise<void> {
  const number = (await readCourtReviews(trx, tenderId)).length + 1;
  await trx
    .insertInto("court_review")
    .values({ tender_id: tenderId, number, event, on_date: on, court, account_id: accountId, at_us: atUs })
    .execute();
}
