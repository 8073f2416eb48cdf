import { expect, it } from "vitest";
import { monthsOfCalls } from "#app/domain/contract/held-month.ts";
import { defaultDefinition, defaultRequirement } from "#app/domain/measurement/definition.ts";
import type { Verdict, VerdictKind } from "#app/domain/measurement/verdict.ts";
import { toExact } from "#app/domain/money/fraction.ts";

const verdict = (window: string, kind: VerdictKind, numerator: number, denominator = 3): Verdict => ({
  requirement: "AVAIL-001",
  window,
  queue: "*",
  verdict: kind,
  value: denominator === 0 ? null : "33.3333333333",
  threshold: "90",
  comparator: ">=",
  numerator,
  denominator,
  coverage: "100",
  reason: "",
});

const held = (...windows: Verdict[]) =>
  monthsOfCalls([
    {
      requirement: "AVAIL-001",
      verdict: "no_data",
      value: null,
      coverage: null,
      windows,
      definition: defaultRequirement(defaultDefinition),
    },
  ]);

it("takes a month's value exactly, and not the twelve digits that are shown", () => {
  const [month] = held(verdict("2027-07", "refuted", 1), verdict("period", "refuted", 1));
  expect(month?.value && toExact(month.value)).toBe("100/3");
  expect(month?.shown).toBe("33.3333333333");
});

it("makes a month what its worst hour or day is", () => {
  const months = held(
    verdict("2027-07-01T09:00:00+02:00", "verified", 3),
    verdict("2027-07-02", "refuted", 1),
    verdict("2027-07 14", "undetermined", 2),
    verdict("2027-08-01", "verified", 3),
  );
  expect(months.map(({ month, verdict: kind }) => [month, kind])).toEqual([
    ["2027-07", "refuted"],
    ["2027-08", "verified"],
  ]);
});

it("says nothing of months for windows that are longer, and has no value without data", () => {
  expect(
    held(verdict("2027-Q3", "refuted", 1), verdict("2027-W30", "refuted", 1), verdict("2027", "refuted", 1)),
  ).toEqual([]);
  expect(held(verdict("2027-07", "no_data", 0, 0))[0]?.value).toBeNull();
});
