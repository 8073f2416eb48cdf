import { type ActOfTwo, type Approval, byTwoPeople, counting } from "#app/domain/account/approval.ts";

/** What ends the way of a tender; each takes two people and is done once. */
export type DecisionAct = "award" | "conclude" | "cancel";

/** Why what has been proposed is not decided yet. */
export type MissingPerson = "second_person" | "approver";

const inPolicy: Readonly<Record<DecisionAct, ActOfTwo>> = {
  award: "award.decide",
  conclude: "contract.conclude",
  cancel: "tender.cancel",
};

/** The approvals of a decision that count. */
export const deciding = (act: DecisionAct, approvals: readonly Approval[]): readonly Approval[] =>
  counting(inPolicy[act], approvals);

/** Two different people decide, one of them an approver. Null when nobody is missing. */
export function missingPerson(act: DecisionAct, approvals: readonly Approval[]): MissingPerson | null {
  const counted = deciding(act, approvals);
  if (!counted.some(({ roles }) => roles.includes("approver"))) {
    return counted.length === 0 ? "second_person" : "approver";
  }
  return byTwoPeople(counted) ? null : "second_person";
}
