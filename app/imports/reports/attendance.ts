import type { Attendance, AttendanceSums } from "#app/domain/reports/attendance.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { grouped, neededCount, neededPeriod } from "#app/imports/reports/report-cells.ts";

const mostPeople = 10_000;

/** Scheduled and present by shift. */
export const attendance: RecordKind<Attendance> = {
  columns: [
    { name: "date", needed: true, aliases: ["datum", "period", "månad", "month"] },
    { name: "shift", aliases: ["pass"] },
    { name: "group", aliases: ["grupp", "team"] },
    { name: "scheduled_count", needed: true, aliases: ["schemalagda", "scheduled"] },
    { name: "present_count", needed: true, aliases: ["närvarande", "present"] },
  ],
  tells: (columns) => columns.has("scheduled_count") && columns.has("present_count"),
  template: `datum;pass;grupp;schemalagda;närvarande
2025-03-03;dag;;12;12
2025-03-03;natt;;4;3
`,
  read(cells) {
    const shifts = cells.rows.flatMap((row) => readShift(cells, row) ?? []);
    const groups = grouped(shifts, ({ period, group }) => [period, group]).map(
      (of): AttendanceSums => ({
        period: of[0]?.period ?? "",
        group: of[0]?.group ?? "",
        shifts: of.length,
        scheduled: of.reduce((sum, { scheduled }) => sum + scheduled, 0),
        present: of.reduce((sum, { present }) => sum + present, 0),
        shortShifts: of.filter(({ present, scheduled }) => present < scheduled).length,
      }),
    );
    return { groups };
  },
};

function readShift(cells: Cells, row: Row) {
  const period = neededPeriod(cells, row, "date");
  const scheduled = neededCount(cells, row, "scheduled_count", mostPeople);
  const present = neededCount(cells, row, "present_count", mostPeople);
  if (scheduled !== null && present !== null && present > scheduled)
    cells.fault("present_above_scheduled", row, "present_count", { value: present, most: scheduled });
  if (period === null || scheduled === null || present === null) return null;
  return { period, group: cells.text(row, "group") ?? "", scheduled, present };
}
