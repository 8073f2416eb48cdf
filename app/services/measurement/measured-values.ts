import { cellsOfQueues, importsInForce } from "#app/db/call-import.ts";
import type { Reading } from "#app/db/database.ts";
import { recordsInForce } from "#app/db/record-import.ts";
import { availabilityValuesOf } from "#app/domain/availability/availability-value.ts";
import type { MeasuredValue } from "#app/domain/evaluation/tender-evaluation.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import { measuredValuesOf } from "#app/domain/measurement/measured-value.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import { monthsWithBlocked } from "#app/domain/reports/blocked-counts.ts";
import { holdReports } from "#app/domain/reports/hold-reports.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { staffingRequirements, staffingValuesOf } from "#app/domain/staffing/staffing-value.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { storedMonths } from "#app/services/measurement/stored-months.ts";
import { reportsInForce } from "#app/services/records/reports-in-force.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";

const usualZone = "Europe/Stockholm";

/**
 * What each response's call records, reports, incident log and staffing plan say of every requirement that they can
 * speak of. Only records whose file was submitted count. A response without records gives `no_data`, which is a state
 * and not a zero.
 */
export async function measuredValues(
  db: Reading,
  tender: Pick<TenderContent, "requirements" | "priceItems" | "contractMonths">,
  responses: readonly { readonly id: string; readonly files: readonly ResponseFile[] }[],
): Promise<MeasuredValue[]> {
  const { requirements } = tender;
  const values: MeasuredValue[] = [];
  for (const { id: response, files } of responses) {
    const submitted = files.filter(({ slot }) => slot === callRecordSlot).map(({ id }) => id);
    const found = await importsInForce(db, response, submitted);
    const ids = found.map(({ id }) => id);
    const callZone = zoneOf(found[0]?.zone ?? usualZone);
    const fileIds = files.map(({ id }) => id);
    const { reports, zone: reportZone, sources } = await reportsInForce(db, response, fileIds);
    const stored = await storedMonths(db, ids, allQueues, callZone);
    const { blocked_counts: blocked } = reports;
    const months = blocked === null ? stored : monthsWithBlocked(stored, blocked, callZone);
    const reported = holdReports(requirements, reports, zoneOf(reportZone ?? usualZone));
    const ofReports = new Set(reported.map(({ requirement }) => requirement));
    for (const { requirement, verdict, value, coverage } of measuredValuesOf(
      requirements,
      months,
      callZone,
    )) {
      // Single calls say more than intervals; without any the intervals speak.
      if (ids.length > 0 || !ofReports.has(requirement))
        values.push({ response, requirement, verdict, value, coverage, source: ids.join(" ") });
      if (ids.length > 0) ofReports.delete(requirement);
    }
    for (const { kind, windows: _, ...value } of reported) {
      const source = sources.find((each) => each.kind === kind)?.importId ?? "";
      if (ofReports.has(value.requirement)) values.push({ response, ...value, source });
    }
    const log = await recordsInForce(db, response, fileIds, "incidents");
    const zone = zoneOf(log?.zone ?? usualZone);
    for (const value of availabilityValuesOf(requirements, log?.content ?? null, zone)) {
      values.push({ response, ...value, source: log?.importId ?? "" });
    }
    if (staffingRequirements(requirements).length === 0) continue;
    const plan = await recordsInForce(db, response, fileIds, "staffing_plan");
    const context = {
      tender,
      cells: plan === null ? [] : await cellsOfQueues(db, ids),
      zone: zoneOf(plan?.zone ?? usualZone),
    };
    for (const { requirement, verdict, value, coverage } of staffingValuesOf(
      requirements,
      plan?.content ?? null,
      context,
    )) {
      values.push({ response, requirement, verdict, value, coverage, source: plan?.importId ?? "" });
    }
  }
  return values;
}
