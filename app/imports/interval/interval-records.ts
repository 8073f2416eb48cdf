import type { Zone } from "#app/domain/measurement/zone.ts";
import { IntervalReader } from "#app/imports/interval/interval-reader.ts";
import type { Layout } from "#app/imports/interval/layout.ts";
import type { RecordReading } from "#app/imports/records/record-reading.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";

/** A file that is taken as it stands, with the limit in the line above the header. */
export const intervalTemplate = `Svarsgräns: 20 s
Starttid;Sluttid;Kö;Erbjudna samtal;Besvarade samtal;Övergivna samtal;Vidarestyrda samtal;Besvarade inom gräns;Spärrade samtal;Medelsvarstid;Längsta väntetid
2025-03-03 08:00;2025-03-03 08:30;Växel;62;58;3;1;54;0;8,4;41
2025-03-03 08:30;2025-03-03 09:00;Växel;71;66;4;1;60;2;9,1;55
`;

/** More than these are a month of seventy queues: nothing that one page could show. */
const mostRows = 100_000;
const firstRows = 10;

/** An interval report among the record files of a response. */
export function readIntervalRecords(
  name: string,
  records: readonly TableRecord[],
  layout: Layout,
  zone: Zone,
): RecordReading {
  const reader = new IntervalReader({ zone, zoneDeclared: true, thresholdS: null, mostRows });
  reader.file(name, records, layout);
  const { rows, faultCount, faults, warnings, report } = reader.finish();
  return {
    kind: "interval_report",
    columns: layout.names.map((name, i) => ({ name, column: meaningWord(layout, i) })),
    rows,
    first: records
      .slice(layout.header + 1, layout.header + 1 + firstRows)
      .map(({ line, cells }) => ({ line, cells: cells ?? [] })),
    faultCount,
    faults,
    warnings: warnings.map(({ code, line, column, count }) => ({ code, line, column, count })),
    content: report === null ? null : Buffer.from(JSON.stringify(report)),
  };
}

/** What a column was taken for, in the words of the measurement document. */
function meaningWord({ meanings }: Layout, index: number): string | null {
  const meaning = meanings[index] ?? null;
  switch (meaning?.kind) {
    case undefined:
    case "other":
      return null;
    case "count":
    case "sum":
      return meaning.field;
    case "mean":
      return `${meaning.field} / ${meaning.per}`;
    case "within":
      return `${meaning.of} ≤ ${meaning.thresholdS ?? "T"}`;
    case "share":
      return `${meaning.figure} %`;
    case "abandoned_part":
      return "abandoned";
    default:
      return meaning?.kind ?? null;
  }
}
