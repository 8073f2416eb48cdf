import type { Reading } from "#app/db/database.ts";
import { type Publication, readPublication } from "#app/db/publication.ts";
import type { Actor, Person } from "#app/domain/account/actor.ts";
import type { Action } from "#app/domain/account/policy.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender, type TenderAccess } from "#app/services/authorise.ts";

/**
 * The response of the actor's own organisation, with the tender it answers. There is no way to name another's. For the
 * buyer of a concluded tender it is the folder of the contract's own records, kept and read by the same services.
 */
export interface OwnResponse {
  readonly person: Person;
  readonly responseId: string;
  readonly deadlineUs: number;
  readonly publication: Publication;
  /** Records of a contract come month by month: a new file of a kind stands beside those before it. */
  readonly accumulates: boolean;
  readonly stage: TenderAccess["stage"];
  readonly may: TenderAccess["may"];
}

/** What the buyer's people need for the same acts on the contract's records. */
const onContract: Readonly<Partial<Record<Action, Action>>> = {
  "response.edit": "contract.records",
  "response.read-own": "contract.read",
};

/** Faults: as `authoriseTender`, and `not_found` when the organisation has not started a response. */
export async function authoriseOwnResponse(
  app: Application,
  db: Reading,
  actor: Actor,
  action: Extract<Action, `response.${string}`>,
  tenderId: string,
): Promise<Result<OwnResponse>> {
  const bought = actor.kind === "person" && actor.organisation.kind === "buyer";
  const asked = (act: Action): Action => (bought ? onContract[act] : undefined) ?? act;
  const access = await authoriseTender(app, db, actor, asked(action), tenderId);
  if (!access.ok) return access;
  const { ownResponseId, deadlineUs, stage, may } = access.value;
  const publication = await readPublication(db, tenderId);
  if (actor.kind !== "person" || ownResponseId === null || deadlineUs === null || publication === null) {
    return failure({ code: "not_found" });
  }
  return success({
    person: actor,
    responseId: ownResponseId,
    deadlineUs,
    publication,
    accumulates: bought,
    stage,
    may: (act) => may(asked(act)),
  });
}
