import type { Paragraph, Table } from "docx";
import { criteriaOf, type EvaluationDescriptionInput } from "#app/documents/evaluation-description-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import {
  isInSek,
  printedScore,
  printedShare,
  printedWorth,
  scoreHead,
} from "#app/documents/printed-worth.ts";
import { fill } from "#app/documents/templates.ts";
import { belowTable, caption, heading, paragraph, table } from "#app/documents/word-parts.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import type { ExampleEvaluation, ExampleResult } from "#app/domain/evaluation/tender/example-evaluation.ts";
import { toDecimal, toFixedDecimal } from "#app/domain/money/decimal.ts";
import { parseDecimal, parseExact, smaller, subtract } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** Chapter 9: three invented bids worked through the model, step by step. */
export function exampleChapter(input: EvaluationDescriptionInput): (Paragraph | Table)[] {
  const { content, wording, language, example } = input;
  if (example === null) return [heading(1, "9", wording.example), paragraph(wording.example_missing)];
  const bases = {
    estimated: [wording.basis_estimated, content.estimatedValueSek],
    ceiling: [wording.basis_ceiling, content.ceilingPriceSek],
    fixed: [wording.basis_fixed_price, example.bids[0]?.price],
  } as const;
  const [words, sek] = bases[example.basis];
  const basis = fill(words, { amount: printedSek(sek ?? "", language) });
  const firstTable = criteriaOf(content).length + 2;
  return [
    heading(1, "9", wording.example, true),
    paragraph(
      example.failedMust === null
        ? fill(wording.example_text_no_must, { basis })
        : fill(wording.example_text, { basis, must: example.failedMust }),
    ),
    ...scores(example, input, firstTable),
    ...result(example, input, firstTable + 1),
  ];
}

function scores(
  { bids }: ExampleEvaluation,
  input: EvaluationDescriptionInput,
  number: number,
): (Paragraph | Table)[] {
  const { content, wording, language } = input;
  const criteria = criteriaOf(content);
  if (criteria.length === 0) return [];
  const admitted = bids.filter(({ quality }) => quality !== null);
  return [
    caption(fill(wording.table, { number: String(number), text: wording.example_scores })),
    table(
      [
        { head: wording.criterion, share: 0.16 },
        { head: wording.title, share: 0.36 },
        ...admitted.map(
          ({ name }) =>
            ({
              head: fill(wording.bid_name, { name }),
              share: 0.48 / admitted.length,
              align: "right",
            }) as const,
        ),
      ],
      [
        ...criteria.map(({ id, title }) => ({
          cells: [
            id,
            title[language],
            ...admitted.map(({ shares, values }) =>
              fill(wording.cell, {
                share: printedShare(shares.get(id) ?? "0", input),
                value: printedWorth(values.get(id)?.decimal ?? "0", input),
              }),
            ),
          ],
        })),
        {
          marked: true,
          cells: [
            isInSek(content) ? wording.deduction : wording.quality_points,
            "",
            ...admitted.map(({ quality }) => printedWorth(quality?.decimal ?? "0", input)),
          ],
        },
      ],
    ),
  ];
}

function result(
  example: ExampleEvaluation,
  input: EvaluationDescriptionInput,
  number: number,
): (Paragraph | Table)[] {
  const { content, wording, language } = input;
  const inSek = isInSek(content);
  const { winner, breakEven } = example;
  const lost =
    breakEven === null
      ? []
      : [
          paragraph(
            fill(wording.break_even, {
              loser: breakEven.loser,
              amount: printedSek(breakEven.price.decimal, language),
            }),
          ),
        ];
  return [
    caption(fill(wording.table, { number: String(number), text: wording.example_result })),
    table(
      [
        { head: wording.bid, share: 0.1 },
        { head: wording.price, share: 0.2, align: "right" },
        { head: inSek ? wording.deduction : wording.quality_points, share: 0.2, align: "right" },
        { head: scoreHead(content, wording), share: 0.2, align: "right" },
        { head: wording.outcome, share: 0.3 },
      ],
      example.bids.map((bid) => ({
        marked: bid.name === winner,
        cells: [
          bid.name,
          printedSek(bid.price, language),
          bid.quality === null ? "–" : printedWorth(bid.quality.decimal, input),
          bid.score === null ? "–" : printedScore(bid.score.decimal, input),
          outcome(bid, input),
        ],
      })),
    ),
    belowTable(winner === null ? wording.example_tie : fill(wording.example_winner, { name: winner })),
    ...lowestPrice(example, input),
    ...example.bids.flatMap((bid) => calculation(bid, input)),
    ...lost,
  ];
}

/** The price that a relative model measures the others from. */
function lowestPrice({ bids }: ExampleEvaluation, input: EvaluationDescriptionInput): Paragraph[] {
  const { content, wording, language } = input;
  const prices = bids.flatMap(({ score, price }) => (score === null ? [] : (parseDecimal(price) ?? [])));
  if (!isRelative(content.evaluation) || prices.length === 0) return [];
  const amount = printedSek(toDecimal(prices.reduce(smaller), 2, halfUp), language);
  return [paragraph(fill(wording.lowest_of_example, { amount }))];
}

function outcome({ rank, reasons }: ExampleResult, { wording, example }: EvaluationDescriptionInput): string {
  if (rank !== null) return fill(wording.rank, { rank: String(rank) });
  const id = example?.failedMust ?? null;
  if (id !== null && reasons.includes(`must:${id}:failed`)) return fill(wording.rejected_must, { id });
  return reasons.includes("min_total_quality") ? wording.rejected_quality : wording.rejected_other;
}

/** The formula with the numbers of one bid put in. */
function calculation(
  { name, price, quality, score }: ExampleResult,
  input: EvaluationDescriptionInput,
): Paragraph[] {
  const { wording, language } = input;
  if (quality === null || score === null) return [];
  const values = {
    name,
    price: printedSek(price, language),
    quality: printedWorth(quality.decimal, input),
    score: printedScore(score.decimal, input),
  };
  const words = calculationWords(input);
  if (words !== wording.calculation_points) {
    return [paragraph(fill(words, { ...values, deduction: values.quality }))];
  }
  const [total, points] = [parseExact(score.exact), parseExact(quality.exact)];
  if (total === null || points === null) throw new TypeError("a figure without its exact value");
  const pricePoints = toFixedDecimal(subtract(total, points), 2, halfUp);
  return [paragraph(fill(words, { ...values, price_points: printedScore(pricePoints, input) }))];
}

function calculationWords({ content, wording }: EvaluationDescriptionInput): string {
  switch (content.evaluation.type) {
    case "added_value_deduction":
      return wording.calculation_sek;
    case "weighted_points":
      return wording.calculation_points;
    case "lowest_price":
    case "threshold_lowest_price":
      return wording.calculation_price;
    case "fixed_price_quality_only":
      return wording.calculation_quality;
    case "quality_price_ratio":
      return wording.calculation_ratio;
  }
}
