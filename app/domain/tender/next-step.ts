import type { TenderRole } from "#app/domain/account/actor.ts";
import type { Stage } from "#app/domain/tender/stage.ts";

/** What a tender waits for from one person. */
export type NextStep =
  | "edit"
  | "approve"
  | "respond"
  | "open"
  | "score"
  | "agree"
  | "lock"
  | "open-price"
  | "award"
  | "conclude"
  | "follow-up"
  | null;

const stepOfRole: { readonly [S in Stage]?: readonly (readonly [TenderRole, NextStep])[] } = {
  draft: [
    ["owner", "edit"],
    ["drafter", "edit"],
    ["approver", "approve"],
  ],
  closed: [["opener", "open"]],
  opened: [
    ["evaluator", "score"],
    ["chair", "agree"],
    ["owner", "lock"],
  ],
  "quality-locked": [["opener", "open-price"]],
  evaluated: [
    ["chair", "award"],
    ["owner", "award"],
    ["approver", "award"],
  ],
  awarded: [
    ["owner", "conclude"],
    ["approver", "conclude"],
  ],
  concluded: [["contract_manager", "follow-up"]],
};

/** The next act that is expected of somebody; null when nothing is. */
export function nextStep(stage: Stage, roles: readonly TenderRole[], isVendor: boolean): NextStep {
  if (isVendor) return stage === "published" ? "respond" : null;
  return stepOfRole[stage]?.find(([role]) => roles.includes(role))?.[1] ?? null;
}
