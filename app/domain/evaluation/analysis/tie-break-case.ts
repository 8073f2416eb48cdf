import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { lotteryTicket } from "#app/domain/evaluation/lottery.ts";
import { byId } from "#app/domain/evaluation/ranking.ts";
import { decideByChain, type TieRule } from "#app/domain/evaluation/tie-break.ts";
import { compare, type Fraction, zero } from "#app/domain/money/fraction.ts";

interface TiedBid {
  readonly score: Fraction;
  readonly price: Fraction;
  readonly points: ReadonlyMap<string, Fraction>;
}

/** A draw (`seed` alone) or a whole tie-break chain (`rules`). */
export const tieBreakCase: CaseKind = (input) =>
  input.params.has("rules") ? chainCase(input) : lotteryCase(input);

const lotteryCase: CaseKind = ({ params, bids }) => {
  params.ignore("algorithm");
  const seed = params.text("seed");
  const ids = bids.map((bid) => bid.text("id")).sort(byId);
  return () => {
    const tickets = new Map(ids.map((id) => [id, lotteryTicket(seed, id)]));
    const drawn = [...tickets].sort(([, a], [, b]) => byId(a, b));
    return { scores: Object.fromEntries(tickets), ranking: drawn.map(([id]) => [id]) };
  };
};

const chainCase: CaseKind = ({ params, bids }) => {
  params.ignore("algorithm");
  const seed = params.has("seed") ? params.text("seed") : null;
  const names = params.texts("rules");
  const needsPrice = names.includes("lowest_price");
  const tied = bids.map((bid) => ({ id: bid.text("id"), ...readTiedBid(bid, needsPrice) })).sort(inIdOrder);
  const byBid = new Map(tied.map((bid) => [bid.id, bid]));
  const rules = names.flatMap((name, i) => {
    const rule = chainRule(name, byBid, seed);
    if (rule === null) params.fault("unknown_value", `rules[${i}]`);
    return rule === null ? [] : [rule];
  });
  return () => {
    const { order, decidedBy } = decideByChain([...byBid.keys()], rules);
    return {
      ...scoresAnswer(
        [...byBid].map(([id, { score }]) => [id, score] as const),
        true,
      ),
      ranking: order,
      decided_by: Object.fromEntries(
        decidedBy.map(({ better, worse, rule }) => [`${better}>${worse}`, rule]),
      ),
    };
  };
};

const readTiedBid = (bid: Fields, needsPrice: boolean): TiedBid => ({
  score: bid.decimal("score"),
  // Where the price decides, one that is not told would be the lowest of all.
  price: needsPrice || bid.has("price") ? bid.decimal("price", "not_negative") : zero,
  points: bid.has("points") ? bid.decimalsByName("points") : new Map(),
});

function chainRule(
  name: string,
  byBid: ReadonlyMap<string, TiedBid>,
  seed: string | null,
): TieRule<string> | null {
  const comparing = (of: (bid: TiedBid) => Fraction, sign: 1 | -1) => (a: string, b: string) => {
    const [left, right] = [byBid.get(a), byBid.get(b)];
    return left && right ? sign * compare(of(left), of(right)) : 0;
  };
  if (name === "score") return { name, compare: comparing(({ score }) => score, -1) };
  if (name === "lowest_price") return { name, compare: comparing(({ price }) => price, 1) };
  if (name === "lottery") {
    return {
      name,
      compare: (a, b) => (seed === null ? 0 : byId(lotteryTicket(seed, a), lotteryTicket(seed, b))),
    };
  }
  const [, criterion, order = "desc"] = /^points:(\S+?)(?: (asc|desc))?$/.exec(name) ?? [];
  if (criterion === undefined) return null;
  const points = ({ points: given }: TiedBid) => given.get(criterion) ?? zero;
  return { name: `points:${criterion}`, compare: comparing(points, order === "asc" ? 1 : -1) };
}
