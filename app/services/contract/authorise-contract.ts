import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { readContract } from "#app/services/contract/read-contract.ts";

const recordPages = ["calls", "reports", "measurement"] as const;

/** Which pages of the contract the actor has: the supplier reads the outcome, the buyer's people the records too. */
export async function authoriseContract(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<{ readonly pages: readonly (typeof recordPages)[number][] }>> {
  const bought = await authoriseTender(app, app.database.read, actor, "contract.read", tenderId);
  if (bought.ok) return success({ pages: recordPages });
  const read = await readContract(app, actor, tenderId);
  return read.ok ? success({ pages: [] }) : read;
}
