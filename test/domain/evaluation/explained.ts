import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { formulaValue } from "./formula-value.ts";
import type { EvaluationCase } from "./published-cases.ts";

/** What an explanation says and what its own formula gives, where they differ; null for a case that has no explanations. */
export function contradictions(unchecked: EvaluationCase): readonly string[] | null {
  const read = readEvaluationCase(unchecked);
  if (!read.ok) return null;
  const result = evaluate(read.value);
  const pointsOf = new Map(read.value.bids.map(({ id, points }) => [id, points]));
  return [...result.scores].flatMap(([id, score]) => {
    const explanation = result.explain(id);
    if (explanation === null) return [`${id} has none`];
    const [value, own] = [explanation.value, score].map(asNumber);
    const differs = close(value, own) ? [] : [`${id} is not ${explanation.value}`];
    return [...differs, ...inside(explanation), ...misnamed(explanation, pointsOf.get(id) ?? new Map())];
  });
}

/** A criterion says whether an answer is missing, and years are counted from 1. */
function misnamed(explanation: Explanation, points: ReadonlyMap<string, unknown>): readonly string[] {
  const faults = explanation.children.flatMap(({ label, subject = "" }, i) => {
    if (label === "yearly_cost") return subject === String(i + 1) ? [] : [`year ${subject}`];
    return label.startsWith("criterion") && (label === "criterion") !== points.has(subject) ? [label] : [];
  });
  return [...faults, ...explanation.children.flatMap((child) => misnamed(child, points))];
}

function inside(explanation: Explanation): readonly string[] {
  const { formula, substituted, value, children } = explanation;
  const parts = children.reduce((total, child) => total + asNumber(child.value), 0);
  const computed = [formulaValue(substituted), formula.startsWith("Σ") ? parts : null];
  const differs = computed.some((own) => own !== null && !close(own, asNumber(value)));
  return [...(differs ? [`${substituted} is not ${value}`] : []), ...children.flatMap(inside)];
}

function asNumber(value: string | { readonly n: bigint; readonly d: bigint } | undefined): number {
  if (typeof value === "object") return Number(value.n) / Number(value.d);
  const [n, d = "1"] = (value ?? "NaN").split("/");
  return Number(n) / Number(d);
}

const close = (a = Number.NaN, b = Number.NaN): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
