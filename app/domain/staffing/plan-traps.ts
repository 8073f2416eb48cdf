import type { Language, Text } from "#app/domain/language.ts";
import type { JudgedPlan } from "#app/domain/staffing/plan-verdict.ts";
import type { JudgedTrunks } from "#app/domain/staffing/trunk-verdict.ts";

/** What a rule found in a plan: the constants it used and the numbers that show it. */
export type PlanFinding =
  | {
      readonly id: "TRAP-22";
      readonly severity: "high";
      readonly params: { readonly x: string };
      readonly evidence: { readonly count: number; readonly worst: string };
    }
  | {
      readonly id: "TRAP-24";
      readonly severity: "high";
      readonly params: { readonly blocking: string };
      readonly evidence: { readonly trunks: number; readonly needed: number };
    };

/** TRAP-22: more than one half hour in twenty has fewer agents than either model asks for. */
export function staffBelowNeed({ counts, halfHours, worst }: JudgedPlan): PlanFinding | null {
  if (worst === null || counts.fail * 20 <= halfHours.length) return null;
  return {
    id: "TRAP-22",
    severity: "high",
    params: { x: "0.05" },
    evidence: { count: counts.fail, worst: worst.plan.start },
  };
}

/** TRAP-24: some half hour needs more trunks than there are. */
export function trunksBelowNeed({ trunks, worst }: JudgedTrunks): PlanFinding | null {
  if (worst === null || trunks >= worst.needed) return null;
  return {
    id: "TRAP-24",
    severity: "high",
    params: { blocking: "0.01" },
    evidence: { trunks, needed: worst.needed },
  };
}

const templates: Readonly<Record<PlanFinding["id"], Text>> = {
  "TRAP-22": {
    sv: "Bemanningen räcker inte {count} halvtimmar; värst {worst}.",
    en: "Staffing falls short in {count} half hours; worst {worst}.",
  },
  "TRAP-24": {
    sv: "{trunks} linjer, {needed} behövs.",
    en: "{trunks} trunks, {needed} needed.",
  },
};

/** A finding in one sentence. */
export function planTrapMessage({ id, evidence }: PlanFinding, language: Language): string {
  const values = new Map(Object.entries(evidence));
  return templates[id][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values.get(name)));
}
