import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Completeness } from "#app/domain/response/completeness.ts";
import { priceSheet } from "#app/domain/response/price-sheet.ts";
import type { Application } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";
import { type OwnResponseView, readOwnResponse } from "#app/services/response/read-own-response.ts";

export interface SubmissionPage
  extends Pick<OwnResponseView, "contentSha256" | "submitted" | "maySubmit" | "mayEdit" | "deadlineUs"> {
  readonly tenderId: string;
  readonly timezone: string;
  /** Sent with the form: pressing twice, or again after a lost answer, gives the same receipt. */
  readonly idempotencyKey: string;
  readonly expectedVersion: number;
  readonly rejections: number;
  readonly noValues: number;
  readonly statementsMissing: number;
  readonly pricesMissing: number;
  readonly aboveCeiling: Completeness["prices"]["aboveCeiling"];
  readonly files: number;
  readonly total: string | null;
}

/** What a person should have seen before handing in: what it will be, and what it leads to. */
export async function readSubmissionPage(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<SubmissionPage>> {
  const own = await readOwnResponse(app, actor, tenderId);
  if (!own.ok) return own;
  const { tender, draft, completeness, contentSha256, submitted, maySubmit, mayEdit, deadlineUs } = own.value;
  const leadingTo = (consequence: string) =>
    completeness.requirements.filter((state) => state.consequence === consequence).length;
  return success({
    tenderId,
    timezone: tender.timezone,
    deadlineUs,
    contentSha256,
    submitted,
    maySubmit,
    mayEdit,
    idempotencyKey: newId(),
    expectedVersion: submitted?.version ?? 0,
    rejections: leadingTo("rejection"),
    noValues: leadingTo("no-value"),
    statementsMissing: completeness.statements.total - completeness.statements.answered,
    pricesMissing: completeness.prices.total - completeness.prices.answered,
    aboveCeiling: completeness.prices.aboveCeiling,
    files: draft.files.length,
    total: priceSheet(tender, draft.unitPrices).total,
  });
}
