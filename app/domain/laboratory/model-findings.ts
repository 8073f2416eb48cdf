import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { shareOfWeight } from "#app/domain/evaluation/tender/share-of-weight.ts";
import { keyFigureIds } from "#app/domain/measurement/key-figures.ts";
import { isPositive, parseDecimal } from "#app/domain/money/fraction.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/** What the evaluation as a whole does wrong, beside what the draft's own findings say. Pure reading of the draft. */
export function modelFindings({ requirements }: TenderContent): readonly Finding[] {
  return [
    ...requirements.filter(demandsPrice).map(({ id }) => {
      return error("MOD-03", `requirements.${id}`, "price_floor", { id });
    }),
    ...countedTwice(requirements),
    ...requirements.filter(scoresByMeasurement).map(({ id }) => {
      return warning("MOD-22", `requirements.${id}`, "measured_not_by_all", { id });
    }),
  ];
}

/** A must that a number of kronor be at least something above 0. */
function demandsPrice({ level, answer }: TenderRequirement): boolean {
  if (level !== "must" || answer.type !== "number" || answer.min === null) return false;
  const least = parseDecimal(answer.min);
  return /^(kr|sek)\b/i.test(answer.unit ?? "") && least !== null && isPositive(least);
}

const keyFigures: ReadonlySet<string> = new Set(keyFigureIds);

/** Whether points come from call records, which a bidder without such a service today has none of. */
const scoresByMeasurement = ({ level, useOfMeasurement, measure }: TenderRequirement): boolean =>
  level === "should" && useOfMeasurement === "award" && measure !== null && keyFigures.has(measure.metric);

/** One fact that feeds two shoulds, or a should that already pays for what a must demands. */
function countedTwice(requirements: readonly TenderRequirement[]): Finding[] {
  const byFact = Map.groupBy(
    requirements.filter(({ measure }) => measure !== null),
    ({ measure }) => factOf(measure),
  );
  return [...byFact.values()].flatMap((same) => {
    const shoulds = same.filter(({ level }) => level === "should");
    const must = same.find(({ level }) => level === "must");
    const first = shoulds[0];
    return shoulds.flatMap((should) => {
      const other = must && paysFor(should, must) ? must : should === first ? undefined : first;
      if (other === undefined) return [];
      const params = { id: should.id, other: other.id };
      return [error("MOD-17", `requirements.${should.id}`, "counted_twice", params)];
    });
  });
}

/** Same metric, formula, parameters and window: the same number of the same contract. */
const factOf = (measure: Measure | null): string =>
  JSON.stringify([
    measure?.metric,
    measure?.variant,
    measure?.window,
    Object.entries(measure?.parameters ?? {}).sort(),
  ]);

/** Whether the should gives a share for just what the must demands. */
function paysFor({ scoring }: TenderRequirement, { measure }: TenderRequirement): boolean {
  const threshold = measure?.threshold == null ? null : parseDecimal(measure.threshold);
  const share = threshold === null ? null : shareOfWeight(scoring, { number: threshold });
  return share !== null && isPositive(share);
}
