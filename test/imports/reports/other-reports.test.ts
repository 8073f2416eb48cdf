import { describe, expect, it } from "vitest";
import { contentOf, faultsOf } from "./reading.ts";

describe("working time", () => {
  const header = "date,group,scheduled_s,ready_in_schedule_s,ready_s,talk_s,hold_s,wrap_s,idle_s,answered";

  it("is summed by month and group, exactly", () => {
    const content = contentOf(
      "working_time",
      header,
      "2025-03-03,dag,28800,25200.5,26000,14400,600,3600,7400,90",
      "2025-03-04,dag,28800,25199.5,26000,14400,600,3600,7400,92",
      "2025-04-01,dag,28800,28800,28800,14400,600,3600,7400,80",
    );
    expect(content.groups).toHaveLength(2);
    expect(content.groups[0]).toMatchObject({ period: "2025-03", group: "dag", answered: 182 });
    expect(content.groups[0]).toMatchObject({ scheduled: "57600", readyInSchedule: "50400", talk: "28800" });
  });

  it("names an overlap that is longer than either time, and cells without a time", () => {
    expect(
      faultsOf(header, "2025-03-03,,28800,28801,30000,1,1,1,1,90", "2025-03-04,,28800,20000,19999,,1,1,1,90"),
    ).toEqual([
      "time_contradiction 2 ready_in_schedule_s",
      "time_contradiction 3 ready_in_schedule_s",
      "value_missing 3 talk_s",
    ]);
  });
});

describe("attendance, costs, monitoring and deviations", () => {
  it("are summed by period", () => {
    expect(
      contentOf("attendance", "datum;schemalagda;närvarande", "2025-03-03;12;12", "2025-03-04;4;3").groups,
    ).toEqual([{ period: "2025-03", group: "", shifts: 2, scheduled: 16, present: 15, shortShifts: 1 }]);
    expect(
      contentOf(
        "costs",
        "vecka;kostnad;besvarade;hanterade av talsvar",
        "2025-W11;100,50;10;2",
        "2025-W10;99;9;1",
      ).periods,
    ).toEqual([
      { period: "2025-W10", cost: "99", answered: 9, handledByIvr: 1 },
      { period: "2025-W11", cost: "100.50", answered: 10, handledByIvr: 2 },
    ]);
    expect(
      contentOf(
        "monitoring",
        "månad;samtal;vikt;poäng;maxpoäng",
        "2025-03;1;2;4;5",
        "2025-03;1;1,5;5;5",
        "2025-03;2;1;0;5",
      ).periods,
    ).toEqual([{ period: "2025-03", calls: 2, points: "15.5", highest: "22.5" }]);
  });

  it("count a deviation from 5 % on, whether it is explained, and whether chance would do", () => {
    const { periods } = contentOf(
      "deviations",
      "vecka;utfall;referens;orsak",
      "2025-W10;1680;1600;influensa",
      "2025-W10;1679;1600;",
      "2025-W10;1520;1600;",
      "2025-W10;1500;1599;helg",
    );
    expect(periods).toEqual([
      {
        period: "2025-W10",
        compared: 4,
        deviations: 3,
        explained: 2,
        withinChance: 1,
        smallestReference: "1599",
      },
    ]);
  });

  it("name what cannot be", () => {
    expect(faultsOf("datum;schemalagda;närvarande", "2025-03-03;4;5")).toEqual([
      "present_above_scheduled 2 present_count",
    ]);
    expect(faultsOf("vecka;kostnad;besvarade", "v. 10;100;9", "2025-W10;1;9", "2025-W10;1;9")).toEqual([
      "cell_period 2 period",
      "row_duplicate 4",
    ]);
    expect(faultsOf("månad;vikt;poäng;maxpoäng", "2025-03;1;6;5")).toEqual(["points_above_highest 2 points"]);
    expect(faultsOf("vecka;utfall;referens;orsak", "2025-W10;5;0;")).toEqual(["cell_above_zero 2 reference"]);
  });
});

describe("blocked counts", () => {
  const header = "start,minutes,trunk,attempts,blocked,sip_486,sip_503,sip_600";

  it("are read per interval and trunk, with codes summed over the file", () => {
    const content = contentOf(
      "blocked_counts",
      header,
      "2025-03-03T08:30:00+01:00,30,SIP-1,455,10,1,9,0",
      "2025-03-03T08:00:00+01:00,30,SIP-1,412,4,0,3,0",
    );
    expect(content).toMatchObject({ lengthS: 1800, byCode: { 486: 1, 503: 12, 600: 0 } });
    // A total may hold other codes, too.
    expect(content.counts.map(({ blocked, attempts }) => [blocked, attempts])).toEqual([
      [4, 412],
      [10, 455],
    ]);
  });

  it("take the sum of the codes where there is no total", () => {
    const content = contentOf("blocked_counts", "start,sip_486,sip_503", "2025-03-03 08:00:00,2,3");
    expect(content.counts).toMatchObject([{ blocked: 5, attempts: null, trunk: "" }]);
  });

  it("name totals below their codes or above the attempts, other lengths, and what comes twice", () => {
    expect(
      faultsOf(
        header,
        "2025-03-03 08:00:00,30,A,10,2,1,2,0",
        "2025-03-03 08:30:00,30,A,10,11,0,0,0",
        "2025-03-03 09:10:00,20,A,10,1,0,0,0",
        "2025-03-03 08:00:00,30,A,10,2,0,2,0",
      ),
    ).toEqual([
      "blocked_below_codes 2 blocked",
      "count_contradiction 3 blocked",
      "interval_not_aligned 4 start",
      "interval_length 4 minutes",
      "row_duplicate 5",
    ]);
  });
});

describe("single values", () => {
  const header = "measure,value,date,proof";

  it("are kept with date and proof, by measure and date", () => {
    const { values } = contentOf(
      "single_values",
      header,
      "relogin_min,4.5,2025-03-02,Rapport 17",
      "relogin_min,3,2025-02-02,Rapport 12",
    );
    expect(values.map(({ date, value, proof }) => `${date} ${value} ${proof}`)).toEqual([
      "2025-02-02 3 Rapport 12",
      "2025-03-02 4.5 Rapport 17",
    ]);
  });

  it("need a known measure, a date and a proof", () => {
    expect(
      faultsOf(header, "happiness,4,2025-03-02,A", "relogin_min,4,,A", "relogin_min,-4,2025-03-02,"),
    ).toEqual([
      "measure_unknown 2 metric",
      "value_missing 3 date",
      "cell_number 4 value",
      "value_missing 4 proof",
    ]);
  });
});
