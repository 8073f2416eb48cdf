import { createHash } from "node:crypto";
import { insertLottery, readLottery } from "#app/db/award.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

const longestValue = 200;

/**
 * Draws with the value that was published as announced; a value that was mistyped is corrected by entering it again,
 * and both stay. The second person of the award confirms it with the rest. Faults: `lottery_not_announced`,
 * `lottery_not_due`, `lottery_value_malformed`.
 */
export async function drawLottery(
  app: Application,
  actor: Person,
  tenderId: string,
  value: string,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "award.prepare", tenderId);
    if (!access.ok) return access;
    const announced = await readLottery(trx, tenderId);
    if (announced === null) return failure({ code: "lottery_not_announced" });
    const nowUs = app.now();
    if (nowUs < announced.dueUs) return failure({ code: "lottery_not_due" });
    const words = value.trim();
    if (words === "" || words.length > longestValue) {
      return failure({ code: "lottery_value_malformed", place: { field: "value" } });
    }
    await insertLottery(trx, tenderId, {
      act: "draw",
      words,
      due_us: null,
      account_id: actor.accountId,
      at_us: nowUs,
    });
    const sha256 = createHash("sha256").update(words).digest("hex");
    await log(app, trx, actor, "award.draw-lottery", tenderId, { value: sha256 });
    return success(null);
  });
}
