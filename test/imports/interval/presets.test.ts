import { describe, expect, it } from "vitest";
import { readReport, warningsOf } from "./reports.ts";

/** The report, which must be read without a fault. */
function reportOf(text: string, options = {}) {
  const reading = readReport(text, options);
  expect(reading.faults).toEqual([]);
  if (reading.report === null) throw new Error("no report");
  return reading.report;
}

const first = (text: string, options = {}) => {
  const [interval] = reportOf(text, options).intervals;
  if (interval === undefined) throw new Error("no interval");
  return interval;
};

const instant = (iso: string): number => Date.parse(iso) / 1000;

describe("interval reports of known systems", () => {
  const genesys = `Interval Start,Interval End,Interval Complete,Filters,Media Type,Queue Id,Queue Name,Offer,Answer,Abandon,Flow-Out,ASA,Service Level %,Avg Handle
"3/3/25 8:00 AM","3/3/25 8:30 AM",TRUE,,voice,,Växel,40,32,5,,12500,0.8108108108108109,180000
"3/3/25 8:30 AM","3/3/25 9:00 AM",TRUE,,voice,,Växel,,,,,,,
`;

  it("read Genesys Cloud: month first, milliseconds, shares of one, blank counts are 0", () => {
    const report = reportOf(genesys);
    expect(report).toMatchObject({ preset: "genesys_cloud", attribution: "event", lengthS: 1800 });
    expect(report.intervals[0]).toEqual({
      queue: "Växel",
      start: instant("2025-03-03T08:00:00+01:00"),
      values: {
        offered: 40,
        answered: 32,
        abandoned: 5,
        flowOut: 0,
        waitAnswered: 32 * 12_500_000,
        handle: 32 * 180_000_000,
      },
      within: [],
      reported: [{ figure: "service_level", variant: "genesys", percent: "81.081081" }],
      excluded: false,
    });
    expect(report.intervals[1]?.values).toMatchObject({ offered: 0, answered: 0, waitAnswered: 0 });
    expect(report.rounded).toEqual(["handle", "waitAnswered"]);
  });

  const uccx = `CSQ Name,Interval Start Time,Interval End Time,Service Level (sec),Calls Handled < SL,Calls Abandoned < SL,Only Handled,Without Abandoned Calls,With Positive Abandoned Calls,With Negative Abandoned Calls,Calls Presented,Calls Handled,Calls Abandoned,Calls Dequeued
Växel,3/3/2025 8:00:00 AM,3/3/2025 8:30:00 AM,20,30,4,93.75,83.33,85.00,75.00,40,32,6,2
`;

  it("read Cisco UCCX: the limit of the column, and the level in its four formulas", () => {
    const report = reportOf(uccx);
    expect(report).toMatchObject({
      preset: "cisco_uccx",
      attribution: "arrival",
      lengthS: 1800,
      rounded: [],
    });
    expect(report.intervals[0]).toMatchObject({
      values: { offered: 40, answered: 32, abandoned: 6, flowOut: 2 },
      within: [{ thresholdS: 20, answered: 30, abandoned: 4 }],
    });
    expect(report.intervals[0]?.reported.map(({ variant, percent }) => `${variant} ${percent}`)).toEqual([
      "answered 93.75",
      "ignore_t 83.33",
      "positive 85.00",
      "offered 75.00",
    ]);
  });

  it("read Avaya: the acceptable level of the title, ranges of time, staff on average", () => {
    const interval = first(
      `Split: 7
Split Name: Växel
Acceptable Service Level: 20

DATE,TIME,ACD CALLS,AVG SPEED ANS,ABAND CALLS,AVG ABAND TIME,FLOW OUT,ACCEPTABLE,AVG STAFF,% IN SERV LEVL
3/3/2025,8:00-8:30,32,:00:12,6,0:31,2,30,4.5,75
`.replace(":00:12", "0:00:12"),
    );
    expect(interval).toMatchObject({
      queue: "a",
      start: instant("2025-03-03T08:00:00+01:00"),
      values: {
        answered: 32,
        abandoned: 6,
        flowOut: 2,
        waitAnswered: 32 * 12_000_000,
        waitAbandoned: 6 * 31_000_000,
        staffed: 4.5 * 1800 * 1_000_000,
      },
      within: [{ thresholdS: 20, answered: 30, abandoned: null }],
      reported: [{ variant: "avaya_bcms", percent: "75" }],
    });
  });

  it("read Telia ACE: abandoned contacts come in parts, decimals with a comma", () => {
    const interval =
      first(`Datum;Tid;Kö;Mottagna kontakter;Etablerade kontakter;Övergivna kontakter 1;Övergivna kontakter 2;Tappade kontakter;Medelsvarstid;Svarsandel %
2025-03-03;08:00 - 08:15;Växel;40;32;4;2;2;00:00:12,5;80,0
`);
    expect(interval).toMatchObject({
      values: { offered: 40, answered: 32, abandoned: 6, flowOut: 2, waitAnswered: 400_000_000 },
      reported: [{ figure: "answer_rate", percent: "80.0" }],
    });
  });

  it("read plain Swedish and English tables, with limits in the names of columns", () => {
    const swedish =
      first(`Starttid;Sluttid;Kö;Erbjudna samtal;Besvarade samtal;Övergivna samtal;Besvarade inom 20 s;Övergivna inom 20 s;Övergivna inom 5 s;Spärrade samtal;Prognos
2025-03-03 08:00;2025-03-03 08:30;Växel;1 040;900;140;820;60;11;3;1000
`);
    const english =
      first(`start,end,queue,offered,answered,abandoned,answered within 20 s,abandoned_within_20,abandoned <= 5 s,blocked,forecast
2025-03-03T07:00:00Z,2025-03-03T07:30:00Z,Växel,1040,900,140,820,60,11,3,1000
`);
    expect(swedish).toEqual(english);
    expect(swedish.values).toEqual({
      offered: 1040,
      answered: 900,
      abandoned: 140,
      blocked: 3,
      forecast: 1000,
    });
    expect(swedish.within).toEqual([
      { thresholdS: 5, answered: null, abandoned: 11 },
      { thresholdS: 20, answered: 820, abandoned: 60 },
    ]);
  });

  it("take an unknown count as unknown, never as 0", () => {
    const { values } = first(`start,end,offered,answered,abandoned,blocked
2025-03-03 08:00,2025-03-03 08:30,40,32,,-
`);
    expect(values).toEqual({ offered: 40, answered: 32 });
  });

  it("do not use calls within a limit that nothing names, unless somebody says which", () => {
    const text = `start,end,offered,answered,answered within threshold
2025-03-03 08:00,2025-03-03 08:30,40,32,30
`;
    expect(first(text).within).toEqual([]);
    expect(warningsOf(readReport(text))).toContain("threshold_unknown");
    expect(first(text, { thresholdS: 30 }).within).toEqual([
      { thresholdS: 30, answered: 30, abandoned: null },
    ]);
  });

  it("are told whatever stands above the header and whichever delimiter is used", () => {
    for (const delimiter of [",", ";", "\t"]) {
      const row = (...cells: readonly string[]): string => cells.join(delimiter);
      const text = [
        "Rapport, för; alla",
        "",
        row("start", "end", "offered", "answered"),
        row("2025-03-03 08:00", "2025-03-03 08:30", "40", "32"),
      ].join("\r\n");
      expect(first(text).values).toEqual({ offered: 40, answered: 32 });
    }
  });
});
