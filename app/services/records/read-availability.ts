import { recordsInForce } from "#app/db/record-import.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import {
  type AvailabilityPage,
  type AvailabilityQuery,
  availabilityPage,
} from "#app/domain/availability/availability-page.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { openedRecords, ownRecords, type ReadableRecords } from "#app/services/records/readable-records.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";

/** Incident log of an opened response, for those who judge it. `page` is null when none was submitted. */
export async function readAvailability(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
  query: AvailabilityQuery,
): Promise<Result<{ readonly vendor: string; readonly page: AvailabilityPage | null }>> {
  const opened = await openedRecords(app, actor, tenderId, responseId);
  if (!opened.ok) return opened;
  return success({ vendor: opened.value.vendor, page: await pageOf(app, opened.value, query) });
}

/** The vendor's own log as the buyer will see it; before the opening nobody else does. */
export async function readOwnAvailability(
  app: Application,
  actor: Actor,
  tenderId: string,
  query: AvailabilityQuery,
): Promise<Result<{ readonly page: AvailabilityPage | null }>> {
  const own = await ownRecords(app, actor, tenderId);
  return own.ok ? success({ page: await pageOf(app, own.value, query) }) : own;
}

async function pageOf(
  app: Application,
  { responseId, fileIds, content: tender }: ReadableRecords,
  query: AvailabilityQuery,
): Promise<AvailabilityPage | null> {
  const found = await recordsInForce(app.database.read, responseId, fileIds, "incidents");
  if (found === null) return null;
  const { fileId, zone, rows, createdUs, sha256, content } = found;
  const source = { fileId, zone, rows, atUs: createdUs, sha256 };
  return availabilityPage(source, content, tender.requirements, app.catalogue.traps, query, zoneOf(zone));
}
