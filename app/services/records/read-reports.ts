import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { type ReportsPage, reportsPage } from "#app/domain/reports/reports-page.ts";
import type { Application } from "#app/services/application.ts";
import { openedRecords, ownRecords, type ReadableRecords } from "#app/services/records/readable-records.ts";
import { reportsInForce } from "#app/services/records/reports-in-force.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";

/** Key figures of an opened response's reports, for those who judge it. `page` is null when none was submitted. */
export async function readReports(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
  language: Language,
): Promise<Result<{ readonly vendor: string; readonly page: ReportsPage | null }>> {
  const opened = await openedRecords(app, actor, tenderId, responseId);
  if (!opened.ok) return opened;
  return success({ vendor: opened.value.vendor, page: await pageOf(app, opened.value, language) });
}

/** The vendor's own reports as the buyer will see them; before the opening nobody else does. */
export async function readOwnReports(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<{ readonly page: ReportsPage | null }>> {
  const own = await ownRecords(app, actor, tenderId);
  return own.ok ? success({ page: await pageOf(app, own.value, language) }) : own;
}

async function pageOf(
  app: Application,
  { responseId, fileIds, content }: ReadableRecords,
  language: Language,
): Promise<ReportsPage | null> {
  const { reports, sources, zone } = await reportsInForce(app.database.read, responseId, fileIds);
  if (sources.length === 0) return null;
  const shown = sources.map(({ kind, file, rows, atUs }) => ({ kind, file, rows, atUs }));
  const known = { metrics: app.catalogue.metrics, traps: app.catalogue.traps };
  return reportsPage(reports, shown, content.requirements, known, {
    zone: zoneOf(zone ?? content.timezone),
    language,
  });
}
