import { type BlockedCount, type BlockedCounts, blockingCodes } from "#app/domain/reports/blocked-counts.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { hasColumn, mostCalls, neededCount } from "#app/imports/reports/report-cells.ts";

const lengths = [900, 1800, 3600] as const;
const microsPerSecond = 1_000_000;
const codeColumn = (code: string): string => `sip_${code}`;

/** Counters of a carrier or border controller: calls that came in and calls that were turned away. */
export const blockedCounts: RecordKind<BlockedCounts> = {
  columns: [
    { name: "start", needed: true, aliases: ["time", "tid", "starttid", "interval_start"] },
    { name: "trunk", aliases: ["linje", "stam", "trunkgrupp", "trunk_group"] },
    { name: "minutes", aliases: ["minuter", "interval_min", "intervall_min"] },
    { name: "attempts", aliases: ["försök", "anrop", "calls"] },
    { name: "blocked", aliases: ["spärrade", "blocked_attempts", "avvisade", "rejected"] },
    ...blockingCodes.map((code) => ({ name: codeColumn(code), aliases: [code, `sip ${code}`] })),
  ],
  tells: (columns) =>
    columns.has("start") &&
    (columns.has("blocked") || blockingCodes.some((code) => columns.has(codeColumn(code)))),
  template: `starttid;minuter;linje;försök;sip 486;sip 503;sip 600
2025-03-03 08:00:00;30;SIP-1;412;0;3;0
2025-03-03 08:30:00;30;SIP-1;455;1;9;0
`,
  read(cells) {
    const codes = blockingCodes.filter((code) => hasColumn(cells, codeColumn(code)));
    const lengthS = lengthOf(cells);
    const byCode = new Map<string, number>();
    const known = new Set<string>();
    const counts = cells.rows.flatMap((row): BlockedCount[] => {
      const count = readCount(cells, row, codes, lengthS, byCode);
      if (count === null) return [];
      const key = `${count.start} ${count.trunk}`;
      if (known.has(key)) cells.fault("row_duplicate", row, null);
      known.add(key);
      return [count];
    });
    counts.sort((a, b) => a.start - b.start || (a.trunk < b.trunk ? -1 : a.trunk > b.trunk ? 1 : 0));
    return { lengthS, byCode: Object.fromEntries(byCode), counts };
  },
};

/** As the column says, the same for all; without it half hours. */
function lengthOf(cells: Cells): BlockedCounts["lengthS"] {
  const [first] = cells.rows;
  if (first === undefined || !hasColumn(cells, "minutes")) return 1800;
  const length = lengths.find((each) => String(each / 60) === cells.text(first, "minutes"));
  for (const row of cells.rows) {
    const text = cells.text(row, "minutes") ?? "";
    if (length === undefined || text !== String(length / 60))
      cells.fault("interval_length", row, "minutes", { value: text });
  }
  return length ?? 1800;
}

function readCount(
  cells: Cells,
  row: Row,
  codes: readonly string[],
  lengthS: number,
  byCode: Map<string, number>,
): BlockedCount | null {
  const instant = cells.instant(row, "start");
  if (cells.text(row, "start") === null) cells.fault("value_missing", row, "start");
  const start = instant === null ? null : instant / microsPerSecond;
  if (start !== null && start % lengthS !== 0)
    cells.fault("interval_not_aligned", row, "start", { value: cells.text(row, "start") ?? "" });
  const ofCodes = codes.map((code) => {
    const count = neededCount(cells, row, codeColumn(code), mostCalls) ?? 0;
    byCode.set(code, (byCode.get(code) ?? 0) + count);
    return count;
  });
  const sum = ofCodes.reduce((a, b) => a + b, 0);
  // A total may hold more codes than these three, never fewer calls.
  const stated = hasColumn(cells, "blocked") ? neededCount(cells, row, "blocked", mostCalls) : sum;
  const attempts = hasColumn(cells, "attempts") ? neededCount(cells, row, "attempts", mostCalls) : null;
  if (stated !== null && stated < sum)
    cells.fault("blocked_below_codes", row, "blocked", { value: stated, least: sum });
  if (stated !== null && attempts !== null && stated > attempts)
    cells.fault("count_contradiction", row, "blocked", { value: stated, most: attempts });
  if (start === null || stated === null) return null;
  return { start, trunk: cells.text(row, "trunk") ?? "", blocked: stated, attempts };
}
