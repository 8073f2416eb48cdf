import { describe, expect, it } from "vitest";
import { tenderRoles } from "#app/domain/account/actor.ts";
import { type ActOfTwo, byTwoPeople, counting } from "#app/domain/account/approval.ts";
import { policy } from "#app/domain/account/policy.ts";

const approving: Readonly<Record<ActOfTwo, readonly string[]>> = {
  "tender.publish": ["owner", "approver"],
  "response.open": ["opener"],
  "quality.lock": ["owner", "chair"],
  "price.open": ["opener"],
  "award.decide": ["owner", "approver", "chair"],
  "contract.conclude": ["owner", "approver"],
  "tender.cancel": ["owner", "approver"],
};
const acts = Object.keys(approving) as ActOfTwo[];

describe("an approval", () => {
  it.each(acts)("of %s counts with each role that may do it, and with no other", (act) => {
    const one = tenderRoles.map((role) => ({ roles: [role] }));
    expect(counting(act, one).flatMap(({ roles }) => roles)).toEqual(approving[act]);
    expect(counting(act, [{ roles: [] }, { roles: tenderRoles }])).toEqual([{ roles: tenderRoles }]);
  });

  it("is asked for twice by everything in the policy that takes two people", () => {
    const ofTwo = Object.entries(policy).filter(([, rule]) => "twoPeople" in rule);
    expect(ofTwo.map(([act]) => act).toSorted()).toEqual(acts.toSorted());
  });

  it("and another one are of two people only when the people differ", () => {
    const [a, b] = [{ accountId: "a" }, { accountId: "b" }];
    expect(byTwoPeople([])).toBe(false);
    expect(byTwoPeople([a, a])).toBe(false);
    expect(byTwoPeople([a, b])).toBe(true);
  });
});
