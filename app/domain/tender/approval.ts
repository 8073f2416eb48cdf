import { type Approval, byTwoPeople, counting } from "#app/domain/account/approval.ts";

/** Why what has been approved is not published yet; null when it is. */
export type MissingApproval =
  | "approval_of_second_person"
  | "approval_of_approver"
  | "approver_is_sole_author";

/**
 * Publication takes two different people, one of them an approver who has not written the draft alone: somebody else
 * than its author has read it.
 */
export function missingApproval(
  approvals: readonly Pick<Approval, "accountId" | "roles">[],
  authors: readonly string[],
): MissingApproval | null {
  const approving = counting("tender.publish", approvals);
  if (!byTwoPeople(approving)) return "approval_of_second_person";
  const approvers = approving.filter(({ roles }) => roles.includes("approver"));
  if (approvers.length === 0) return "approval_of_approver";
  return approvers.every(({ accountId }) => authors.every((author) => author === accountId))
    ? "approver_is_sole_author"
    : null;
}
