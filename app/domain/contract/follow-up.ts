import type { HeldMonth } from "#app/domain/contract/held-month.ts";
import {
  add,
  compare,
  type Fraction,
  larger,
  parseDecimal,
  smaller,
  zero,
} from "#app/domain/money/fraction.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import { deepestStep, serviceCredit } from "#app/domain/service-credit/service-credit.ts";
import {
  type ServiceCreditStep,
  type ServiceCredits,
  worseSide,
} from "#app/domain/tender/service-credits.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/** One requirement in one month: promised against measured, and what a miss costs. */
export interface FollowedUp extends HeldMonth {
  /** What the bid promised, when the answer is a number; decimal string. */
  readonly promise: string | null;
  /** Whether the promise was kept, which may be more than the requirement asks; null without value or promise. */
  readonly promiseKept: boolean | null;
  /** The deepest step that the month has passed; null for none. */
  readonly step: ServiceCreditStep | null;
  /** Months in a row, this one included, in which the requirement was missed; 0 when it was not. */
  readonly missedInARow: number;
}

export interface ContractMonth {
  readonly month: string;
  readonly requirements: readonly FollowedUp[];
  readonly credit: MonthCredit | null;
  /** Requirements missed so often in a row that the buyer may end the contract. */
  readonly termination: readonly string[];
}

/** What the month costs, in percent of the fee and SEK; exact. */
export interface MonthCredit {
  readonly fee: Fraction;
  /** Of the steps passed, as the schedule combines them, before the cap. */
  readonly percent: Fraction;
  readonly cap: Fraction;
  readonly amount: Fraction;
}

interface Contract {
  readonly content: Pick<TenderContent, "requirements" | "serviceCredits">;
  /** Of the awarded bid. */
  readonly bid: Pick<ResponseContent, "answers" | "unitPrices">;
}

/**
 * The contract month by month, in order, by the ids that the requirements had in the tender. A month without data for
 * a requirement costs nothing for it and interrupts its row of misses: no data is neither kept nor missed.
 */
export function followUp({ content, bid }: Contract, held: readonly HeldMonth[]): ContractMonth[] {
  const requirements = new Map(content.requirements.map((requirement) => [requirement.id, requirement]));
  const order = [...requirements.keys()];
  const misses = new Map<string, number>();
  const byMonth = [...Map.groupBy(held, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byMonth.map(([month, rows]) => {
    const followed = rows
      .toSorted((a, b) => order.indexOf(a.requirement) - order.indexOf(b.requirement))
      .flatMap((row): FollowedUp[] => {
        const requirement = requirements.get(row.requirement);
        if (requirement === undefined) return [];
        const missedInARow = row.verdict === "refuted" ? (misses.get(row.requirement) ?? 0) + 1 : 0;
        misses.set(row.requirement, missedInARow);
        const promise = promiseOf(requirement, bid.answers);
        return [
          {
            ...row,
            promise,
            promiseKept: isKept(requirement, promise, row.value),
            step: stepOf(requirement, row, content.serviceCredits),
            missedInARow,
          },
        ];
      });
    const limit = content.serviceCredits.terminationAfter;
    return {
      month,
      requirements: followed,
      credit: creditOf(content.serviceCredits, bid.unitPrices, followed),
      termination:
        limit === null
          ? []
          : followed
              .filter(({ missedInARow }) => missedInARow >= limit)
              .map(({ requirement }) => requirement),
    };
  });
}

function promiseOf({ id, measure }: TenderRequirement, answers: ResponseContent["answers"]): string | null {
  const answer = answers[id];
  return measure !== null && answer?.type === "number" ? answer.value : null;
}

function isKept(
  requirement: TenderRequirement,
  promise: string | null,
  value: Fraction | null,
): boolean | null {
  const promised = parseDecimal(promise ?? "");
  const worse = worseSide(requirement);
  if (promised === null || value === null || worse === null) return null;
  const strict = requirement.measure?.comparator === ">" || requirement.measure?.comparator === "<";
  const sign = compare(value, promised) * (worse === "below" ? 1 : -1);
  return strict ? sign > 0 : sign >= 0;
}

/** Only a month that is known to miss costs: what is undetermined has not been proved against the supplier. */
function stepOf(
  requirement: TenderRequirement,
  { verdict, value }: HeldMonth,
  { steps }: ServiceCredits,
): ServiceCreditStep | null {
  const worse = worseSide(requirement);
  if (verdict !== "refuted" || value === null || worse === null) return null;
  const own = steps.flatMap((step) => {
    const [limit, percent] = [parseDecimal(step.limit), parseDecimal(step.percent)];
    return step.requirement === requirement.id && limit && percent ? [{ step, limit, percent }] : [];
  });
  return deepestStep(own, value, worse)?.step ?? null;
}

/** Null where the tender has no schedule or the bid no fee. */
function creditOf(
  { steps, feeItem, combine, capPercent }: ServiceCredits,
  unitPrices: ResponseContent["unitPrices"],
  followed: readonly FollowedUp[],
): MonthCredit | null {
  const fee = parseDecimal(unitPrices[feeItem ?? ""] ?? "");
  const cap = parseDecimal(capPercent);
  if (steps.length === 0 || fee === null || cap === null) return null;
  const percents = followed.flatMap(({ step }) => (step && parseDecimal(step.percent)) ?? []);
  const percent = percents.reduce(combine === "largest" ? larger : add, zero);
  return { fee, percent, cap, amount: serviceCredit(fee, smaller(percent, cap), cap) };
}
