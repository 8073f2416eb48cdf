import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { languages } from "#app/domain/language.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  equal,
  hundred,
  multiply,
  one,
  parseDecimal,
  subtract,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { callsPerMonth, countsCalls } from "#app/domain/tender/expected-calls.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import { saysNumber } from "#app/domain/tender/number-in-text.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";

/** What a requirement's measure is worth as a promise: named, possible, verifiable, and the same in text and field. */
export function measureFindings(
  requirement: TenderRequirement,
  draft: DraftTender,
  catalogue: Catalogue,
): Finding[] {
  const { id, measure } = requirement;
  if (measure === null) return [];
  const path = `requirements.${id}.measure`;
  const findings: Finding[] = [];
  const metric = catalogue.metrics.get(measure.metric);
  if (!metric?.variants.some((variant) => variant.id === measure.variant)) {
    findings.push(error("REQ-14", `${path}.variant`, "formula_missing", { id }));
  }
  if (measure.role !== "report" && measure.threshold === null) {
    findings.push(error("REQ-17", `${path}.threshold`, "threshold_missing", { id }));
  }
  // A duty of the supplier's own (every log-in, every report) can be kept every time; a key figure of traffic cannot.
  if (metric?.kind === "kpi" && countsCalls(measure, catalogue) && isAbsolute(measure)) {
    findings.push(error("REQ-11", `${path}.threshold`, "target_absolute", { id }));
  } else {
    findings.push(...sampleFindings(id, measure, draft, catalogue));
  }
  const contradicting = contradiction(requirement, draft);
  if (contradicting) {
    const params = { id, threshold: measure.threshold ?? "–", other: contradicting };
    findings.push(error("REQ-21", `${path}.threshold`, "thresholds_contradict", params));
  }
  return [...findings, ...numberFindings(requirement, catalogue)];
}

/** At least 100 %, or at most 0 of anything. */
const isAbsolute = ({ role, comparator, threshold, unit }: Measure): boolean => {
  const value = threshold === null ? null : parseDecimal(threshold);
  if (role !== "limit" || value === null) return false;
  const full = unit === "%" && compare(value, hundred) >= 0 && comparator !== "<=" && comparator !== "<";
  const none = value.n === 0n && (comparator === "<=" || comparator === "=" || comparator === "<");
  return full || none;
};

const monthsOf: Readonly<Record<string, number>> = {
  calendar_month: 1,
  calendar_quarter: 3,
  calendar_year: 12,
  rolling_12_months: 12,
};

/**
 * With n cases a window and a share p to reach, n < 1/(1 − p) lets a single failure breach the requirement (for "over
 * p", n ≤ 1/(1 − p)). n is known when the price sheet counts calls and the metric does too.
 */
function sampleFindings(id: string, measure: Measure, draft: DraftTender, catalogue: Catalogue): Finding[] {
  const { comparator, threshold, unit, window, role } = measure;
  const months = monthsOf[window];
  const percent = threshold === null ? null : parseDecimal(threshold);
  const perMonth = callsPerMonth(draft);
  if (
    role !== "limit" ||
    unit !== "%" ||
    !months ||
    !percent ||
    !perMonth ||
    !countsCalls(measure, catalogue)
  )
    return [];
  if ((comparator !== ">=" && comparator !== ">") || compare(percent, hundred) >= 0) return [];
  const cases = multiply(perMonth, wholeNumber(months));
  const needed = divide(one, subtract(one, divide(percent, hundred)));
  const order = compare(cases, needed);
  if (order > 0 || (order === 0 && comparator === ">=")) return [];
  const params = { id, cases: toDecimal(cases, 0, halfUp), needed: toDecimal(needed, 0, halfUp) };
  return [error("REQ-12", `requirements.${id}.measure.threshold`, "threshold_unverifiable", params)];
}

/** Another requirement that sets a different limit on the very same figure. */
function contradiction({ id, level, measure }: TenderRequirement, draft: DraftTender): string | null {
  if (measure === null || measure.role !== "limit" || level !== "must") return null;
  const scope = scopeOf(measure);
  const own = parseDecimal(measure.threshold ?? "");
  const other = draft.requirements.find((candidate) => {
    if (candidate.id === id || candidate.level !== "must" || candidate.measure?.role !== "limit")
      return false;
    const theirs = parseDecimal(candidate.measure.threshold ?? "");
    return scopeOf(candidate.measure) === scope && own !== null && theirs !== null && !equal(own, theirs);
  });
  return other?.id ?? null;
}

const scopeOf = ({ metric, variant, window, comparator, parameters, exclusions }: Measure): string =>
  JSON.stringify([
    metric,
    variant,
    window,
    comparator,
    Object.entries(parameters).sort(),
    [...exclusions].sort(),
  ]);

/**
 * A text that says another number than the field is what a court would read. The catalogue may say a number in
 * words ("every", "twelve-month"), so a field that still has the catalogue's value is not held against its text.
 */
function numberFindings({ id, measure, text }: TenderRequirement, catalogue: Catalogue): Finding[] {
  const original = catalogue.requirements.get(id)?.measure ?? null;
  if (measure === null) return [];
  const bounds = (["threshold", "thresholdUpper"] as const).map(
    (bound) => [measure[bound], original?.[bound] ?? null, bound] as const,
  );
  const parameters = Object.entries(measure.parameters).map(
    ([name, value]) => [String(value), String(original?.parameters[name] ?? ""), name] as const,
  );
  return [...bounds, ...parameters].flatMap(([value, before, name]) => {
    if (value === null || value === before || parseDecimal(value) === null) return [];
    return languages
      .filter((language) => text[language].trim() !== "" && !saysNumber(text[language], value, language))
      .map((language) =>
        error("REQ-22", `requirements.${id}.text.${language}`, "text_differs", { id, value, field: name }),
      );
  });
}
