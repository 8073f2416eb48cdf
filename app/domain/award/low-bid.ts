import {
  type LowBidRule,
  type LowBidRuleId,
  lowBidLimits,
} from "#app/domain/evaluation/analysis/abnormally-low/generic.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure, TenderEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";
import { parseDecimal, parseExact, wholeNumber } from "#app/domain/money/fraction.ts";

/** What was written about one bid that seems abnormally low, in the order in which it was. */
export interface LowBidStep {
  readonly act: "ask" | "answer" | "accept" | "reject";
  /** Question, answer or reason. */
  readonly words: string;
  /** Of a question: until when it may be answered. */
  readonly dueUs: number | null;
  readonly atUs: number;
}

/** A question about a low bid with what came of it. The authority may reject only after the bidder could explain. */
export interface LowBidHearing {
  readonly question: string;
  readonly askedUs: number;
  readonly dueUs: number;
  readonly answer: { readonly words: string; readonly atUs: number } | null;
  readonly decision: { readonly rejected: boolean; readonly reason: string; readonly atUs: number } | null;
}

/** The last hearing of a bid; null when it was never asked. */
export function hearingOf(steps: readonly LowBidStep[]): LowBidHearing | null {
  const from = steps.findLastIndex(({ act }) => act === "ask");
  const asked = steps[from];
  if (asked === undefined || asked.dueUs === null) return null;
  const since = steps.slice(from + 1);
  const answer = since.findLast(({ act }) => act === "answer");
  const decided = since.findLast(({ act }) => act === "accept" || act === "reject");
  return {
    question: asked.words,
    askedUs: asked.atUs,
    dueUs: asked.dueUs,
    answer: answer ? { words: answer.words, atUs: answer.atUs } : null,
    decision: decided
      ? { rejected: decided.act === "reject", reason: decided.words, atUs: decided.atUs }
      : null,
  };
}

/** Whether a decision can be made: the bidder has explained, or the time for it is over. */
export const isHeard = ({ answer, dueUs }: LowBidHearing, nowUs: number): boolean =>
  answer !== null || nowUs >= dueUs;

export interface LowBidIndicator {
  readonly rule: LowBidRuleId;
  /** Percent below the reference at which a bid is pointed out, whole. */
  readonly percent: number;
  /** Null where there is nothing to compare with. */
  readonly limit: Figure | null;
  /** Responses below the limit. */
  readonly flagged: readonly string[];
}

/** Neither directive nor act has a number: these only point out what a committee should look at. */
const percents: Readonly<Record<LowBidRuleId, number>> = {
  pct_below_mean: 30,
  pct_below_median: 30,
  gap_to_second_lowest: 20,
  pct_below_estimate: 30,
};

/** The four indicators over the admitted bids; they move nothing by themselves. Without a priced bid there are none. */
export function lowBidIndicators(
  { responses }: TenderEvaluation,
  estimatedValueSek: string | null,
): readonly LowBidIndicator[] {
  const priced = responses.flatMap(({ response, admission, price }) => {
    const exact = admission === "admitted" && price ? parseExact(price.exact) : null;
    return exact ? [{ id: response, price: exact }] : [];
  });
  if (priced.length === 0) return [];
  const estimate = estimatedValueSek === null ? null : parseDecimal(estimatedValueSek);
  const rules = Object.entries(percents).map(
    ([id, percent]): LowBidRule => ({ id: id as LowBidRuleId, percent: wholeNumber(percent), estimate }),
  );
  return lowBidLimits(priced, rules).limits.map(({ rule, limit, flagged }) => ({
    rule,
    percent: percents[rule],
    limit: limit && figure(limit),
    flagged,
  }));
}
