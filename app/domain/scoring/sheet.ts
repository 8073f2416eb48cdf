import { createHash } from "node:crypto";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { isJudged, levelsOf } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** One evaluator's level for one response and requirement. */
export interface Score {
  readonly response: string;
  readonly requirement: string;
  readonly level: string;
  readonly comment: string;
}

const keyOf = ({ response, requirement }: { response: string; requirement: string }) =>
  `${response} ${requirement}`;

/** A level must be one of the published anchors of a requirement that is judged. */
export function checkLevel(requirement: TenderRequirement | undefined, level: string): Result<null> {
  if (requirement === undefined || !isJudged(requirement)) return failure({ code: "requirement_not_judged" });
  const known = levelsOf(requirement).some((anchor) => anchor.value === level);
  return known
    ? success(null)
    : failure({ code: "level_unknown", place: { field: requirement.id }, params: { level } });
}

/** What is still to be judged before a sheet can be locked: every pair of response and judged requirement. */
export function unjudged(
  responses: readonly string[],
  requirements: readonly TenderRequirement[],
  scores: readonly Pick<Score, "response" | "requirement">[],
): readonly { readonly response: string; readonly requirement: string }[] {
  const done = new Set(scores.map(keyOf));
  return responses.flatMap((response) =>
    requirements
      .filter(isJudged)
      .map(({ id }) => ({ response, requirement: id }))
      .filter((pair) => !done.has(keyOf(pair))),
  );
}

/** The exact bytes of a locked sheet: sorted, so that the order of typing leaves no trace. */
export function sheetBytes(tender: string, evaluator: string, scores: readonly Score[]): Buffer {
  const sorted = [...scores].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return Buffer.from(
    JSON.stringify({
      v: 1,
      tender,
      evaluator,
      scores: sorted.map(({ response, requirement, level, comment }) => ({
        response,
        requirement,
        level,
        comment,
      })),
    }),
  );
}

/** SHA-256(salt || bytes), hex: binds the evaluator to the sheet without showing it. */
export const commitment = (salt: Buffer, bytes: Buffer): string =>
  createHash("sha256").update(salt).update(bytes).digest("hex");

const reasonLength = 20;

/** A consensus that departs from what every evaluator wrote, or settles a disagreement, says why. */
export function checkConsensus(levels: readonly string[], agreed: string, reason: string): readonly Fault[] {
  const unanimous = levels.length > 0 && levels.every((level) => level === agreed);
  return unanimous || reason.trim().length >= reasonLength
    ? []
    : [{ code: "consensus_reason_short", place: { field: "reason" }, params: { least: reasonLength } }];
}
