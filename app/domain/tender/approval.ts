import type { TenderRole } from "#app/domain/account/actor.ts";

/** A person who has approved the very content that stands, with the roles they hold now. */
export interface Approval {
  readonly accountId: string;
  readonly roles: readonly TenderRole[];
}

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
  approvals: readonly Approval[],
  authors: readonly string[],
): MissingApproval | null {
  const entitled = approvals.filter(({ roles }) => roles.includes("owner") || roles.includes("approver"));
  if (new Set(entitled.map(({ accountId }) => accountId)).size < 2) return "approval_of_second_person";
  const approvers = entitled.filter(({ roles }) => roles.includes("approver"));
  if (approvers.length === 0) return "approval_of_approver";
  const isSoleAuthor = ({ accountId }: Approval) => authors.every((author) => author === accountId);
  return approvers.every(isSoleAuthor) ? "approver_is_sole_author" : null;
}
