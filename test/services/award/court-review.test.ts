import { expect, it } from "vitest";
import type { CourtReview } from "#app/domain/award/court-review.ts";
import { confirmConclusion } from "#app/services/award/confirm-conclusion.ts";
import { proposeConclusion } from "#app/services/award/propose-conclusion.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { recordCourtReview } from "#app/services/award/record-court-review.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { awarded } from "./awarded-tender.ts";

const dayUs = 86_400_000_000;
const dateOf = (us: number) => new Date(us / 1000).toISOString().slice(0, 10);

onBothDatabases("a court's review", (world) => {
  it("forbids signing from the application to ten days after the judgment, whatever reason the buyer has", async () => {
    const { app, clock } = world();
    const { tenderId, owner, approver } = await awarded(world());
    const record = (review: Partial<CourtReview>) =>
      recordCourtReview(app, owner, tenderId, {
        event: "applied",
        on: dateOf(clock.nowUs),
        court: "1234-26",
        ...review,
      });
    const page = async () => accepted(await readAward(app, approver, tenderId));
    expect(codesOf(await record({ event: "judged" }))).toEqual(["review_not_applied"]);
    accepted(await record({}));
    clock.advance(60 * dayUs);
    const signing = {
      signedOn: dateOf(clock.nowUs),
      startsOn: "2028-01-01",
      exception: "Avtalet behövs för att larmen ska besvaras i vinter.",
      noReview: true,
    };
    expect(codesOf(await proposeConclusion(app, owner, tenderId, signing))).toEqual(["review_pending"]);
    expect((await page()).decided?.signFrom).toBeNull();
    accepted(await record({ event: "judged" }));
    const plain = { ...signing, exception: "" };
    expect(codesOf(await proposeConclusion(app, owner, tenderId, plain))).toEqual(["standstill_runs"]);
    clock.advance(20 * dayUs);
    const later = { ...plain, signedOn: dateOf(clock.nowUs) };
    accepted(await proposeConclusion(app, owner, tenderId, later));
    const { concluding } = await page();
    accepted(await record({ court: "1300-26" }));
    const confirmed = await confirmConclusion(app, approver, tenderId, concluding?.sha256 ?? "");
    expect(codesOf(confirmed)).toEqual(["review_pending"]);
  });

  it("is recorded with a day that has come and the court's case number", async () => {
    const { app, clock } = world();
    const { tenderId, owner, chair } = await awarded(world());
    const future = { event: "applied", on: dateOf(clock.nowUs + 3 * dayUs), court: " " } as const;
    expect(codesOf(await recordCourtReview(app, owner, tenderId, future))).toEqual([
      "signed_in_future",
      "review_court_missing",
    ]);
    expect(codesOf(await recordCourtReview(app, owner, tenderId, { ...future, on: "31 juni" }))).toEqual([
      "date_malformed",
      "review_court_missing",
    ]);
    expect(codesOf(await recordCourtReview(app, chair, tenderId, future))).toEqual(["not_found"]);
  });
});
