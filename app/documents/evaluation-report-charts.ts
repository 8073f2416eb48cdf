import type { Paragraph, Table } from "docx";
import { type PricedBid, priceAgainstQuality } from "#app/documents/chart-price-quality.ts";
import { stackedBars } from "#app/documents/chart-stacked.ts";
import { tornado } from "#app/documents/chart-tornado.ts";
import { bidderOf, type EvaluationReportInput, inOrder } from "#app/documents/evaluation-report-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek, printedWorth } from "#app/documents/printed-worth.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { heading, paragraph, table } from "#app/documents/word-parts.ts";
import { picture } from "#app/documents/word-picture.ts";
import { formatDecimal, withSymbol } from "#app/domain/catalogue/number-format.ts";

/** The things that the margin hangs on most; the rest move it less than any of these. */
const mostBars = 12;

/** What each area of requirements earns each bid, and price against quality. Exact values stand in the tables. */
export function rankingCharts(input: EvaluationReportInput, figures: TableNumbers): Paragraph[] {
  return [...earnedByArea(input, figures), ...priceQuality(input, figures)];
}

function earnedByArea(input: EvaluationReportInput, figures: TableNumbers): Paragraph[] {
  const { wording, content, language, vocabulary } = input;
  const shoulds = content.requirements.filter(({ level }) => level === "should");
  const areas = [...new Set(shoulds.map(({ area }) => area))];
  const areaOf = new Map(shoulds.map(({ id, area }) => [id, area]));
  const bars = inOrder(input).map(({ response, quality, cells }) => ({
    label: bidderOf(input, response),
    total: printedWorth(quality.decimal, input),
    values: areas.map((area) =>
      cells
        .filter((cell) => areaOf.get(cell.requirement) === area)
        .reduce((sum, { value }) => sum + Number(value?.decimal ?? 0), 0),
    ),
  }));
  if (bars.every(({ values }) => values.every((value) => value <= 0))) return [];
  const bidders = bars.map(({ label, total }) => `${label}: ${total}`).join("; ");
  return [
    picture(
      stackedBars(
        bars,
        areas.map((area) => vocabulary.areas.get(area)?.name[language] ?? area),
      ),
      fill(wording.told_stacked, { bidders }),
    ),
    figures.caption(isInSek(content) ? wording.figure_stacked_sek : wording.figure_stacked_points, "below"),
  ];
}

function priceQuality(input: EvaluationReportInput, figures: TableNumbers): Paragraph[] {
  const { wording, content, language, evaluation } = input;
  const compared = inOrder(input).flatMap(({ response, price, score, quality }) =>
    price === null || score === null ? [] : [{ response, price: price.decimal, quality: quality.decimal }],
  );
  if (compared.length === 0) return [];
  const bids = compared.map(
    ({ response, price, quality }): PricedBid => ({
      name: bidderOf(input, response),
      price: Number(price),
      quality: Number(quality),
      first: response === evaluation.winner,
    }),
  );
  const bidders = compared
    .map(({ response, price, quality }) =>
      [`${bidderOf(input, response)}: ${printedSek(price, language)}`, printedWorth(quality, input)].join(
        " / ",
      ),
    )
    .join("; ");
  return [
    picture(
      priceAgainstQuality(bids, {
        price: wording.axis_price,
        quality: isInSek(content) ? wording.axis_quality_sek : wording.axis_quality_points,
        equal: isInSek(content) ? wording.equal_line : null,
        number: (value) => plainNumber(value, input),
      }),
      fill(wording.told_price_quality, { bidders }),
    ),
    figures.caption(wording.figure_price_quality, "below"),
  ];
}

/** Annex: how the margin of the first bid changes with one thing at a time. Nothing when no bid is first alone. */
export function sensitivityAnnex(
  input: EvaluationReportInput,
  tables: TableNumbers,
  figures: TableNumbers,
): (Paragraph | Table)[] {
  const { wording, content, sensitivity } = input;
  if (sensitivity === null || sensitivity.bars.length === 0) return [];
  const inSek = isInSek(content);
  const bars = sensitivity.bars.slice(0, mostBars).map((bar) => ({
    ...bar,
    label: `${labelOf(bar.criterion, input)} ±${withSymbol(String(bar.changePercent), "%", input.language)}`,
  }));
  const worth = (value: string): string => printedWorth(value, input);
  const margin = worth(sensitivity.margin.decimal);
  return [
    heading(1, "A", wording.sensitivity, true),
    paragraph(inSek ? wording.sensitivity_text_sek : wording.sensitivity_text_points),
    paragraph(fill(wording.sensitivity_margin, { margin })),
    picture(
      tornado(
        bars.map(({ label, minus, plus }) => ({
          label,
          minus: Number(minus.decimal),
          plus: Number(plus.decimal),
        })),
        Number(sensitivity.margin.decimal),
        {
          lower: wording.lower,
          higher: wording.higher,
          flips: wording.flips,
          number: (value) => plainNumber(value, input),
        },
      ),
      fill(wording.told_tornado, {
        bars: bars
          .map(({ label, minus, plus }) => `${label}: ${worth(minus.decimal)} / ${worth(plus.decimal)}`)
          .join("; "),
      }),
    ),
    figures.caption(wording.figure_tornado, "below"),
    tables.caption(wording.sensitivity_table),
    table(
      [
        { head: wording.changed, share: 0.52 },
        { head: wording.margin_lower, share: 0.24, align: "right" },
        { head: wording.margin_higher, share: 0.24, align: "right" },
      ],
      bars.map(({ label, minus, plus }) => ({ cells: [label, worth(minus.decimal), worth(plus.decimal)] })),
    ),
  ];
}

function labelOf(criterion: string | null, { wording, content, language }: EvaluationReportInput): string {
  if (criterion === null) return isInSek(content) ? wording.changed_price : wording.changed_price_weight;
  const requirement = content.requirements.find(({ id }) => id === criterion);
  return requirement === undefined ? criterion : `${criterion} ${requirement.title[language]}`;
}

/** A number of an axis, for the eye: at most two decimals. */
const plainNumber = (value: number, { language }: EvaluationReportInput): string =>
  formatDecimal(String(Math.round(value * 100) / 100), language);
