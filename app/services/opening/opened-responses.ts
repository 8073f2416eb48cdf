import type { Reading } from "#app/db/database.ts";
import { lastSubmissions } from "#app/db/submission.ts";
import type { Actor, Person, TenderRole } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface OpenedResponse {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly number: string };
  readonly version: number;
  readonly receivedUs: number;
  readonly contentSha256: string;
  /** Null to somebody who may read prices but not quality. */
  readonly quality: Pick<ResponseContent, "answers" | "statements" | "files"> | null;
  /** Null before the price part is opened, and to somebody who may not read prices. */
  readonly unitPrices: ResponseContent["unitPrices"] | null;
}

/** Roles that state whether they have a conflict of interest before they read anything. */
const declaring: readonly string[] = ["evaluator", "chair", "observer", "finance"];

/**
 * The only function that reads what other organisations have submitted. Refuses before the opening, when even the
 * number of bidders is secret, and leaves out prices until they are opened. Withdrawn responses are not among them.
 *
 * Faults: `not_found`, `wrong_stage`; `declaration_needed` and `conflict_declared` for those who evaluate.
 */
export async function openedResponses(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<readonly OpenedResponse[]>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "tender.read", tenderId);
  if (!access.ok) return access;
  const { may, tenderRoles } = access.value;
  const quality = may("quality.read");
  const price = may("price.read");
  if (!quality && !price) {
    // Asked for in earnest, so that the refusal is logged.
    const refused = await authoriseTender(app, db, actor, "quality.read", tenderId);
    return refused.ok ? failure({ code: "not_found" }) : refused;
  }
  if (actor.kind !== "person") return failure({ code: "not_found" });
  const fault = await conflictFault(db, tenderId, actor, tenderRoles);
  if (fault !== null) return failure(fault);
  return success(await storedResponses(db, tenderId, { quality, price }));
}

/** What has been submitted and not withdrawn. Only for those whose right to read these parts has been settled. */
export async function storedResponses(
  db: Reading,
  tenderId: string,
  { quality, price }: { readonly quality: boolean; readonly price: boolean },
): Promise<readonly OpenedResponse[]> {
  const submissions = await lastSubmissions(db, tenderId);
  return submissions
    .filter((row) => row.withdrawn_us === null)
    .map((row) => {
      const { answers, statements, files, unitPrices } = JSON.parse(
        row.content.toString("utf8"),
      ) as ResponseContent;
      return {
        id: row.response_id,
        organisation: {
          id: row.organisation_id,
          name: row.organisation_name,
          number: row.organisation_number,
        },
        version: row.version,
        receivedUs: row.received_us,
        contentSha256: row.content_sha256,
        quality: quality ? { answers, statements, files } : null,
        unitPrices: price ? unitPrices : null,
      };
    });
}

/** Why somebody who evaluates may not read: no declaration of interest, or a conflict. Others are not asked. */
export async function conflictFault(
  db: Reading,
  tenderId: string,
  { accountId }: Person,
  roles: readonly TenderRole[],
): Promise<Fault | null> {
  if (!roles.some((role) => declaring.includes(role))) return null;
  const last = await db
    .selectFrom("conflict_declaration")
    .select("conflict")
    .where("tender_id", "=", tenderId)
    .where("account_id", "=", accountId)
    .orderBy("at_us", "desc")
    .orderBy("conflict", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return { code: "declaration_needed" };
  return last.conflict === 0 ? null : { code: "conflict_declared" };
}
