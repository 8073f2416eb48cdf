import { readAward } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { checkSigning, type Signing } from "#app/domain/award/conclusion.ts";
import { dateOfInstant } from "#app/domain/award/standstill.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { putProposal } from "#app/services/award/approve-proposal.ts";
import { signFromOf } from "#app/services/award/sign-from.ts";

/** States that the contract has been signed; a second person confirms it. Faults as `checkSigning`; `wrong_stage`. */
export async function proposeConclusion(
  app: Application,
  actor: Person,
  tenderId: string,
  signing: Signing,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "contract.conclude", tenderId);
    if (!access.ok) return access;
    const award = await readAward(trx, tenderId);
    const publication = await readPublication(trx, tenderId);
    if (award === null || publication === null) return failure({ code: "not_found" });
    const { sentOn } = award.record.standstill;
    const signFrom = await signFromOf(app, trx, award.record);
    const today = dateOfInstant(instantText(app.now()), publication.content.timezone);
    const checked = checkSigning(signing, { today, awardedOn: sentOn, signFrom });
    if (!checked.ok) return checked;
    const { signedOn, startsOn, exception } = checked.value;
    const proposal = await putProposal(app, trx, actor, tenderId, {
      act: "conclude",
      award_sha256: award.sha256,
      signed_on: signedOn,
      starts_on: startsOn,
      exception,
    });
    await log(app, trx, actor, "contract.propose", tenderId, { proposal });
    return success(null);
  });
}
