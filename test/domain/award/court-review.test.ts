import path from "node:path";
import { describe, expect, it } from "vitest";
import { type CourtReview, signFromAfter } from "#app/domain/award/court-review.ts";
import { readStandstillRules } from "#app/imports/calendar/read-standstill-rules.ts";

const rules = await readStandstillRules(path.resolve(import.meta.dirname, "../../.."));
const review = (event: CourtReview["event"], on: string): CourtReview => ({ event, on, court: "1" });

describe("the term after a court's review", () => {
  it("is that of the standstill where nobody has applied", () => {
    expect(signFromAfter("2026-06-23", [], rules)).toBe("2026-06-23");
  });

  it("has no end before every application has its judgment", () => {
    const two = [review("applied", "2026-06-15"), review("applied", "2026-06-16")];
    expect(signFromAfter("2026-06-23", two, rules)).toBeNull();
    expect(signFromAfter("2026-06-23", [...two, review("judged", "2026-09-01")], rules)).toBeNull();
  });

  it("counts ten days from the judgment as the standstill counts, past free days", () => {
    const judged = [review("applied", "2026-06-15"), review("judged", "2026-12-14")];
    expect(signFromAfter("2026-06-23", judged, rules)).toBe("2026-12-29");
  });

  it("never ends before the standstill", () => {
    const early = [review("applied", "2026-06-10"), review("judged", "2026-06-11")];
    expect(signFromAfter("2026-06-23", early, rules)).toBe("2026-06-23");
  });
});
