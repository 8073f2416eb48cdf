import { hearingsOf, insertLowBidStep } from "#app/db/low-bid.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { shortestReason } from "#app/domain/award/conclusion.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { instantOfLocal, microsecondsOf } from "#app/domain/tender/deadline.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { awardBasis } from "#app/services/award/award-basis.ts";

/**
 * Asks a bidder to explain a bid that seems abnormally low, until a local time of the tender's zone. Faults:
 * `not_found` for a bid that is not admitted, `low_bid_asked` while a hearing is open, `reason_short`,
 * `low_bid_due_past` and those of `instantOfLocal`, with their fields.
 */
export async function askAboutLowBid(
  app: Application,
  actor: Person,
  tenderId: string,
  { response, question, due }: { readonly response: string; readonly question: string; readonly due: string },
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "low-bid.hear", tenderId);
    if (!access.ok) return access;
    const basis = await awardBasis(trx, actor, access.value);
    if (!basis.ok) return basis;
    const publication = await readPublication(trx, tenderId);
    const bid = basis.value.bids.find((one) => one.response === response);
    if (publication === null || bid?.admission !== "admitted") return failure({ code: "not_found" });
    const hearing = (await hearingsOf(trx, tenderId)).get(response);
    if (hearing !== undefined && hearing.decision === null) return failure({ code: "low_bid_asked" });
    const nowUs = app.now();
    const faults: Fault[] = [];
    const words = question.trim();
    const field = (name: string) => ({ field: `${name}-${response}` });
    if (words.length < shortestReason) {
      faults.push({ code: "reason_short", place: field("question"), params: { min: shortestReason } });
    }
    const at = instantOfLocal(due, publication.content.timezone);
    if (!at.ok) faults.push(...at.faults.map((fault) => ({ ...fault, place: field("due") })));
    else if (microsecondsOf(at.value) <= nowUs) {
      faults.push({ code: "low_bid_due_past", place: field("due") });
    }
    if (!at.ok || faults.length > 0) return failure(...faults);
    await insertLowBidStep(trx, {
      tender_id: tenderId,
      response_id: response,
      act: "ask",
      words,
      due_us: microsecondsOf(at.value),
      account_id: actor.accountId,
      at_us: nowUs,
    });
    await log(app, trx, actor, "low-bid.ask", tenderId, { response, due: at.value });
    return success(null);
  });
}
