import type { TenderRole } from "#app/domain/account/actor.ts";
import { type Action, policy } from "#app/domain/account/policy.ts";

/** Somebody who has asked for an act with the very content that stands, and the roles that they hold now. */
export interface Approval {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly TenderRole[];
  readonly atUs: number;
}

/** What takes effect only when two different people have asked for it. */
export type ActOfTwo = {
  [A in Action]: (typeof policy)[A] extends { readonly twoPeople: true } ? A : never;
}[Action];

/** The approvals that count: of those who may do the act now. Who approved and then lost the role is not among them. */
export function counting<A extends Pick<Approval, "roles">>(
  act: ActOfTwo,
  approvals: readonly A[],
): readonly A[] {
  const who: readonly string[] = policy[act].who;
  return approvals.filter(({ roles }) => roles.some((role) => who.includes(role)));
}

/** Whether approvals that count are of two different people. */
export const byTwoPeople = (approvals: readonly Pick<Approval, "accountId">[]): boolean =>
  new Set(approvals.map(({ accountId }) => accountId)).size >= 2;
