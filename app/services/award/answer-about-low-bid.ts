import { hearingsOf, insertLowBidStep } from "#app/db/low-bid.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

const longestAnswer = 20_000;

/**
 * The vendor's explanation of its price, until the time that it was given; a later one counts instead of an earlier.
 * Faults: `not_found` for a vendor that was not asked, `low_bid_answer_late`, `low_bid_answer_malformed`.
 */
export async function answerAboutLowBid(
  app: Application,
  actor: Person,
  tenderId: string,
  answer: string,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "low-bid.answer", tenderId);
    if (!access.ok) return access;
    const own = access.value.ownResponseId;
    const hearing = own === null ? undefined : (await hearingsOf(trx, tenderId)).get(own);
    if (own === null || hearing === undefined) return failure({ code: "not_found" });
    const nowUs = app.now();
    if (nowUs >= hearing.dueUs || hearing.decision !== null) return failure({ code: "low_bid_answer_late" });
    const words = answer.trim();
    if (words === "" || words.length > longestAnswer) {
      return failure({
        code: "low_bid_answer_malformed",
        place: { field: "answer" },
        params: { max: longestAnswer },
      });
    }
    await insertLowBidStep(trx, {
      tender_id: tenderId,
      response_id: own,
      act: "answer",
      words,
      due_us: null,
      account_id: actor.accountId,
      at_us: nowUs,
    });
    await log(app, trx, actor, "low-bid.answer", tenderId, { response: own, characters: words.length });
    return success(null);
  });
}
