import { describe, expect, it } from "vitest";
import { readRecords } from "#app/imports/records/read-records.ts";
import { isAboutPeople, sumsOfPeople } from "#app/imports/records/sums-of-people.ts";
import { contentOf, faultsOf, warningsOf, zone } from "./reading.ts";

const surveyHeader = "survey,period,q1,q2,q3,group,invited,name";
const answer = (points: string, group = "", kind = "customer") =>
  `${kind},2025,${points},${group},50,Kim Påhittad`;

describe("a survey", () => {
  it("leaves nothing but sums of those who answered all three questions", () => {
    const lines = [surveyHeader, answer("8,7,9"), answer("10,,9"), answer("1,1,1")];
    expect(contentOf("survey", ...lines)).toEqual({
      groups: [{ survey: "customer", period: "2025", group: "", invited: 50, answered: 2, points: 27 }],
    });
    expect(warningsOf(...lines)).toEqual(["unknown_column", "incomplete_answers"]);
  });

  it("keeps nothing at all of a staff group below five answers", () => {
    const four = Array.from({ length: 4 }, () => answer("8,8,8", "natt", "employee"));
    const five = Array.from({ length: 5 }, () => answer("8,8,8", "dag", "employee"));
    const { groups } = contentOf("survey", surveyHeader, ...four, ...five);
    expect(groups.map(({ group, answered }) => [group, answered])).toEqual([["dag", 5]]);
    expect(warningsOf(surveyHeader, ...four)).toContain("small_group");
  });

  it("names answers off the scale, unknown surveys, and numbers invited that differ or do not suffice", () => {
    expect(faultsOf(surveyHeader, answer("0,8,11"), answer("8,8,8", "", "cat"))).toEqual([
      "cell_scale 2 q1",
      "cell_count 2 q3",
      "survey_unknown 3 survey",
    ]);
    expect(faultsOf(surveyHeader, answer("8,8,8"), answer("8,8,8").replace("50", "40"))).toEqual([
      "invited_differs 3 invited",
    ]);
    const few = answer("8,8,8").replace("50", "1");
    expect(faultsOf(surveyHeader, few, few)).toEqual(["more_answers_than_invited 2 invited"]);
  });
});

const staffHeader = "as_of,start_date,end_date,sick_days,name";
const person = (start: string, end = "", sick = "0") => `2025-03-31,${start},${end},${sick},Kim Påhittad`;
const six = ["2019-08-01", "2020-01-01", "2021-05-17", "2022-02-28", "2023-11-01", "2024-03-31"];

describe("a staff list", () => {
  it("leaves counts and sums: who was there at both ends, who left, days employed, who was seldom ill", () => {
    const lines = [
      staffHeader,
      ...six.map((start, i) => person(start, "", i === 0 ? "6" : i === 1 ? "" : "5")),
      person("2020-01-01", "2024-11-30"),
      person("2024-06-01", "2024-09-30"),
      person("2025-01-01"),
    ];
    expect(contentOf("employees", ...lines)).toEqual({
      fromDate: "2024-04-01",
      toDate: "2025-03-31",
      // Who came and left within the year has left, though he was there at neither end.
      turnover: { leavers: 2, headcountAtStart: 7, headcountAtEnd: 7 },
      tenure: { people: 7, days: 7503, medianDays: "1128" },
      health: { people: 5, healthy: 4 },
    });
  });

  it("keeps nothing of fewer than five people", () => {
    const content = contentOf("employees", staffHeader, ...six.slice(0, 4).map((start) => person(start)));
    expect(content).toMatchObject({ turnover: null, tenure: null, health: null });
  });

  it("names dates that are none, ends before starts, and rows as of another day", () => {
    expect(
      faultsOf(
        staffHeader,
        person("1 maj"),
        person("2024-06-01", "2024-05-01"),
        person("2020-01-01").replace("03-31", "04-30"),
      ),
    ).toEqual(["cell_date 2 start_date", "end_before_start 3 end_date", "as_of_differs 4 as_of"]);
  });
});

describe("a file with a row per person", () => {
  const read = (text: string) => readRecords({ name: "r.csv", bytes: Buffer.from(text) }, zone);

  it("comes to the same as its sums, which are a file without people", () => {
    for (const lines of [
      [
        surveyHeader,
        answer("8,7,9"),
        answer("1,1,1"),
        ...Array.from({ length: 5 }, () => answer("8,8,8", '"a;b"', "employee")),
      ],
      [staffHeader, ...six.map((start) => person(start)), person("2020-01-01", "2024-11-30")],
      [staffHeader, person("2020-01-01")],
      ["month,call,weight,points,max_points", "2025-03,Kim Påhittad,1.5,4,5"],
    ]) {
      const reading = read(lines.join("\n"));
      expect(isAboutPeople(reading)).toBe(true);
      const sums = sumsOfPeople(reading)?.toString("utf8") ?? "";
      expect(sums).not.toContain("Kim");
      const again = read(sums);
      expect(again.faults).toEqual([]);
      expect(isAboutPeople(again)).toBe(false);
      expect(again.content).toEqual(reading.content);
    }
  });

  it("has no sums while it has faults; files about no person are left as they are", () => {
    expect(sumsOfPeople(read([surveyHeader, answer("0,8,8")].join("\n")))).toBeNull();
    expect(isAboutPeople(read("date,scheduled_count,present_count\n2025-03-03,4,3"))).toBe(false);
  });

  it("may be handed in as sums, which are checked as well", () => {
    expect(faultsOf("survey;period;group;invited;answered;points", "kund;2025;;9;2;61")).toEqual([
      "cell_count 2 points",
    ]);
    expect(faultsOf("survey;period;group;invited;answered;points", "kund;2025;;9;2;5")).toEqual([
      "cell_scale 2 points",
    ]);
    expect(warningsOf("survey;period;group;invited;answered;points", "personal;2025;;9;4;90")).toEqual([
      "small_group",
    ]);
    expect(faultsOf("period;calls;weighted_points;weighted_max", "2025-03;3;9;8")).toEqual([
      "points_above_highest 2 weighted_points",
    ]);
  });
});

describe("what is stored", () => {
  it("holds no name, whatever columns a file has", () => {
    for (const lines of [
      [surveyHeader, answer("8,7,9")],
      [staffHeader, ...six.map((start) => person(start))],
      ["date,shift,scheduled_count,present_count,agent", "2025-03-03,dag,4,3,Kim Påhittad"],
      ["date,scheduled_s,ready_in_schedule_s,agent", "2025-03-03,28800,27000,Kim Påhittad"],
      [
        "month,call,weight,points,max_points,rater,agent",
        "2025-03,Kim Påhittad,1,4,5,Kim Påhittad,Kim Påhittad",
      ],
    ]) {
      const { content } = readRecords({ name: "r.csv", bytes: Buffer.from(lines.join("\n")) }, zone);
      expect(content).not.toBeNull();
      expect(content?.toString("utf8")).not.toContain("Kim");
    }
  });
});
