import { describe, expect, it } from "vitest";
import type { Fault } from "#app/domain/fault.ts";
import { FaultList } from "#app/routes/tenders.$tenderId.respond.calls/fault-list.tsx";
import { render } from "./render.tsx";

const mapping = {
  header: true,
  columns: {
    call_id: { from: ["Nr"] },
    queue: { constant: "Växel" },
    arrival_at: { from: ["Datum", "Inkom"] },
    ended_at: { from: ["Slut"] },
    disposition: { from: ["Resultat"] },
  },
  time: "DD.MM.YYYY HH:mm:ss",
  zone: null,
  dispositions: {},
};
const fault = (code: string, column: string, params: Fault["params"] = {}): Fault => ({
  code,
  place: { file: "maj.csv", line: 4, column },
  params,
});
const words = (one: Fault, by: typeof mapping | null = mapping) =>
  render(<FaultList faults={[one]} mapping={by} />).replace(/<[^>]+>/g, "");

describe("a fault of a file of calls", () => {
  it("names its place, what stands there and what is expected", () => {
    expect(words(fault("disposition_unknown", "disposition", { value: "svarat" }), null)).toBe(
      "maj.csv, rad 4, disposition: okänt utfall. Skriv answered, abandoned, blocked, timeout, overflow, closed eller open. Där står: svarat",
    );
  });

  it("is told in the file's own names and pattern when the columns were chosen", () => {
    expect(words(fault("disposition_unknown", "disposition", { value: "Kanske" }))).toBe(
      "maj.csv, rad 4, Resultat: välj vad ordet betyder, under Filens ord för utfall. Där står: Kanske",
    );
    expect(words(fault("time_format", "arrival_at"))).toBe(
      "maj.csv, rad 4, Datum + Inkom: tiden är inte skriven som DD.MM.YYYY HH:mm:ss.",
    );
    expect(words(fault("time_order", "ended_at", { than: "arrival_at" }))).toBe(
      "maj.csv, rad 4, Slut: tiden ligger före Datum + Inkom.",
    );
  });

  it("uses the page's word for what the file has no column for", () => {
    expect(words(fault("value_invalid", "queue"))).toContain("rad 4, Kö: ");
  });

  it("writes days as people do", () => {
    const params = { queue: "q", from: "2026-09-01", to: "2026-09-28", other: "aug.csv" };
    expect(words({ code: "import_overlaps", place: { file: "maj.csv" }, params })).toContain(
      "1 september 2026–28 september 2026 i aug.csv",
    );
  });
});
