import { cellsOfQueues, importsInForce } from "#app/db/call-import.ts";
import { recordsInForce } from "#app/db/record-import.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type StaffingPage, type StaffingQuery, staffingPage } from "#app/domain/staffing/staffing-page.ts";
import type { Application } from "#app/services/application.ts";
import { openedRecords, ownRecords, type ReadableRecords } from "#app/services/records/readable-records.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";

/** Staffing plan of an opened response, for those who judge it. `page` is null when none was submitted. */
export async function readStaffing(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
  query: StaffingQuery,
): Promise<Result<{ readonly vendor: string; readonly page: StaffingPage | null }>> {
  const opened = await openedRecords(app, actor, tenderId, responseId);
  if (!opened.ok) return opened;
  return success({ vendor: opened.value.vendor, page: await pageOf(app, opened.value, query) });
}

/** The vendor's own plan as the buyer will see it; before the opening nobody else does. */
export async function readOwnStaffing(
  app: Application,
  actor: Actor,
  tenderId: string,
  query: StaffingQuery,
): Promise<Result<{ readonly page: StaffingPage | null }>> {
  const own = await ownRecords(app, actor, tenderId);
  return own.ok ? success({ page: await pageOf(app, own.value, query) }) : own;
}

/** Calls that the plan does not forecast itself are expected as the response's own call records show them. */
async function pageOf(
  app: Application,
  { responseId, fileIds, content }: ReadableRecords,
  query: StaffingQuery,
): Promise<StaffingPage | null> {
  const db = app.database.read;
  const found = await recordsInForce(db, responseId, fileIds, "staffing_plan");
  if (found === null) return null;
  const { fileId, zone, rows, createdUs, sha256, content: plan } = found;
  const calls = await importsInForce(db, responseId, fileIds);
  const ids = calls.map(({ id }) => id);
  const cells = await cellsOfQueues(db, ids);
  const source = { fileId, zone, rows, atUs: createdUs, sha256 };
  return staffingPage(source, plan, content, cells, app.catalogue.traps, query, zoneOf(zone));
}
