import type { Person } from "#app/domain/account/actor.ts";
import type { SendingWay } from "#app/domain/award/standstill.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { putProposal } from "#app/services/award/approve-proposal.ts";
import { type AwardBasis, awardBasis } from "#app/services/award/award-basis.ts";

/**
 * Proposes the award that the evaluation leads to; a second person confirms it. Nothing of the outcome is chosen here.
 * Faults: those of `awardBasis` and `awardable`, `not_found`, `wrong_stage`.
 */
export async function proposeAward(
  app: Application,
  actor: Person,
  tenderId: string,
  { sentBy, statement }: { readonly sentBy: SendingWay; readonly statement: string },
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "award.decide", tenderId);
    if (!access.ok) return access;
    const basis = await awardBasis(trx, actor, access.value);
    if (!basis.ok) return basis;
    const winner = awardable(basis.value);
    if (!winner.ok) return winner;
    const proposal = await putProposal(app, trx, actor, tenderId, {
      act: "award",
      basis_sha256: basis.value.sha256,
      statement: statement.trim(),
      sent_by: sentBy,
    });
    await log(app, trx, actor, "award.propose", tenderId, { proposal, winner: winner.value });
    return success(null);
  });
}

/** The winning response. Faults: `low_bid_open`, `award_tied`, `award_undecided`, `award_no_bid`. */
export function awardable({ outcome, openHearings }: AwardBasis): Result<string> {
  if (openHearings.length > 0) return failure({ code: "low_bid_open" });
  switch (outcome.type) {
    case "winner":
      return success(outcome.response);
    case "tied":
      return failure({ code: "award_tied" });
    case "undecided":
      return failure({ code: "award_undecided" });
    case "no_admitted_bid":
      return failure({ code: "award_no_bid" });
  }
}
