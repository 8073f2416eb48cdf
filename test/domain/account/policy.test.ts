import { describe, expect, it } from "vitest";
import {
  type Actor,
  type OrganisationRole,
  organisationRoles,
  type TenderRole,
  tenderRoles,
} from "#app/domain/account/actor.ts";
import { type Action, can, policy, type Resource } from "#app/domain/account/policy.ts";
import { type Stage, stages } from "#app/domain/tender/stage.ts";

/**
 * The table of roles and permissions as the requirements tell it, written a second time and apart from the program:
 * action | who | when | what else. A line of the program without one here does not compile.
 */
const expected = {
  "catalogue.read": "everyone | at any time",
  "account.sign-in": "everyone | at any time",
  "account.own": "signed in | at any time",
  "account.set-up": "everyone | at any time",
  "account.register": "everyone | at any time",
  "account.administer": "org_admin, sysadmin, vendor_admin | at any time",
  "organisation.document-template": "org_admin | at any time",
  "tender.create": "buyer | at any time",
  "tender.list": "everyone | at any time",
  "tender.draft.read": "owner, drafter, approver | in draft",
  "tender.draft.edit": "owner, drafter | in draft",
  "tender.publish": "owner, approver | in draft | two people",
  "tender.assign-roles": "owner | in draft",
  "tender.read": "everyone | from published",
  "addendum.publish": "owner | while published",
  "question.read": "everyone | from published",
  "question.ask": "vendor_editor, vendor_submitter | while published",
  "question.answer": "owner, drafter | while published",
  "response.edit": "vendor_editor, vendor_submitter | while published",
  "response.submit": "vendor_submitter | while published",
  "response.withdraw": "vendor_submitter | while published",
  "response.read-own": "vendor_admin, vendor_editor, vendor_submitter | from published",
  "opening.prepare": "owner, opener, evaluator, chair, observer, finance, auditor | from published",
  "response.open": "opener | when closed | two people",
  "conflict.declare": "evaluator, chair, observer, finance | from opened",
  "quality.read": "evaluator, chair, observer, auditor | from opened",
  "opening-record.read": "owner, opener, evaluator, chair, observer, auditor | from opened",
  "score.edit": "evaluator | while opened",
  "score.read-own": "evaluator | from opened",
  "score.read-others": "evaluator, chair | from opened | once revealed",
  "consensus.set": "chair | while opened | once revealed",
  "quality.lock": "chair, owner | while opened | two people",
  "price.open": "opener | when quality is locked | two people",
  "price.analyse": "chair, evaluator, auditor | from evaluated",
  "price.read": "chair, finance, evaluator, auditor | from evaluated",
  "low-bid.hear": "chair | when evaluated",
  "low-bid.answer": "vendor_submitter, vendor_editor | when evaluated",
  "low-bid.read-own": "vendor_admin, vendor_editor, vendor_submitter | from evaluated",
  "evaluation-report.read": "owner, chair, approver, evaluator, auditor | from evaluated",
  "award.read": "owner, chair, approver, auditor | from evaluated",
  "award.prepare": "owner, chair, approver | when evaluated",
  "award.decide": "owner, chair, approver | when evaluated | two people",
  "award.read-letters": "owner, chair, approver, auditor | from awarded",
  "contract.read": "owner, approver, contract_manager, finance, auditor | when concluded",
  "contract.records": "contract_manager, owner | when concluded",
  "court-review.record": "owner, approver | when awarded",
  "contract.conclude": "owner, approver | when awarded | two people",
  "tender.cancel": "owner, approver | from published to awarded | two people",
  "cancellation.read": "owner, approver, chair, auditor | until concluded",
  "outcome.read-own": "vendor_admin, vendor_editor, vendor_submitter | once the outcome is told",
  "log.read": "auditor | at any time",
} satisfies Record<Action, string>;

const when: Record<string, readonly Stage[] | "any"> = {
  "at any time": "any",
  "in draft": ["draft"],
  "while published": ["published"],
  "from published": [
    "published",
    "closed",
    "opened",
    "quality-locked",
    "evaluated",
    "awarded",
    "concluded",
    "cancelled",
  ],
  "when closed": ["closed"],
  "from opened": ["opened", "quality-locked", "evaluated", "awarded", "concluded"],
  "while opened": ["opened"],
  "when quality is locked": ["quality-locked"],
  "from evaluated": ["evaluated", "awarded", "concluded"],
  "when evaluated": ["evaluated"],
  "when concluded": ["concluded"],
  "from awarded": ["awarded", "concluded"],
  "when awarded": ["awarded"],
  "from published to awarded": ["published", "closed", "opened", "quality-locked", "evaluated", "awarded"],
  "until concluded": ["published", "closed", "opened", "quality-locked", "evaluated", "awarded", "cancelled"],
  "once the outcome is told": ["awarded", "concluded", "cancelled"],
};

interface Asking {
  readonly actor: Actor;
  /** The words of the table that name this actor. */
  readonly words: readonly string[];
  readonly resource: Omit<Resource, "revealed">;
}

const person = (kind: "buyer" | "vendor", roles: readonly OrganisationRole[]): Actor => ({
  kind: "person",
  accountId: "a",
  name: "Alva Exempel",
  email: "alva@exempel.invalid",
  language: "sv",
  organisation: { id: "o", kind, name: "Exempel" },
  roles,
});
const nothing = { tenderRoles: [], sameOrganisation: false, own: false } as const;
const isVendorRole = (role: OrganisationRole) => role.startsWith("vendor_");

const askers: Record<string, Asking> = {
  "somebody not signed in": {
    actor: { kind: "anonymous" },
    words: ["everyone"],
    resource: { ...nothing, tenderRoles, own: true, sameOrganisation: true },
  },
  "a buyer without a role": {
    actor: person("buyer", []),
    words: ["everyone", "signed in", "buyer"],
    resource: { ...nothing, sameOrganisation: true },
  },
  "an auditor of another buyer": {
    actor: person("buyer", ["auditor"]),
    words: ["everyone", "signed in", "buyer"],
    resource: nothing,
  },
  "a system administrator who has been given every other role of a buyer and of the tender": {
    actor: person("buyer", ["sysadmin", "org_admin", "auditor"]),
    words: ["everyone", "signed in", "sysadmin", "org_admin"],
    resource: { tenderRoles, sameOrganisation: true, own: true },
  },
  "a vendor asking about another vendor's response": {
    actor: person("vendor", ["vendor_admin", "vendor_editor", "vendor_submitter"]),
    words: ["everyone", "signed in"],
    resource: nothing,
  },
  "a vendor who has been given every role of the buyer and of the tender": {
    actor: person("vendor", ["sysadmin", "org_admin", "auditor"]),
    words: ["everyone", "signed in"],
    resource: { tenderRoles, sameOrganisation: true, own: false },
  },
};
for (const role of organisationRoles) {
  const vendor = isVendorRole(role);
  askers[`a person who is ${role}`] = {
    actor: person(vendor ? "vendor" : "buyer", [role]),
    words: ["everyone", "signed in", role, ...(vendor || role === "sysadmin" ? [] : ["buyer"])],
    resource: { ...nothing, own: vendor, sameOrganisation: !vendor },
  };
}
for (const role of tenderRoles) {
  askers[`a buyer who is ${role} in the tender`] = {
    actor: person("buyer", []),
    words: ["everyone", "signed in", "buyer", role],
    resource: { ...nothing, tenderRoles: [role satisfies TenderRole], sameOrganisation: true },
  };
}

const actions = Object.keys(expected) as (keyof typeof expected)[];

describe("the policy", () => {
  it("has no line that the requirements do not have, and lacks none", () => {
    expect(Object.keys(policy).sort()).toEqual([...actions].sort());
  });

  describe.each(actions)("%s", (action) => {
    const [whoWords = "", whenWords = "", ...more] = expected[action].split(" | ");
    const who = whoWords.split(", ");
    const allowedStages = when[whenWords];

    it.each(Object.entries(askers))(
      `by %s is as written: ${expected[action]}`,
      (_, { actor, words, resource }) => {
        expect(allowedStages, whenWords).toBeDefined();
        for (const stage of [...stages, null]) {
          for (const revealed of [false, true]) {
            const inTime =
              allowedStages === "any" || (stage !== null && allowedStages?.includes(stage) === true);
            const named = who.some((word) => words.includes(word));
            const shown = revealed || !more.includes("once revealed");
            expect(
              can(actor, action, { ...resource, revealed }, stage),
              `${stage}, ${revealed ? "revealed" : "not revealed"}`,
            ).toBe(inTime && named && shown);
          }
        }
      },
    );

    it(`takes ${more.includes("two people") ? "two people" : "one person"}`, () => {
      expect("twoPeople" in policy[action]).toBe(more.includes("two people"));
    });
  });

  it("lets nobody of the buyer read a response before the opening", () => {
    const reading: Action[] = ["quality.read", "price.read", "score.read-others", "opening-record.read"];
    for (const { actor, resource } of Object.values(askers)) {
      for (const action of reading) {
        for (const stage of ["draft", "published", "closed", "cancelled"] as const) {
          expect(can(actor, action, { ...resource, revealed: true }, stage)).toBe(false);
        }
      }
    }
  });

  it("shows a price to nobody before the quality has been evaluated", () => {
    for (const { actor, resource } of Object.values(askers)) {
      for (const stage of ["opened", "quality-locked"] as const) {
        expect(can(actor, "price.read", { ...resource, revealed: true }, stage)).toBe(false);
      }
    }
  });
});
