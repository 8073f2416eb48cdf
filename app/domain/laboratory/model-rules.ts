import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { type Finding, findingKey } from "#app/domain/tender/finding.ts";
import { dividesByPrice } from "#app/domain/tender/model-units.ts";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";

/** Rules of the model linter that every model of a tender keeps by its making, whatever a draft says. */
const keptByAll = [
  "MOD-02",
  "MOD-05",
  "MOD-08",
  "MOD-10",
  "MOD-13",
  "MOD-14",
  "MOD-15",
  "MOD-24",
  "MOD-25",
] as const;

export type KeptRule = (typeof keptByAll)[number] | "MOD-06" | "MOD-11" | "MOD-12";

/** The rules that this model keeps by its making: beside those of all, what only ratios and relative models can break. */
export const keptBy = (model: EvaluationModel): readonly KeptRule[] => [
  ...keptByAll,
  ...(isRelative(model) ? [] : (["MOD-06"] as const)),
  ...(dividesByPrice(model) ? [] : (["MOD-11"] as const)),
  ...(model.type === "quality_price_ratio" ? [] : (["MOD-12"] as const)),
];

/** The law or reasoning that a rule rests on; null where it is our own. */
export const referenceOf = (rule: string): string | null => references[rule] ?? null;

const references: Readonly<Record<string, string>> = {
  "MOD-01": "HFD 2022 ref. 41",
  "MOD-02": "HFD 2022 ref. 41",
  "MOD-03": "HFD 2018 ref. 50",
  "MOD-04": "HFD 2022 ref. 41",
  "MOD-05": "OLG Düsseldorf Verg 35/23",
  "MOD-06": "Konkurrensverket",
  "MOD-07": "LOU 16:6",
  "MOD-08": "LOU 16:6",
  "MOD-10": "LOU 4:1",
  "MOD-12": "UfAB",
  "MOD-22": "LOU 4:1",
  "MOD-25": "LOU 16:6",
};

/** What one rule found, with what it rests on. */
export interface BrokenRule<F extends Finding = Finding> {
  readonly ruleId: string;
  readonly severity: Finding["severity"];
  readonly reference: string | null;
  readonly findings: readonly F[];
  /** Whether it is the same sentence of many requirements, to be said once. */
  readonly ofMany: boolean;
}

/** More findings of one kind are read as a list of requirements. */
const fewSentences = 4;

/** By rule, in the order in which they come; what two linters say of one place is said once, as the later says it. */
export const byRule = <F extends Finding>(findings: readonly F[]): readonly BrokenRule<F>[] =>
  [
    ...Map.groupBy(
      new Map(findings.map((finding) => [findingKey(finding), finding])).values(),
      ({ ruleId }) => ruleId,
    ),
  ].map(([ruleId, same]) => ({
    ruleId,
    severity: same.some(({ severity }) => severity === "error") ? "error" : "warning",
    reference: referenceOf(ruleId),
    findings: same,
    ofMany:
      same.length > fewSentences &&
      same.every(({ code, params }) => code === same[0]?.code && params.id !== undefined),
  }));
