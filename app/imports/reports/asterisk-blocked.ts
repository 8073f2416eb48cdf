import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import type { BlockedCounts } from "#app/domain/reports/blocked-counts.ts";
import { isAsteriskCdr, readAsteriskCdr } from "#app/imports/call-records/asterisk-cdr.ts";
import type { RecordReading } from "#app/imports/records/record-reading.ts";

const headBytes = 4096;
const mostBytes = 64 * 1024 * 1024;
const trunk = "Asterisk CDR";

/** Whether the first line is a call detail record of Asterisk, which has no header. */
export function isAsteriskCdrFile(bytes: Uint8Array): boolean {
  const [line = ""] = Buffer.from(bytes.subarray(0, headBytes)).toString("latin1").split("\n");
  return isAsteriskCdr(line.trim());
}

/** The call detail records of an exchange as blocked counts by half hour; who called whom is not read. */
export async function readAsteriskBlocked(
  file: { readonly name: string; readonly path: string },
  zone: Zone,
): Promise<RecordReading> {
  const cdr = await readAsteriskCdr(file, { zone, zoneDeclared: true, mostBytes });
  const content: BlockedCounts = {
    lengthS: 1800,
    byCode: {},
    counts: cdr.counts.map(({ halfHour, attempts, blocked }) => ({
      start: halfHour * halfHourSeconds,
      trunk,
      blocked,
      attempts,
    })),
  };
  const ambiguous = cdr.warnings.filter(({ code }) => code === "time_ambiguous");
  return {
    kind: "blocked_counts",
    columns: [],
    rows: cdr.rows,
    // Its cells are about people.
    first: [],
    faultCount: cdr.faultCount,
    faults: cdr.faults,
    warnings: ambiguous.map(({ line, column, count }) => ({ code: "time_ambiguous", line, column, count })),
    content: cdr.faultCount === 0 ? Buffer.from(JSON.stringify(content)) : null,
  };
}
