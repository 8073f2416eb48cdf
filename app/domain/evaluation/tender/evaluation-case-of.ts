import { type AssessedResponse, assessResponses } from "#app/domain/evaluation/tender/assess-response.ts";
import { type CaseModel, caseModelOf } from "#app/domain/evaluation/tender/case-model.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import { type PriceRow, sumOfRows } from "#app/domain/evaluation/tender/tender-price.ts";
import type { TenderEvaluationInput } from "#app/domain/evaluation/tender-evaluation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  type Fraction,
  isNegative,
  isPositive,
  leastCommonMultiple,
  multiply,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { dividesByPrice, worthIn } from "#app/domain/tender/model-units.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/** A case of the published case format, as plain JSON: `skallbor evaluate` recomputes it without the application. */
export interface EvaluationCaseFile {
  readonly id: string;
  readonly model: CaseModel["model"];
  readonly params: Readonly<Record<string, unknown>>;
  readonly bids: readonly CaseFileBid[];
}

interface CaseFileBid {
  readonly id: string;
  readonly price: string;
  readonly items: readonly string[];
  readonly must: Readonly<Record<string, boolean>>;
  readonly points: Readonly<Record<string, string>>;
}

/** Names of the musts that every tender has beside its requirements. */
const unitPriceMust = (item: string): string => `unit_price:${item}`;
const tenderPriceMust = "tender_price";
/** Stands in the case only where a bid was rejected after a hearing. */
const notLowMust = "abnormally_low";

/** The evaluation of a tender as a case file. It holds everything that decides, and nothing else. */
export function evaluationCaseOf(input: TenderEvaluationInput): EvaluationCaseFile {
  return caseFileOf(input, assessResponses(input));
}

export function caseFileOf(
  { tender, lotterySeed, rejectedAsLow = [] }: TenderEvaluationInput,
  responses: readonly AssessedResponse[],
): EvaluationCaseFile {
  const { evaluation, forbidNegativePrices } = tender;
  const { model, params } = caseModelOf(tender);
  const maxima = new Map(tender.requirements.map(({ id }, i) => [id, commonDenominator(responses, i)]));
  const shoulds = tender.requirements.filter(({ level }) => level === "should");
  return {
    id: tender.caseNumber,
    model,
    params: {
      ...params,
      ...("weightTotal" in evaluation ? { weight_total: evaluation.weightTotal } : {}),
      criteria: shoulds.map((requirement) => ({
        id: requirement.id,
        weight: weightOf(tender, requirement),
        max: String(maxima.get(requirement.id) ?? 1n),
      })),
      must: [
        ...tender.requirements.filter(({ level }) => level === "must").map(({ id }) => id),
        ...tender.priceItems.map(({ id }) => unitPriceMust(id)),
        tenderPriceMust,
        ...(rejectedAsLow.length === 0 ? [] : [notLowMust]),
      ],
      forbid_negative_items: forbidNegativePrices,
      tie_break: { rules: evaluation.tieBreak, ...(lotterySeed === null ? {} : { seed: lotterySeed }) },
    },
    bids: responses.map((assessed) => {
      const bid = bidOf(tender, assessed, maxima);
      if (rejectedAsLow.length === 0) return bid;
      return { ...bid, must: { ...bid.must, [notLowMust]: !rejectedAsLow.includes(bid.id) } };
    }),
  };
}

/** What a should is worth at full share: points or SEK, by the tender's model. */
export const weightOf = ({ evaluation }: TenderContent, requirement: TenderRequirement): string =>
  worthIn(evaluation, requirement) ?? "0";

/** The tender price: the buyer's where the buyer has set it, otherwise the sum of the rows. */
export const priceOf = ({ evaluation }: TenderContent, rows: readonly PriceRow[]): Fraction =>
  evaluation.type === "fixed_price_quality_only" ? published(evaluation.fixedPriceSek) : sumOfRows(rows);

/** Whether the model can read the price: never below 0, and above 0 where it divides by it. */
const isReadable = ({ evaluation }: TenderContent, price: Fraction): boolean =>
  dividesByPrice(evaluation) ? isPositive(price) : !isNegative(price);

function bidOf(
  tender: TenderContent,
  { response, assessments, priceRows }: AssessedResponse,
  maxima: ReadonlyMap<string, bigint>,
): CaseFileBid {
  const price = priceOf(tender, priceRows);
  const musts = assessments.flatMap(({ requirement, must }) =>
    must === "met" || must === "failed" ? [[requirement.id, must === "met"] as const] : [],
  );
  const prices = priceRows.flatMap(({ item, unitPrice, given }) =>
    given ? [[unitPriceMust(item), unitPrice !== null] as const] : [],
  );
  return {
    id: response.id,
    // A negative total fails its own must; the format has no negative price.
    price: decimalOf(isNegative(price) ? zero : price),
    items: priceRows.flatMap(({ unitPrice }) => (unitPrice ? [decimalOf(unitPrice)] : [])),
    must: Object.fromEntries([...musts, ...prices, [tenderPriceMust, isReadable(tender, price)]]),
    points: Object.fromEntries(
      assessments.flatMap(({ requirement: { id }, should }) => {
        if (should === null || should.state !== "answered") return [];
        return [[id, decimalOf(multiply(should.share, { n: maxima.get(id) ?? 1n, d: 1n }))] as const];
      }),
    ),
  };
}

/**
 * The maximum that makes every bid's points of a criterion whole. A share such as 2/3 has no decimal notation, and only
 * points / maximum enters the score, so this keeps the file exact.
 */
function commonDenominator(responses: readonly AssessedResponse[], index: number): bigint {
  return responses.reduce((common, { assessments }) => {
    const share = assessments[index]?.should?.share;
    return share ? leastCommonMultiple(common, share.d) : common;
  }, 1n);
}

/** Exact: everything written is a sum of products of decimals. */
const decimalOf = (value: Fraction): string => toDecimal(value, decimalPlaces(value.d), halfEven);

/** How many decimals a denominator of twos and fives needs. */
function decimalPlaces(denominator: bigint): number {
  let places = 0;
  for (let rest = denominator, scale = 1n; scale % rest !== 0n; scale *= 10n) places += 1;
  return places;
}
