import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { checkConsensus, checkLevel } from "#app/domain/scoring/sheet.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface Consensus {
  readonly response: string;
  readonly requirement: string;
  readonly level: string;
  readonly reason: string;
}

/**
 * The chair writes down the level that the committee agreed on. Sheets are never changed: a consensus cites them.
 * Faults: `requirement_not_judged`, `level_unknown`, `consensus_reason_short`, `not_found` for an unknown response.
 */
export async function setConsensus(
  app: Application,
  actor: Person,
  tenderId: string,
  { response, requirement, level, reason }: Consensus,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "consensus.set", tenderId);
    if (!access.ok) return access;
    const publication = await readPublication(trx, tenderId);
    const known = checkLevel(
      publication?.content.requirements.find(({ id }) => id === requirement),
      level,
    );
    if (!known.ok) return known;
    const sheets = await trx
      .selectFrom("score")
      .select("level")
      .where("tender_id", "=", tenderId)
      .where("response_id", "=", response)
      .where("requirement_id", "=", requirement)
      .execute();
    if (sheets.length === 0) return failure({ code: "not_found" });
    const faults = checkConsensus(
      sheets.map((sheet) => sheet.level),
      level,
      reason,
    );
    if (faults.length > 0) return failure(...faults);
    const value = { level, reason: reason.trim(), account_id: actor.accountId, at_us: app.now() };
    await trx
      .insertInto("consensus")
      .values({ tender_id: tenderId, response_id: response, requirement_id: requirement, ...value })
      .onConflict((conflict) =>
        conflict.columns(["tender_id", "response_id", "requirement_id"]).doUpdateSet(value),
      )
      .execute();
    await log(app, trx, actor, "consensus.set", tenderId, { response, requirement, level });
    return success(null);
  });
}
