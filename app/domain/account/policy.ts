import type { Actor, OrganisationRole, TenderRole } from "#app/domain/account/actor.ts";
import { type Stage, stages } from "#app/domain/tender/stage.ts";

/**
 * What is asked for, as far as the policy needs to know it. `tenderRoles` are the actor's own roles in the tender;
 * `own` says whether the response, account or import belongs to the actor's organisation; `revealed` whether the
 * score sheets are revealed.
 */
export interface Resource {
  readonly tenderRoles: readonly TenderRole[];
  readonly sameOrganisation: boolean;
  readonly own: boolean;
  readonly revealed: boolean;
}

interface Rule {
  readonly who: ReadonlyArray<
    "everyone" | "signed-in" | "buyer" | "vendor" | "own-vendor" | OrganisationRole | TenderRole
  >;
  readonly stages: readonly Stage[] | "any";
  /** The act takes effect only when two different people have asked for it. */
  readonly twoPeople?: true;
  readonly revealed?: true;
}

const from = (first: Stage): readonly Stage[] =>
  stages.slice(stages.indexOf(first)).filter((stage) => stage !== "cancelled");
const fromPublished: readonly Stage[] = [...from("published"), "cancelled"];
const publishedToAwarded = from("published").filter((stage) => stage !== "concluded");

/**
 * The one table of who may do what and when. Everything that is not here is denied. Roles of the organisation and of
 * the tender are named directly; `own-vendor` is any vendor role on the vendor's own response.
 */
export const policy = {
  "catalogue.read": { who: ["everyone"], stages: "any" },
  "account.sign-in": { who: ["everyone"], stages: "any" },
  "account.own": { who: ["signed-in"], stages: "any" },
  "account.set-up": { who: ["everyone"], stages: "any" },
  "account.register": { who: ["everyone"], stages: "any" },
  "account.administer": { who: ["org_admin", "sysadmin", "vendor_admin"], stages: "any" },
  "organisation.document-template": { who: ["org_admin"], stages: "any" },
  "tender.create": { who: ["buyer"], stages: "any" },
  "tender.list": { who: ["everyone"], stages: "any" },
  "tender.draft.read": { who: ["owner", "drafter", "approver"], stages: ["draft"] },
  "tender.draft.edit": { who: ["owner", "drafter"], stages: ["draft"] },
  "tender.publish": { who: ["owner", "approver"], stages: ["draft"], twoPeople: true },
  "tender.assign-roles": { who: ["owner"], stages: ["draft"] },
  "tender.read": { who: ["everyone"], stages: fromPublished },
  "addendum.publish": { who: ["owner"], stages: ["published"] },
  "question.read": { who: ["everyone"], stages: fromPublished },
  "question.ask": { who: ["vendor_editor", "vendor_submitter"], stages: ["published"] },
  "question.answer": { who: ["owner", "drafter"], stages: ["published"] },
  "response.edit": { who: ["vendor_editor", "vendor_submitter"], stages: ["published"] },
  "response.submit": { who: ["vendor_submitter"], stages: ["published"] },
  "response.withdraw": { who: ["vendor_submitter"], stages: ["published"] },
  "response.read-own": { who: ["own-vendor"], stages: fromPublished },
  "opening.prepare": {
    who: ["owner", "opener", "evaluator", "chair", "observer", "finance", "auditor"],
    stages: fromPublished,
  },
  "response.open": { who: ["opener"], stages: ["closed"], twoPeople: true },
  "conflict.declare": { who: ["evaluator", "chair", "observer", "finance"], stages: from("opened") },
  "quality.read": { who: ["evaluator", "chair", "observer", "auditor"], stages: from("opened") },
  "opening-record.read": {
    who: ["owner", "opener", "evaluator", "chair", "observer", "auditor"],
    stages: from("opened"),
  },
  "score.edit": { who: ["evaluator"], stages: ["opened"] },
  "score.read-own": { who: ["evaluator"], stages: from("opened") },
  "score.read-others": { who: ["evaluator", "chair"], stages: from("opened"), revealed: true },
  "consensus.set": { who: ["chair"], stages: ["opened"], revealed: true },
  "quality.lock": { who: ["chair", "owner"], stages: ["opened"], twoPeople: true },
  "price.open": { who: ["opener"], stages: ["quality-locked"], twoPeople: true },
  "price.analyse": { who: ["chair", "evaluator", "auditor"], stages: from("evaluated") },
  "price.read": { who: ["chair", "finance", "evaluator", "auditor"], stages: from("evaluated") },
  "low-bid.hear": { who: ["chair"], stages: ["evaluated"] },
  "low-bid.answer": { who: ["vendor_submitter", "vendor_editor"], stages: ["evaluated"] },
  "low-bid.read-own": { who: ["own-vendor"], stages: from("evaluated") },
  "evaluation-report.read": {
    who: ["owner", "chair", "approver", "evaluator", "auditor"],
    stages: from("evaluated"),
  },
  "award.read": { who: ["owner", "chair", "approver", "auditor"], stages: from("evaluated") },
  "award.prepare": { who: ["owner", "chair", "approver"], stages: ["evaluated"] },
  "award.decide": { who: ["owner", "chair", "approver"], stages: ["evaluated"], twoPeople: true },
  "award.read-letters": { who: ["owner", "chair", "approver", "auditor"], stages: from("awarded") },
  "contract.read": {
    who: ["owner", "approver", "contract_manager", "finance", "auditor"],
    stages: ["concluded"],
  },
  "contract.records": { who: ["contract_manager", "owner"], stages: ["concluded"] },
  "court-review.record": { who: ["owner", "approver"], stages: ["awarded"] },
  "contract.conclude": { who: ["owner", "approver"], stages: ["awarded"], twoPeople: true },
  "tender.cancel": { who: ["owner", "approver"], stages: publishedToAwarded, twoPeople: true },
  "cancellation.read": {
    who: ["owner", "approver", "chair", "auditor"],
    stages: [...publishedToAwarded, "cancelled"],
  },
  "outcome.read-own": { who: ["own-vendor"], stages: ["awarded", "concluded", "cancelled"] },
  "log.read": { who: ["auditor"], stages: "any" },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policy;

/** Deny by default; pure. `stage` is null for what does not belong to a tender. */
export function can(actor: Actor, action: Action, resource: Resource, stage: Stage | null): boolean {
  const rule: Rule = policy[action];
  if (rule.stages !== "any" && (stage === null || !rule.stages.includes(stage))) return false;
  if (rule.revealed === true && !resource.revealed) return false;
  if (rule.who.includes("everyone")) return true;
  if (actor.kind === "anonymous") return false;
  const vendor = actor.organisation.kind === "vendor";
  // A system administrator reads no tender content, whatever other roles the account may have been given.
  const sysadmin = actor.roles.includes("sysadmin");
  return rule.who.some((who) => {
    switch (who) {
      case "everyone":
      case "signed-in":
        return true;
      case "buyer":
        return !vendor && !sysadmin;
      case "vendor":
        return vendor;
      case "own-vendor":
        return vendor && resource.own;
      case "vendor_admin":
      case "vendor_editor":
      case "vendor_submitter":
        return vendor && resource.own && actor.roles.includes(who);
      case "sysadmin":
      case "org_admin":
        return !vendor && actor.roles.includes(who);
      case "auditor":
        return !vendor && !sysadmin && resource.sameOrganisation && actor.roles.includes(who);
      case "owner":
      case "drafter":
      case "approver":
      case "opener":
      case "evaluator":
      case "chair":
      case "observer":
      case "finance":
      case "contract_manager":
        return !vendor && !sysadmin && resource.tenderRoles.includes(who);
      default:
        return who satisfies never;
    }
  });
}
