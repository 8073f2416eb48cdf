import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { shareOfWeight } from "#app/domain/evaluation/tender/share-of-weight.ts";
import { isPositive, parseDecimal } from "#app/domain/money/fraction.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/** What requirements do wrong together with the evaluation: a price floor among the musts, one fact that is paid for twice. */
export const criteriaFindings = ({ requirements }: TenderContent): readonly Finding[] => [
  ...requirements
    .filter(demandsPrice)
    .map(({ id }) => error("MOD-03", `requirements.${id}.answer`, "price_floor", { id })),
  ...countedTwice(requirements),
];

/** A must that a number of kronor be at least something above 0. */
function demandsPrice({ level, answer }: TenderRequirement): boolean {
  if (level !== "must" || answer.type !== "number" || answer.min === null) return false;
  const least = parseDecimal(answer.min);
  return /^(kr|sek)\b/i.test(answer.unit ?? "") && least !== null && isPositive(least);
}

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
      return [error("MOD-17", `requirements.${should.id}.measure`, "counted_twice", params)];
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
