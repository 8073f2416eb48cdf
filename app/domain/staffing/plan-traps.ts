import type { Language, Text } from "#app/domain/language.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { compare, divide, fraction, hundred, multiply, wholeNumber } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { JudgedPlan, PromisedLevel } from "#app/domain/staffing/plan-verdict.ts";
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
      readonly id: "TRAP-23";
      readonly severity: "medium";
      readonly params: { readonly occupancy: string; readonly agents: number };
      readonly evidence: {
        readonly count: number;
        readonly worst: string;
        readonly percent: string;
        readonly agents: number;
      };
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

const mostOccupied = fraction(92n, 100n);
const largeCrew = 60;
const quickTarget = fraction(9n, 10n);
const quickThreshold = fraction(20n);

/**
 * TRAP-23: a crew of fewer than sixty that is busy more than 92 % of the time cannot answer nine of ten within twenty
 * seconds. Agents shared with other customers do not show in a plan: there one has to ask.
 */
export function occupancyImplausible(
  { halfHours }: JudgedPlan,
  { target, threshold }: Pick<PromisedLevel, "target" | "threshold">,
): PlanFinding | null {
  if (compare(target, quickTarget) < 0 || compare(threshold, quickThreshold) > 0) return null;
  const occupied = halfHours.flatMap(({ plan, offered }) => {
    if (plan.agents === 0 || plan.agents >= largeCrew) return [];
    const share = divide(offered, wholeNumber(plan.agents));
    return compare(share, mostOccupied) > 0 ? [{ plan, share }] : [];
  });
  const [first] = occupied;
  if (first === undefined) return null;
  const worst = occupied.reduce((a, b) => (compare(b.share, a.share) > 0 ? b : a), first);
  return {
    id: "TRAP-23",
    severity: "medium",
    params: { occupancy: "0.92", agents: largeCrew },
    evidence: {
      count: occupied.length,
      worst: worst.plan.start,
      percent: toDecimal(multiply(hundred, worst.share), 0, halfUp),
      agents: worst.plan.agents,
    },
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
  "TRAP-23": {
    sv: "Halvtimmar med för hög beläggning för 90 % inom 20 s: {count}; värst {worst}: {percent} % med {agents} telefonister.",
    en: "Half hours too busy for 90 % within 20 s: {count}; worst {worst}: {percent} % with {agents} telephonists.",
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
