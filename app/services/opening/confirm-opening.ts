import { approvalsOf } from "#app/db/approval.ts";
import type { Reading, Writing } from "#app/db/database.ts";
import { countLateAttempts, putConfirmation } from "#app/db/opening.ts";
import { readPublication } from "#app/db/publication.ts";
import { lastSubmissions } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Approval, byTwoPeople, counting } from "#app/domain/account/approval.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { mayOpenFrom, stillHolds } from "#app/domain/opening/opening-time.ts";
import { openingRecord, type Part } from "#app/domain/opening/record.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { submitInFlight } from "#app/services/response/submits-in-flight.ts";

const acts = {
  quality: { action: "response.open", opensTo: "opened" },
  price: { action: "price.open", opensTo: "evaluated" },
} as const;

/** Openers whose confirmation counts now; with two the part is open. */
export interface Confirmation {
  readonly opened: boolean;
  readonly confirmedBy: readonly Approval[];
}

/**
 * An opener confirms that a part is to be opened. The second of two different people opens it, for all responses at
 * once: stage, opening record and log entry in the same transaction.
 *
 * Faults: `opening_too_early` before the deadline and its margin have passed, `submit_in_flight` while a submit that
 * came in time is still being written; `wrong_stage`, `not_found` as `authoriseTender`.
 */
export async function confirmOpening(
  app: Application,
  actor: Actor,
  tenderId: string,
  part: Part,
): Promise<Result<Confirmation>> {
  const { action } = acts[part];
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, action, tenderId);
    if (!access.ok) return access;
    const { deadlineUs } = access.value;
    if (actor.kind !== "person" || deadlineUs === null) return failure({ code: "not_found" });
    const nowUs = app.now();
    if (nowUs < mayOpenFrom(deadlineUs)) {
      return failure({ code: "opening_too_early", params: { from: instantText(mayOpenFrom(deadlineUs)) } });
    }
    if (submitInFlight(app, tenderId)) return failure({ code: "submit_in_flight" });

    await putConfirmation(trx, { tenderId, part, accountId: actor.accountId, atUs: nowUs });
    await log(app, trx, actor, "part.request-open", tenderId, { part });
    const confirmedBy = await standingConfirmations(trx, tenderId, part, nowUs);
    if (!byTwoPeople(confirmedBy)) return success({ opened: false, confirmedBy });
    await openPart(app, trx, actor, tenderId, part, deadlineUs, confirmedBy);
    return success({ opened: true, confirmedBy });
  });
}

/** Confirmations of openers that count at an instant, oldest first. */
export async function standingConfirmations(
  db: Reading,
  tenderId: string,
  part: Part,
  nowUs: number,
): Promise<readonly Approval[]> {
  const confirmations = counting(acts[part].action, await approvalsOf(db, tenderId, "open", part));
  return confirmations.filter(({ atUs }) => stillHolds(atUs, nowUs));
}

async function openPart(
  app: Application,
  trx: Writing,
  actor: Actor,
  tenderId: string,
  part: Part,
  deadlineUs: number,
  openers: readonly Approval[],
): Promise<void> {
  const publication = await readPublication(trx, tenderId);
  if (publication === null) throw new Error(`tender ${tenderId} is past publication without a publication`);
  const submissions = await lastSubmissions(trx, tenderId);
  const head = await trx.selectFrom("log").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
  const openedUs = app.now();
  const { bytes, sha256 } = openingRecord({
    tender: tenderId,
    caseNumber: publication.content.caseNumber,
    buyer: publication.content.buyer.name,
    part,
    deadlineUs,
    openedUs,
    openers,
    bids: submissions.map((row) => ({
      response: row.response_id,
      bidder: row.organisation_name,
      organisationNumber: row.organisation_number,
      version: row.version,
      receivedUs: row.received_us,
      contentSha256: row.content_sha256,
      files: (JSON.parse(row.content.toString("utf8")) as ResponseContent).files,
      withdrawnUs: row.withdrawn_us,
    })),
    lateAttempts: await countLateAttempts(trx, tenderId),
    logIndex: head?.seq ?? 0,
    release: app.release,
  });
  await trx
    .insertInto("opening")
    .values({ tender_id: tenderId, part, opened_us: openedUs, record: bytes, record_sha256: sha256 })
    .execute();
  await trx.updateTable("tender").set({ stage: acts[part].opensTo }).where("id", "=", tenderId).execute();
  await log(app, trx, actor, "part.open", tenderId, { part, record: sha256, responses: submissions.length });
}
