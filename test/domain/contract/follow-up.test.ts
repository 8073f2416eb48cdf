import { describe, expect, it } from "vitest";
import { followUp } from "#app/domain/contract/follow-up.ts";
import type { HeldMonth } from "#app/domain/contract/held-month.ts";
import { parseDecimal, toExact } from "#app/domain/money/fraction.ts";
import { noServiceCredits, type ServiceCredits } from "#app/domain/tender/service-credits.ts";
import { complete } from "../tender/drafts.ts";

const schedule: ServiceCredits = {
  ...noServiceCredits,
  feeItem: "P1",
  capPercent: "10",
  steps: [
    { requirement: "AVAIL-001", limit: "90", percent: "5" },
    { requirement: "AVAIL-001", limit: "80", percent: "12" },
    { requirement: "AVAIL-011", limit: "5", percent: "4" },
  ],
};

const contract = (serviceCredits = schedule) => ({
  content: { requirements: complete.requirements, serviceCredits },
  bid: {
    answers: { "AVAIL-001": { type: "number", value: "93" } as const },
    unitPrices: { P1: "10000" },
  },
});

const month = (name: string, requirement: string, value: string | null, missed: boolean): HeldMonth => ({
  requirement,
  month: name,
  verdict: value === null ? "no_data" : missed ? "refuted" : "verified",
  value: value === null ? null : parseDecimal(value),
  shown: value,
  numerator: null,
  denominator: null,
  coverage: "100",
  reason: "",
});

const creditOf = (held: readonly HeldMonth[], credits = schedule) =>
  followUp(contract(credits), held).map(({ credit }) => credit && toExact(credit.amount));

describe("the follow-up of a contract", () => {
  it("tells promised from required: a month may keep the requirement and break the promise", () => {
    const [first] = followUp(contract(), [month("2027-07", "AVAIL-001", "92.5", false)]);
    expect(first?.requirements[0]).toMatchObject({
      verdict: "verified",
      promise: "93",
      promiseKept: false,
      step: null,
    });
  });

  it("costs the deepest step passed, up to the cap, and nothing for a month that is kept", () => {
    expect(creditOf([month("2027-07", "AVAIL-001", "95", false)])).toEqual(["0"]);
    expect(creditOf([month("2027-07", "AVAIL-001", "89.9999", true)])).toEqual(["500"]);
    expect(creditOf([month("2027-07", "AVAIL-001", "79", true)])).toEqual(["1000"]);
  });

  it("costs the largest of several misses, or their sum, as the schedule says", () => {
    const held = [month("2027-07", "AVAIL-001", "89", true), month("2027-07", "AVAIL-011", "6", true)];
    expect(creditOf(held)).toEqual(["500"]);
    expect(creditOf(held, { ...schedule, combine: "sum" })).toEqual(["900"]);
    expect(creditOf(held, { ...schedule, combine: "sum", capPercent: "7" })).toEqual(["700"]);
  });

  it("takes no credit without data, and none that was not agreed", () => {
    expect(creditOf([month("2027-07", "AVAIL-001", null, true)])).toEqual(["0"]);
    expect(creditOf([month("2027-07", "AVAIL-001", "10", true)], noServiceCredits)).toEqual([null]);
  });

  it("never takes a credit for what is undetermined", () => {
    const unsure: HeldMonth = { ...month("2027-07", "AVAIL-001", "70", true), verdict: "undetermined" };
    expect(creditOf([unsure])).toEqual(["0"]);
  });

  it("gives the right to end the contract after three misses in a row, which a kept month or one without data interrupts", () => {
    const held = ["80", "80", null, "80", "80", "95", "80", "80", "80", "80"].map((value, index) =>
      month(`2027-${String(index + 1).padStart(2, "0")}`, "AVAIL-001", value, value !== "95"),
    );
    const months = followUp(contract(), held.toReversed());
    expect(months.map(({ requirements }) => requirements[0]?.missedInARow)).toEqual([
      1, 2, 0, 1, 2, 0, 1, 2, 3, 4,
    ]);
    expect(months.map(({ termination }) => termination.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });
});
