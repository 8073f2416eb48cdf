import { exceeds } from "#app/domain/catalogue/check/decimal-order.ts";
import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";
import type {
  AnswerDefinition,
  LevelAnchor,
  NumberAnchor,
  Requirement,
  Scoring,
} from "#app/domain/catalogue/requirement.ts";
import { equal, one, parseDecimal, sum, zero } from "#app/domain/money/fraction.ts";

const lowestWeight = "1";
const highestWeight = "10";

/** Weight, shares and anchors of the value function, and that they fit the answer they score. */
export function checkScoring({ answer, scoring, defaultWeight }: Requirement, report: Report): void {
  if (exceeds(lowestWeight, defaultWeight) || exceeds(defaultWeight, highestWeight)) {
    report("weight_out_of_range", "default_weight", { weight: defaultWeight });
  }
  scoring.anchors.forEach(({ share }, index) => {
    if (exceeds("0", share) || exceeds(share, "1")) {
      report("share_out_of_range", `scoring.anchors.${index}.share`, { share });
    }
  });
  if (answer.type === "number" && exceeds(answer.min, answer.max)) report("answer_bounds", "answer.max");
  if (scoring.type === "levels") {
    checkLevels(scoring.anchors, scoring.combine, answer, report);
  } else if (answer.type === "number") {
    checkAnchors(scoring, report);
    scoring.anchors.forEach(({ at }, index) => {
      if (exceeds(answer.min, at) || exceeds(at, answer.max)) {
        report("anchor_outside_answer", `scoring.anchors.${index}.at`, { at: at ?? "" });
      }
    });
  } else {
    report("scoring_against_answer", "scoring.type", { scoring: scoring.type, answer: answer.type });
  }
}

function checkLevels(
  anchors: readonly LevelAnchor[],
  combine: "single" | "sum",
  answer: AnswerDefinition,
  report: Report,
): void {
  if (combine === "sum") {
    const total = sum(anchors.map(({ share }) => parseDecimal(share) ?? zero));
    if (!equal(total, one)) report("shares_do_not_sum", "scoring.anchors");
  }
  const values = anchors.map(({ value }) => value).toSorted();
  const answers = answerValues(answer);
  if (answer.type === "number" || (answers !== null && answers.toSorted().join() !== values.join())) {
    report("scoring_against_answer", "scoring.anchors", { scoring: "levels", answer: answer.type });
  }
}

/** The values that an answer can take; null where an evaluator sets the level. */
function answerValues(answer: AnswerDefinition): readonly string[] | null {
  if (answer.type === "yes-no") return ["no", "yes"];
  if (answer.type === "choice") return answer.options.map(({ value }) => value);
  return null;
}

const anchorCounts = { step: [2, 2], linear: [2, 2], piecewise: [3, Number.POSITIVE_INFINITY] } as const;

/** Anchors run from worst to best, in position and in share. */
function checkAnchors(scoring: Exclude<Scoring, { type: "levels" }>, report: Report): void {
  const { type, direction, anchors } = scoring;
  const [least, most] = anchorCounts[type];
  if (anchors.length < least || anchors.length > most) report("anchor_count", "scoring.anchors");
  anchors.forEach((anchor, index) => {
    if ((anchor.at === null) !== (type === "step" && index === 0)) {
      report("anchor_position", `scoring.anchors.${index}`);
    }
    const previous = anchors[index - 1];
    if (previous !== undefined && !improves(previous, anchor, direction)) {
      report("anchors_not_ordered", `scoring.anchors.${index}`);
    }
  });
}

function improves(worse: NumberAnchor, better: NumberAnchor, direction: "higher" | "lower"): boolean {
  const shareRises = exceeds(better.share, worse.share);
  if (worse.at === null) return shareRises;
  return shareRises && (direction === "higher" ? exceeds(better.at, worse.at) : exceeds(worse.at, better.at));
}
