import { type AwardLetterInput, isWinner, shouldsOf, worthOf } from "#app/documents/award-letter-input.ts";
import { type LetterPart, paragraphs } from "#app/documents/letter.ts";
import { levelText } from "#app/documents/level-text.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek, printedScore, printedWorth } from "#app/documents/printed-worth.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { belowTable, table } from "#app/documents/word-parts.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { scoreUnit } from "#app/domain/tender/model-units.ts";

/** Own figures against the winner's, criterion by criterion, down to the comparison price or the sum of points. */
export function comparedFigures(input: AwardLetterInput, tables: TableNumbers): LetterPart {
  const { wording, content, language, bid, winner } = input;
  if (bid.place === null) return { title: wording.figures, body: [] };
  const own = isWinner(input);
  const inSek = isInSek(content);
  const worth = (value: string) => printedWorth(value, input);
  const sek = (value: string | undefined) =>
    value === undefined ? "–" : printedSek(value.replace(/\.00$/, ""), language);
  const both = (mine: string, theirs: string) => (own ? [mine] : [mine, theirs]);
  const last = { head: own ? wording.yours : wording.winning, share: 0.21, align: "right" } as const;
  const columns = own
    ? [
        { head: wording.criterion, share: 0.58 },
        { head: wording.most, share: 0.21, align: "right" } as const,
        last,
      ]
    : [
        { head: wording.criterion, share: 0.4 },
        { head: wording.most, share: 0.18, align: "right" } as const,
        { head: wording.yours, share: 0.21, align: "right" } as const,
        last,
      ];
  const rows = shouldsOf(input).map(({ id, title, weight, valueSek }) => ({
    cells: [
      `${id} ${title[language]}`,
      worth((inSek ? valueSek : weight) ?? "0"),
      ...both(worth(worthOf(bid, id).decimal), worth(worthOf(winner, id).decimal)),
    ],
  }));
  const score = (one: AwardedBid) => (one.score === null ? "–" : printedScore(one.score.decimal, input));
  return {
    title: own ? wording.figures_winner : wording.figures,
    body: [
      tables.caption(own ? wording.figures_winner_table : wording.figures_table),
      table(columns, [
        ...rows,
        {
          marked: true,
          cells: [
            inSek ? wording.total_sek : wording.total_points,
            "",
            ...both(worth(bid.quality.decimal), worth(winner.quality.decimal)),
          ],
        },
        { cells: [wording.tender_price, "", ...both(sek(bid.price?.decimal), sek(winner.price?.decimal))] },
        {
          marked: true,
          cells: [scoreName(input), "", ...both(score(bid), score(winner))],
        },
      ]),
      belowTable(howItIsCounted(input)),
      ...paragraphs(wording.rounded),
    ],
  };
}

function scoreName({ content, wording }: AwardLetterInput): string {
  switch (scoreUnit(content.evaluation)) {
    case "sek":
      return isInSek(content) ? wording.score_sek : wording.score_price;
    case "points":
      return wording.score_points;
    case "points_per_million":
      return wording.score_ratio;
  }
}

function howItIsCounted({ content, wording }: AwardLetterInput): string {
  const { evaluation } = content;
  switch (evaluation.type) {
    case "added_value_deduction":
      return wording.how_sek;
    case "weighted_points":
      return isRelative(evaluation) ? wording.how_relative : wording.how_points;
    case "lowest_price":
      return wording.how_price;
    case "threshold_lowest_price":
      return wording.how_threshold;
    case "fixed_price_quality_only":
      return wording.how_quality;
    case "quality_price_ratio":
      return wording.how_ratio;
  }
}

/** Why the committee gave the bid its levels: the published words of the level, and what the committee wrote. */
export function judgedCriteria(input: AwardLetterInput, tables: TableNumbers): LetterPart {
  const { wording, language, bid } = input;
  const rows =
    bid.place === null
      ? []
      : shouldsOf(input).flatMap((requirement) => {
          const judged = bid.criteria.find((one) => one.requirement === requirement.id);
          if (judged === undefined || judged.level === null) return [];
          const level = levelText(requirement, judged.level, wording, language);
          return [
            { cells: [`${requirement.id} ${requirement.title[language]}`, level, judged.reason || "–"] },
          ];
        });
  if (rows.length === 0) return { title: wording.judged, body: [] };
  return {
    title: wording.judged,
    body: [
      ...paragraphs(wording.judged_note),
      tables.caption(wording.judged_table),
      table(
        [
          { head: wording.criterion, share: 0.27 },
          { head: wording.level, share: 0.37 },
          { head: wording.reason, share: 0.36 },
        ],
        rows,
      ),
    ],
  };
}
