import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadOf } from "#app/domain/scoring/deviation.ts";
import { isJudged } from "#app/domain/scoring/judged.ts";
import {
  checkConsensus,
  checkLevel,
  commitment,
  pairsToJudge,
  remaining,
  type Score,
  sheetBytes,
} from "#app/domain/scoring/sheet.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

const text = { sv: "text", en: "text" };
const anchor = (value: string, share: string) => ({ value, share, ...text });

const requirement = (over: Partial<TenderRequirement>): TenderRequirement => ({
  id: "QUAL-015",
  area: "quality",
  level: "should",
  title: text,
  text,
  motive: text,
  proofKind: "document",
  proof: text,
  followUp: text,
  useOfMeasurement: "award",
  answer: { type: "text" },
  scoring: {
    type: "levels",
    combine: "single",
    anchors: [anchor("level_0", "0"), anchor("level_1", "0.5"), anchor("level_2", "1")],
  },
  measure: null,
  standard: null,
  weight: "3",
  valueSek: "60000",
  ...over,
});

const judged = requirement({});
const answered = requirement({ id: "STAFF-020", answer: { type: "yes-no" } });

describe("a score sheet", () => {
  it("asks the committee about texts and files, and about nothing that speaks for itself", () => {
    expect(isJudged(judged)).toBe(true);
    expect(isJudged(requirement({ answer: { type: "file" } }))).toBe(true);
    expect(isJudged(answered)).toBe(false);
  });

  it("takes only levels that the tender published", () => {
    expect(checkLevel(judged, "level_2").ok).toBe(true);
    expect(checkLevel(judged, "level_3")).toMatchObject({ faults: [{ code: "level_unknown" }] });
    expect(checkLevel(answered, "yes")).toMatchObject({ faults: [{ code: "requirement_not_judged" }] });
    expect(checkLevel(undefined, "level_0")).toMatchObject({ faults: [{ code: "requirement_not_judged" }] });
  });

  it("asks for a level for every answered text or file, and for none that is missing or empty", () => {
    const answers = {
      "QUAL-015": { type: "text", value: "Anna" },
      "STAFF-020": { type: "yes-no", value: true },
    } as const;
    const pairs = pairsToJudge(
      [
        { id: "a", answers },
        { id: "b", answers: {} },
        { id: "c", answers: { "QUAL-015": { type: "text", value: "  " } } },
      ],
      [judged, answered],
    );
    expect(pairs).toEqual([{ response: "a", requirement: "QUAL-015" }]);
    expect(remaining(pairs, [])).toEqual(pairs);
    expect(remaining(pairs, pairs)).toEqual([]);
  });

  it("has the same bytes in whatever order it was filled in", () => {
    const score = fc.record({
      response: fc.constantFrom("a", "b", "c", "d"),
      requirement: fc.constantFrom("QUAL-015", "CONT-001", "ETH-001"),
      level: fc.constantFrom("level_0", "level_1"),
      comment: fc.string(),
    });
    const sheets = fc.uniqueArray(score, { selector: (s) => `${s.response} ${s.requirement}` });
    fc.assert(
      fc.property(
        sheets.chain((scores) =>
          fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: scores.length })),
        ),
        ([scores, shuffled]) => {
          expect(sheetBytes("t", "e", shuffled)).toEqual(sheetBytes("t", "e", scores));
        },
      ),
    );
  });

  it("is bound by a salted hash that changes with any score", () => {
    const scores: Score[] = [{ response: "a", requirement: "QUAL-015", level: "level_1", comment: "" }];
    const salt = Buffer.alloc(32, 7);
    const bytes = sheetBytes("t", "e", scores);
    expect(commitment(salt, bytes)).toBe(
      createHash("sha256")
        .update(Buffer.concat([salt, bytes]))
        .digest("hex"),
    );
    const changed = sheetBytes("t", "e", [{ ...scores[0], level: "level_2" } as Score]);
    expect(commitment(salt, changed)).not.toBe(commitment(salt, bytes));
  });
});

describe("a consensus", () => {
  it("needs no reason when all evaluators agree with it", () => {
    expect(checkConsensus(["level_1", "level_1"], "level_1", "")).toEqual([]);
  });

  it("needs a reason of at least 20 characters when somebody wrote another level", () => {
    expect(checkConsensus(["level_1", "level_2"], "level_2", "x".repeat(19))).toMatchObject([
      { code: "consensus_reason_short", params: { least: 20 } },
    ]);
    expect(checkConsensus(["level_1", "level_2"], "level_2", "x".repeat(20))).toEqual([]);
  });
});

describe("the spread between evaluators", () => {
  it("asks for an explanation from two steps off the median", () => {
    expect(spreadOf(judged, ["level_0", "level_0", "level_2"])).toEqual({ median: 0, range: 2, far: true });
    expect(spreadOf(judged, ["level_1", "level_1", "level_2"])).toEqual({ median: 1, range: 1, far: false });
  });

  it("does not exist before anybody has judged", () => {
    expect(spreadOf(judged, [])).toBeNull();
  });
});
