import type { Reading } from "#app/db/database.ts";
import { lastSubmissions } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface OpenedResponse {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly version: number;
  readonly receivedUs: number;
  readonly contentSha256: string;
  /** Null to somebody who may read prices but not quality. */
  readonly quality: Pick<ResponseContent, "answers" | "files"> | null;
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
  if (tenderRoles.some((role) => declaring.includes(role))) {
    const fault = await declarationFault(db, tenderId, actor.accountId);
    if (fault !== null) return failure(fault);
  }
  const submissions = await lastSubmissions(db, tenderId);
  return success(
    submissions
      .filter((row) => row.withdrawn_us === null)
      .map((row) => {
        const { answers, files, unitPrices } = JSON.parse(row.content.toString("utf8")) as ResponseContent;
        return {
          id: row.response_id,
          organisation: { id: row.organisation_id, name: row.organisation_name },
          version: row.version,
          receivedUs: row.received_us,
          contentSha256: row.content_sha256,
          quality: quality ? { answers, files } : null,
          unitPrices: price ? unitPrices : null,
        };
      }),
  );
}

async function declarationFault(db: Reading, tenderId: string, accountId: string): Promise<Fault | null> {
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
