import type { TenderRole } from "#app/domain/account/actor.ts";

/** What ends the way of a tender; each takes two people and is done once. */
export type DecisionAct = "award" | "conclude" | "cancel";

/** Somebody who has asked for the act with the very content that stands, and the roles they hold now. */
export interface Approval {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly TenderRole[];
  readonly atUs: number;
}

/** Why what has been proposed is not decided yet. */
export type MissingPerson = "second_person" | "approver";

/** Whose approval counts for each act. */
const entitled: Readonly<Record<DecisionAct, readonly TenderRole[]>> = {
  award: ["owner", "chair", "approver"],
  conclude: ["owner", "approver"],
  cancel: ["owner", "approver"],
};

const entitledTo = (act: DecisionAct, { roles }: Pick<Approval, "roles">): boolean =>
  roles.some((role) => entitled[act].includes(role));

/** Two different people decide, one of them an approver. Null when nobody is missing. */
export function missingPerson(act: DecisionAct, approvals: readonly Approval[]): MissingPerson | null {
  const counting = approvals.filter((approval) => entitledTo(act, approval));
  if (!counting.some(({ roles }) => roles.includes("approver"))) {
    return counting.length === 0 ? "second_person" : "approver";
  }
  return new Set(counting.map(({ accountId }) => accountId)).size < 2 ? "second_person" : null;
}
