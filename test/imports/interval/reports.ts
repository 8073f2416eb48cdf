import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import { IntervalReader, type IntervalReading } from "#app/imports/interval/interval-reader.ts";
import { intervalRecords } from "#app/imports/interval/read-interval-report.ts";

export function zoneNamed(name: string): Zone {
  const zone = loadZone(name);
  if (zone === null) throw new Error(`no zone ${name}`);
  return zone;
}

/** Reads reports given as text (or bytes), as files of one import named a.csv, b.csv …; invented figures all. */
export function readReports(
  texts: readonly (string | Buffer)[],
  { zone = "Europe/Stockholm", thresholdS = null as number | null, mostRows = 1_000_000 } = {},
): IntervalReading {
  const reader = new IntervalReader({ zone: zoneNamed(zone), zoneDeclared: true, thresholdS, mostRows });
  for (const [i, text] of texts.entries()) {
    const { records, layout } = intervalRecords(typeof text === "string" ? Buffer.from(text) : text);
    reader.file(`${"abcdefgh"[i]}.csv`, records, layout);
  }
  return reader.finish();
}

export const readReport = (text: string | Buffer, options = {}): IntervalReading =>
  readReports([text], options);

/** `code line column` of each fault. */
export const faultsOf = ({ faults }: IntervalReading): string[] =>
  faults.map(({ code, place }) =>
    [code, place?.line, place?.column].filter((part) => part !== undefined).join(" "),
  );

export const warningsOf = ({ warnings }: IntervalReading): string[] => warnings.map(({ code }) => code);
