import { leaveOneOut, sameTier } from "#app/domain/evaluation/analysis/leave-one-out.ts";
import type { AwardCase, Bid } from "#app/domain/evaluation/award/award-case.ts";
import { weightedSum } from "#app/domain/evaluation/award/quality.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";
import type { Tiers } from "#app/domain/evaluation/ranking.ts";
import { type Random, seededRandom, wholeBelow } from "#app/domain/example/random.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { bidName, drawPrice, fewestBids, mostBids } from "#app/domain/laboratory/fictitious-bids.ts";
import { laboratoryCase, withBids } from "#app/domain/laboratory/laboratory-case.ts";
import { type LaboratoryPart, laboratoryParts } from "#app/domain/laboratory/laboratory-part.ts";
import { type PriceRange, priceRange } from "#app/domain/laboratory/price-range.ts";
import { scaleOf } from "#app/domain/laboratory/scale.ts";
import { round } from "#app/domain/money/decimal.ts";
import {
  add,
  compare,
  type Fraction,
  fraction,
  larger,
  multiply,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { mean } from "#app/domain/statistics/average.ts";
import { isAdditive } from "#app/domain/tender/model-units.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

export interface MarketTask {
  readonly tender: TenderContent;
  readonly seed: number;
  readonly markets: number;
  readonly spreadPercent: number;
}

/** How a part of the model behaved over all simulated markets. */
export interface PartInMarkets {
  /** Null is the price. */
  readonly part: string | null;
  /** Markets in which somebody else would be first if all bids were alike in this part. */
  readonly decides: number;
  /**
   * Σ over markets of the difference between the best and the worst bid in this part, in SEK or points. For the price it is
   * 0 where it has no such part: in a model whose result is no sum.
   */
  readonly spread: Fraction;
}

/** Counts over simulated markets: each market is drawn, but evaluated exactly by the engine. */
export interface MarketCounts {
  readonly markets: number;
  readonly bids: number;
  /** Markets in which leaving out one losing bid changes who is first. */
  readonly flips: number;
  /** Markets in which leaving out one bid, whichever, changes the order of the others. */
  readonly orderChanges: number;
  /** Markets in which more than one bid is first. */
  readonly ties: number;
  /** Markets in which the lowest price is among the first; likewise the highest quality. */
  readonly lowestPriceFirst: number;
  readonly highestQualityFirst: number;
  readonly parts: readonly PartInMarkets[];
}

/**
 * Tries the model on markets of two to six bids: prices drawn evenly within the range around the expected price, each
 * should on its own scale (a level as likely as another, a line evenly in whole percent). Null when the draft names no
 * expected price; faults as `laboratoryCase`.
 *
 * @param onProgress called with the number of markets done, some hundred times at most
 */
export function simulateMarkets(
  { tender, seed, markets, spreadPercent }: MarketTask,
  onProgress: (done: number) => void = () => undefined,
): Result<MarketCounts | null> {
  const parts = laboratoryParts(tender, "requirement");
  const model = laboratoryCase(tender, parts);
  if (!model.ok) return model;
  const range = priceRange(tender, spreadPercent);
  if (range === null) return success(null);
  const draw = marketDrawer(tender, model.value, parts, range, seededRandom(seed));
  const counts = startCounting(tender, parts);
  for (let done = 0; done < markets; done += 1) {
    if (done % Math.ceil(markets / 100) === 0) onProgress(done);
    counts.add(draw());
  }
  return success(counts.total());
}

/** A market: the case, and what each part gives each bid. */
interface Market {
  readonly base: AwardCase;
  /** By part, then by bid, in the bids' order. */
  readonly contributions: readonly (readonly Fraction[])[];
}

function marketDrawer(
  tender: TenderContent,
  model: AwardCase,
  parts: readonly LaboratoryPart[],
  range: PriceRange,
  random: Random,
): () => Market {
  const scales = parts.map(({ id }) => scaleOf(tender, id));
  const qualityOf = weightedSum(model.criteria);
  return () => {
    const count = fewestBids + wholeBelow(random, mostBids - fewestBids + 1);
    const bids = Array.from({ length: count }, (_, index) => {
      const price = fraction(drawPrice(random, range));
      const shares = scales.map((scale) => scale[wholeBelow(random, scale.length)] ?? zero);
      return {
        id: bidName(index),
        price,
        shares: new Map(parts.map(({ id }, j) => [id, shares[j] ?? zero])),
      };
    });
    const base = withBids(model, bids);
    return {
      // The total is given so that each of the evaluations without one bid need not sum it again.
      base: { ...base, bids: base.bids.map((bid) => ({ ...bid, quality: qualityOf(bid.points) })) },
      contributions: parts.map(({ id, worth }) =>
        bids.map(({ shares }) => multiply(worth, shares.get(id) ?? zero)),
      ),
    };
  };
}

/** Sums over markets describe, and decide nothing: they carry this many decimals. */
const spreadDecimals = 12;

function startCounting(tender: TenderContent, parts: readonly LaboratoryPart[]) {
  const total = {
    markets: 0,
    bids: 0,
    flips: 0,
    orderChanges: 0,
    ties: 0,
    lowestPriceFirst: 0,
    highestQualityFirst: 0,
  };
  const decides = Array.from({ length: parts.length + 1 }, () => 0);
  const spreads = decides.map(() => zero);
  const partsOf = isAdditive(tender.evaluation) ? partsOfSum : partsOfOther;
  return {
    add({ base, contributions }: Market): void {
      const result = evaluate(base);
      const [first = []] = result.ranking;
      const { without, decisive } = leaveOneOut(base);
      total.markets += 1;
      total.bids += base.bids.length;
      if (first.length > 1) total.ties += 1;
      if (decisive.length > 0) total.flips += 1;
      if ([...without].some(([id, ranking]) => !sameOrder(ranking, withoutBid(result.ranking, id)))) {
        total.orderChanges += 1;
      }
      const lowest = base.bids.map(priceOf).reduce(smaller);
      const highest = base.bids.map(totalOf).reduce(larger);
      const leads = (test: (bid: Bid) => boolean) =>
        base.bids.some((bid) => first.includes(bid.id) && test(bid)) ? 1 : 0;
      total.lowestPriceFirst += leads((bid) => compare(priceOf(bid), lowest) === 0);
      total.highestQualityFirst += leads((bid) => compare(totalOf(bid), highest) === 0);
      partsOf(base, result, contributions).forEach(({ firstIfAlike, given }, part) => {
        if (!sameTier([...firstIfAlike].sort(), [...first].sort())) decides[part] = (decides[part] ?? 0) + 1;
        const spread = subtract(given.reduce(larger), given.reduce(smaller));
        // Thousands of fractions of different prices would have a common denominator of thousands of digits.
        spreads[part] = add(spreads[part] ?? zero, round(spread, spreadDecimals, halfEven));
      });
    },
    total: (): MarketCounts => ({
      ...total,
      parts: [null, ...parts.map(({ id }) => id)].map((part, j) => ({
        part,
        decides: decides[j] ?? 0,
        spread: spreads[j] ?? zero,
      })),
    }),
  };
}

const withoutBid = (ranking: Tiers, id: string): Tiers =>
  ranking.map((tier) => tier.filter((other) => other !== id)).filter((tier) => tier.length > 0);

const sameOrder = (a: Tiers, b: Tiers): boolean =>
  a.length === b.length && a.every((tier, i) => sameTier(tier, b[i] ?? []));

/** A part in one market: what it gives each bid, and who would be first if it gave all the same. */
interface PartInMarket {
  readonly given: readonly Fraction[];
  readonly firstIfAlike: readonly string[];
}

/** The price first, then the shoulds: of a sum, each part can be taken out of the results as they are. */
function partsOfSum(
  { bids, model }: AwardCase,
  { scores }: EvaluationResult,
  contributions: Market["contributions"],
): readonly PartInMarket[] {
  const lower = model.direction === "lower_is_better";
  const own = bids.map(({ id }) => scores.get(id) ?? zero);
  const priceParts = bids.map((bid, i) => (lower ? priceOf(bid) : subtract(own[i] ?? zero, totalOf(bid))));
  return [priceParts, ...contributions].map((given, part) => {
    const deducted = lower && part > 0;
    const without = own.map((score, i) => (deducted ? add : subtract)(score, given[i] ?? zero));
    const best = without.reduce(lower ? smaller : larger);
    const firstIfAlike = bids.flatMap(({ id }, i) => (compare(without[i] ?? zero, best) === 0 ? [id] : []));
    return { given, firstIfAlike };
  });
}

/** Likewise for a result that is no sum: the market is evaluated again with the part alike, at its mean, for all. */
function partsOfOther(
  base: AwardCase,
  _result: EvaluationResult,
  contributions: Market["contributions"],
): readonly PartInMarket[] {
  const firstOf = (bids: readonly Bid[]) => evaluate({ ...base, bids }).ranking[0] ?? [];
  const price = base.bids[0]?.price ?? zero;
  const ifPricesAlike = firstOf(base.bids.map((bid) => ({ ...bid, price })));
  return [
    { given: base.bids.map(() => zero), firstIfAlike: ifPricesAlike },
    ...contributions.map((given) => {
      const middle = mean(given);
      const alike = base.bids.map((bid, i) => ({
        ...bid,
        quality: add(subtract(totalOf(bid), given[i] ?? zero), middle),
      }));
      return { given, firstIfAlike: firstOf(alike) };
    }),
  ];
}

const priceOf = ({ price }: Bid): Fraction => price ?? zero;
const totalOf = ({ quality }: Bid): Fraction => quality ?? zero;
