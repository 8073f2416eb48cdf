import { describe, expect, it } from "vitest";
import { fraction } from "#app/domain/money/fraction.ts";
import { occupancyImplausible, planTrapMessage } from "#app/domain/staffing/plan-traps.ts";
import { judgePlan } from "#app/domain/staffing/plan-verdict.ts";

const usual = { target: fraction(9n, 10n), threshold: fraction(20n), patience: fraction(60n) };

/** One half hour in which `calls` of 180 s each come to so many agents: ten calls are one erlang. */
const planned = (calls: bigint, agents: number, promise = usual) =>
  occupancyImplausible(
    judgePlan([{ start: "mån 08:00", calls: fraction(calls), handling: fraction(180n), agents }], promise),
    promise,
  );

describe("implausible occupancy (TRAP-23)", () => {
  it("is above 92 % with fewer than sixty agents, where nine of ten are promised within 20 s", () => {
    expect(planned(460n, 50)).toBeNull();
    const finding = planned(461n, 50);
    expect(finding).toMatchObject({
      id: "TRAP-23",
      severity: "medium",
      evidence: { count: 1, worst: "mån 08:00", percent: "92", agents: 50 },
    });
    expect(finding && planTrapMessage(finding, "en")).toBe(
      "Half hours too busy for 90 % within 20 s: 1; worst mån 08:00: 92 % with 50 telephonists.",
    );
  });

  it("is plausible in a large crew, and where less is promised", () => {
    expect(planned(580n, 60)).toBeNull();
    expect(planned(580n, 59)).not.toBeNull();
    expect(planned(490n, 50, { ...usual, target: fraction(8n, 10n) })).toBeNull();
    expect(planned(490n, 50, { ...usual, threshold: fraction(60n) })).toBeNull();
  });
});
