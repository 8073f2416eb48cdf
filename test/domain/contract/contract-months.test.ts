import { expect, it } from "vitest";
import { contractMonths } from "#app/domain/contract/contract-months.ts";

const contract = { startsOn: "2027-07-15", endsOn: "2027-09-14" };

it("are those of the contract that have begun, with or without data", () => {
  expect(contractMonths({ ...contract, today: "2027-08-01" }, [])).toEqual(["2027-07", "2027-08"]);
  expect(contractMonths({ ...contract, today: "2027-07-14" }, [])).toEqual(["2027-07"]);
});

it("end with the contract, whatever the day is", () => {
  expect(contractMonths({ ...contract, today: "2028-03-01" }, [])).toEqual(["2027-07", "2027-08", "2027-09"]);
});

it("hold months of a trial before the contract too", () => {
  expect(contractMonths({ ...contract, today: "2027-07-20" }, ["2027-05", "2027-07"])).toEqual([
    "2027-05",
    "2027-07",
  ]);
});
