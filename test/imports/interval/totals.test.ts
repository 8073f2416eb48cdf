import { describe, expect, it } from "vitest";
import { readReport, warningsOf } from "./reports.ts";

const header = "Starttid;Sluttid;Kö;Erbjudna samtal;Besvarade samtal";
const row = (time: number, queue: string, offered: number): string =>
  `2025-03-03 0${time}:00;2025-03-03 0${time + 1}:00;${queue};${offered};${offered}`;
const total = (words: string, offered: number): string => `${words};${offered};${offered}`;
const read = (...rows: readonly string[]) => readReport([header, ...rows].join("\n"));
const offeredOf = ({ report }: ReturnType<typeof read>): number =>
  (report?.intervals ?? []).reduce((sum, { values }) => sum + (values.offered ?? 0), 0);

describe("rows of totals", () => {
  it("are held against their rows and never added", () => {
    const reading = read(row(1, "A", 4), row(2, "A", 5), total("Summa;;", 9));
    expect(offeredOf(reading)).toBe(9);
    expect(warningsOf(reading)).toEqual(["summary_rows"]);
  });

  it("may stand for the rows since the last total, for all before, for a queue, an interval or the whole file", () => {
    for (const rows of [
      [
        row(1, "A", 4),
        row(2, "A", 5),
        total("Totalt;;", 9),
        row(1, "B", 6),
        total("Totalt;;", 6),
        total("Totalt;;", 15),
      ],
      [row(1, "A", 4), row(1, "B", 6), row(2, "A", 5), total("Summa;;A", 9)],
      [row(1, "A", 4), row(1, "B", 6), total("2025-03-03 01:00;2025-03-03 02:00;Totalt", 10), row(2, "A", 5)],
      [total("Total;;", 9), row(1, "A", 4), row(2, "A", 5)],
    ]) {
      expect(warningsOf(read(...rows))).toEqual(["summary_rows"]);
    }
  });

  it("are named when they are the sum of nothing", () => {
    const { warnings, report } = read(row(1, "A", 4), row(2, "A", 5), total("Summa;;", 10));
    expect(report?.intervals).toHaveLength(2);
    expect(warnings.find(({ code }) => code === "total_differs")).toMatchObject({
      line: 4,
      column: "Erbjudna samtal",
      count: 1,
    });
  });

  it("are told from a queue whose name only begins alike", () => {
    for (const queue of ["Totalförsvaret", "Total support", "Summaöversikt"]) {
      expect(read(row(1, queue, 4)).report?.intervals[0]?.queue).toBe(queue);
    }
  });

  it("leave out rows of means, headers of a new page and lines of text", () => {
    const reading = read(
      row(1, "A", 4),
      header,
      row(2, "A", 5),
      "Medelvärde;;;4,5;4,5",
      "Utskriven 2025-04-01",
    );
    expect(offeredOf(reading)).toBe(9);
    expect(warningsOf(reading)).toEqual(["note_rows", "summary_rows"]);
  });

  it("are as many as they like: each is looked at once, and so is each of very many rows", () => {
    const rows = Array.from({ length: 35_000 }, (_, i) => {
      const hour = new Date(Date.UTC(2000, 0, 1) + i * 3_600_000).toISOString().slice(0, 16);
      const from = (queue: string): string => `${hour}Z;;${queue};1;1`;
      return [...["A", "B", "C", "D"].map(from), total("Summa;;", 4)].join("\n");
    });
    const reading = read(...rows, total("Summa;;", 140_000), total("Summa;;", 140_001));
    expect(reading.report?.intervals).toHaveLength(140_000);
    expect(reading.warnings.find(({ code }) => code === "total_differs")).toMatchObject({
      line: 175_003,
      count: 1,
    });
  });
});
