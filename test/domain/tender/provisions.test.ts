import { describe, expect, it } from "vitest";
import {
  initialProvisions,
  lastAnswerDay,
  lastDayOfContract,
  lastDayOfValidity,
  questionDeadline,
} from "#app/domain/tender/provisions.ts";
import { complete, edited, found, refusals } from "./drafts.ts";

const provisions = { ...initialProvisions, contractStart: "2027-05-01" };
const dated = { timezone: "Europe/Stockholm", provisions };

describe("the provisions of a tender", () => {
  it("end questions ten days before the deadline at the same local time, whether the clock changes between or not", () => {
    expect(questionDeadline(dated, "2027-04-20T10:00:00Z")).toBe("2027-04-10T10:00:00Z");
    // Summer time began on 28 March 2027: noon is an hour earlier in UTC.
    expect(questionDeadline(dated, "2027-04-01T10:00:00Z")).toBe("2027-03-22T11:00:00Z");
  });

  it("want the last answer on 14 April for a deadline on 20 April, whose own day does not count", () => {
    expect(lastAnswerDay(dated, "2027-04-20T10:00:00Z")).toBe("2027-04-14");
    // Half past midnight in Stockholm: the day is local.
    expect(lastAnswerDay(dated, "2027-04-19T22:30:00Z")).toBe("2027-04-14");
  });

  it("count validity from the day of the deadline, and a contract up to the day before its anniversary", () => {
    expect(lastDayOfValidity(dated, "2027-04-20T10:00:00Z")).toBe("2027-08-18");
    expect(lastDayOfContract("2027-07-01", 48)).toBe("2031-06-30");
    expect(lastDayOfContract("2027-08-31", 6)).toBe("2028-02-28");
  });

  it("are refused when they hold no code, date or number of days", () => {
    const wrong = {
      ...provisions,
      cpv: "7951",
      contractStart: "2027-02-30",
      optionMonths: -1,
      questionDays: 1.5,
      validityDays: Number.NaN,
    };
    expect(refusals(complete, { type: "set-provisions", provisions: wrong })).toEqual([
      "cpv_malformed",
      "date_malformed",
      "option_months_malformed",
      "days_malformed",
      "days_malformed",
    ]);
  });
});

describe("what the invitation needs", () => {
  const findings = (change: Partial<typeof provisions>) =>
    found(edited(complete, { type: "set-provisions", provisions: { ...provisions, ...change } }));

  it("is a code, a start of the contract and a language to respond in", () => {
    expect(findings({})).toEqual([]);
    expect(findings({ cpv: "", responseLanguages: [] })).toEqual([
      "TENDER-12 cpv_missing",
      "TENDER-15 response_language_missing",
    ]);
    const undated = { ...complete, provisions: { ...provisions, contractStart: null } };
    expect(found(undated)).toEqual(["TENDER-13 contract_start_missing"]);
  });

  it("is a contract that starts after the day of the deadline and is longer than its option", () => {
    expect(findings({ contractStart: "2027-01-15" })).toEqual(["TENDER-13 contract_start_early"]);
    expect(findings({ contractStart: "2027-01-16" })).toEqual([]);
    expect(findings({ optionMonths: complete.contractMonths })).toEqual([
      "TENDER-14 option_longer_than_contract",
    ]);
  });

  it("is time for answers, unless a reason is written", () => {
    expect(findings({ questionDays: 6 })).toEqual(["L-05 question_days_few"]);
    expect(findings({ questionDays: 7 })).toEqual([]);
  });
});
