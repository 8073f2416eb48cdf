import { type CallImport, cellsOf } from "#app/db/call-import.ts";
import {
  type MeasurementPage,
  type MeasurementQuery,
  measurementPage,
} from "#app/domain/measurement/measurement-page.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";

/** The page about one import, from its stored half hours. */
export async function pageOfImport(
  app: Application,
  found: CallImport,
  requirements: readonly TenderRequirement[],
  query: MeasurementQuery,
): Promise<MeasurementPage> {
  const { id, format, zone, clock, rows } = found;
  const source = {
    importId: id,
    format,
    zone,
    clock,
    rows,
    finishedUs: found.finished_us ?? found.started_us,
  };
  return measurementPage(
    source,
    await cellsOf(app.database.read, id),
    requirements,
    app.catalogue.traps,
    query,
  );
}
