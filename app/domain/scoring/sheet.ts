import { createHash } from "node:crypto";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { isJudged, levelsOf } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** One evaluator's level for one response and requirement. */
export interface Score extends Pair {
  readonly level: string;
  readonly comment: string;
}

const keyOf = ({ response, requirement }: Pair) => `${response} ${requirement}`;

/** A level must be one of the published anchors of a requirement that is judged. */
export function checkLevel(requirement: TenderRequirement | undefined, level: string): Result<null> {
  if (requirement === undefined || !isJudged(requirement)) return failure({ code: "requirement_not_judged" });
  const known = levelsOf(requirement).some((anchor) => anchor.value === level);
  return known
    ? success(null)
    : failure({ code: "level_unknown", place: { field: requirement.id }, params: { level } });
}

/** A response and a requirement: what one level, one consensus and one cell of the matrix are about. */
export interface Pair {
  readonly response: string;
  readonly requirement: string;
}

/**
 * What the committee has to judge: the judged requirements that a response has answered. A missing answer is not
 * judged: it fails a must and earns nothing on a should by itself; so does a file that the vendor says it lacks.
 */
export function pairsToJudge(
  responses: readonly { readonly id: string; readonly answers: Readonly<Record<string, Answer>> }[],
  requirements: readonly TenderRequirement[],
): readonly Pair[] {
  const judged = requirements.filter(isJudged);
  return responses.flatMap(({ id, answers }) =>
    judged
      .filter((requirement) => hasSubstance(answers[requirement.id]))
      .map((requirement) => ({ response: id, requirement: requirement.id })),
  );
}

function hasSubstance(answer: Answer | undefined): boolean {
  if (answer?.type === "file") return answer.met;
  return answer?.type === "text" && answer.value.trim() !== "";
}

/** The pairs that `done` does not hold yet. */
export function remaining(pairs: readonly Pair[], done: readonly Pair[]): readonly Pair[] {
  const keys = new Set(done.map(keyOf));
  return pairs.filter((pair) => !keys.has(keyOf(pair)));
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
