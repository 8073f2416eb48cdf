import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { draftFindings } from "#app/domain/tender/draft-findings.ts";
import { type Finding, faultOf, findingKey } from "#app/domain/tender/finding.ts";
import type { DraftTender, PublishedTender } from "#app/domain/tender/tender.ts";

/**
 * The only door from a draft to a published tender: no error, and a written reason for every warning. Fails with all
 * findings that block.
 */
export function publishable(
  draft: DraftTender,
  nowUs: number,
  catalogue: Catalogue,
): Result<PublishedTender> {
  const faults = draftFindings(draft, nowUs, catalogue)
    .filter((finding) => blocks(finding, draft.reasons))
    .map(faultOf);
  const { reasons: _, kind: __, deadline, ...content } = draft;
  if (deadline === null || faults.length > 0) return failure(...faults);
  return success({ kind: "published", deadline, ...content });
}

/** Whether a finding stands in the way of publication. */
export const blocks = (finding: Finding, reasons: DraftTender["reasons"]): boolean =>
  finding.severity === "error" || !Object.hasOwn(reasons, findingKey(finding));
