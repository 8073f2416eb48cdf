import { analysed, readBaseCase } from "#app/domain/evaluation/analysis/base-case.ts";
import { inIdOrder, readRows, readWeights, weighted } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { score20, scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { byId, tiersOf } from "#app/domain/evaluation/ranking.ts";
import { type Rounding, round, toFixedDecimal } from "#app/domain/money/decimal.ts";
import { type Fraction, parseDecimal, parseExact, sum, zero } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

const roundings: Readonly<Record<string, Rounding>> = { HALF_UP: halfUp, HALF_EVEN: halfEven };

/** Arithmetic by itself: sums, rounded components of a base model, or rounding modes. */
export const numericCase: CaseKind = (input) => {
  if (input.params.has("model")) return componentsCase(input);
  return input.params.has("modes") ? modesCase(input) : sumsCase(input);
};

const sumsCase: CaseKind = ({ params, bids }) => {
  params.ignore("operation");
  const weights = params.has("weights") ? readWeights(params) : null;
  const rows = weights
    ? readRows(bids, weights.length)
    : bids.map((bid) => ({ id: bid.text("id"), values: bid.decimals("values") })).sort(inIdOrder);
  return () => {
    const scored = rows.map(({ id, values }) => ({
      id,
      value: weights ? weighted(weights, values) : sum(values),
    }));
    return {
      ...scoresAnswer(
        scored.map(({ id, value }) => [id, value] as const),
        true,
      ),
      ranking: tiersOf(scored, "higher_is_better"),
    };
  };
};

/** Which part of a score's explanation a named rounding applies to. */
const components = { price_points: "price_points", quality_points: "quality" } as const;

interface ComponentRounding {
  readonly label: string;
  readonly places: number;
  readonly rounding: Rounding;
}

/** Totals when the documents round components first; unlike display rounding this can create ties. */
const componentsCase: CaseKind = (input) => {
  const { params } = input;
  const rules = readRoundings(params.object("rounding"));
  const base = readBaseCase(input, "model");
  // Only there a score is the sum of components that documents may round.
  if (params.has("model") && params.text("model") !== "weighted_points")
    params.fault("unknown_value", "model");
  return analysed(base, ({ model }, result) => {
    const rounded = [...result.scores.keys()].map((id) => {
      const parts = result.explain(id)?.children ?? [];
      const values = parts.map(({ label, value }) => {
        const exact = parseExact(value) ?? zero;
        const rule = rules.find((candidate) => candidate.label === label);
        return rule ? round(exact, rule.places, rule.rounding) : exact;
      });
      return { id, value: sum(values) };
    });
    return {
      rounded_components: Object.fromEntries(rounded.map(({ id, value }) => [id, score20(value)])),
      rounded_ranking: tiersOf(rounded, model.direction),
    };
  });
};

function readRoundings(fields: Fields): readonly ComponentRounding[] {
  const rules = Object.entries(components).flatMap(([name, label]) => {
    if (!fields.has(name)) return [];
    const [, places, mode = ""] = /^(\d{1,2}) decimals? (HALF_UP|HALF_EVEN)$/.exec(fields.text(name)) ?? [];
    const rounding = roundings[mode];
    if (rounding === undefined) fields.fault("unknown_value", name);
    return rounding ? [{ label, places: Number(places), rounding }] : [];
  });
  fields.finish();
  return rules;
}

const modesCase: CaseKind = ({ params, bids }) => {
  const modes = params.texts("modes");
  modes.forEach((mode, i) => {
    if (!Object.hasOwn(roundings, mode)) params.fault("unknown_value", `modes[${i}]`);
  });
  const numbers = bids.map(readRoundedNumber).sort((a, b) => byId(a.text, b.text));
  return () => ({
    scores: {},
    ...Object.fromEntries(modes.map((mode) => [mode, roundedTexts(numbers, roundings[mode] ?? halfEven)])),
    ranking: [],
  });
};

interface RoundedNumber {
  readonly text: string;
  readonly value: Fraction;
  readonly places: readonly number[];
}

/** By "value@decimals". */
const roundedTexts = (numbers: readonly RoundedNumber[], rounding: Rounding) =>
  Object.fromEntries(
    numbers.flatMap(({ text, value, places }) =>
      places.map((decimals) => [`${text}@${decimals}`, toFixedDecimal(value, decimals, rounding)]),
    ),
  );

/** More decimals than anybody rounds to. */
const mostDecimals = 20;
const longestValue = 60;

/**
 * The id is "value@decimals", or a value alone, which is then rounded to every number of decimals up to its own, and to
 * the two of money at least.
 */
function readRoundedNumber(bid: Fields): RoundedNumber {
  const [text = "", decimals] = bid.text("id").split("@");
  const value = text.length > longestValue ? null : parseDecimal(text);
  if (value === null) bid.fault(text.length > longestValue ? "number_too_long" : "not_a_decimal", "id");
  if (decimals !== undefined && !(/^\d{1,2}$/.test(decimals) && Number(decimals) <= mostDecimals)) {
    bid.fault("number_out_of_range", "id");
  }
  const most = Math.min(mostDecimals, Math.max(2, (text.split(".")[1] ?? "").length));
  const all = Array.from({ length: most + 1 }, (_, i) => i);
  return { text, value: value ?? zero, places: decimals === undefined ? all : [Number(decimals)] };
}
