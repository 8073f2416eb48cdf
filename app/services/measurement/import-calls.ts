import { storeAggregates } from "#app/db/call-import.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import type { CallRecords } from "#app/imports/call-records/read-call-records.ts";
import { type Application, log } from "#app/services/application.ts";
import { type CallFile, ownCallFile } from "#app/services/measurement/own-call-file.ts";
import { whileRunning } from "#app/services/measurement/running-imports.ts";
import { newId } from "#app/services/new-id.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface ImportSettings {
  readonly zone: string;
  /** Where a wait begins; fixed once records have been read. */
  readonly clock: Clock;
}

export interface StartedImport {
  readonly id: string;
  /** Settles when the import has ended in whatever way; a page does not wait for it. */
  readonly ended: Promise<void>;
}

/** How often progress is written down, for the page that shows it. */
const noteEveryMs = 500;

/**
 * Starts to import an uploaded file. It is read in a thread of its own; what was read is stored in one transaction,
 * or, when the file has any fault, nothing of it is.
 */
export async function importCalls(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
  settings: ImportSettings,
): Promise<Result<StartedImport>> {
  if (loadZone(settings.zone) === null) {
    return failure({ code: "zone_unknown", place: { field: "zone" }, params: { zone: settings.zone } });
  }
  const started = await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { person, responseId } = own.value;
    const file = await ownCallFile(app, trx, responseId, fileId);
    if (!file.ok) return file;
    const id = newId();
    const { bytes } = file.value;
    await trx
      .insertInto("call_import")
      .values({
        id,
        response_id: responseId,
        state: "running",
        format: "",
        zone: settings.zone,
        clock: settings.clock,
        resolution_s: "",
        rows: 0,
        file_id: fileId,
        warnings: "[]",
        faults: "[]",
        fault_count: 0,
        bytes_read: 0,
        bytes_total: bytes,
        started_us: app.now(),
        finished_us: null,
        started_by: person.accountId,
      })
      .execute();
    return success({ id, file: file.value });
  });
  if (!started.ok) return started;
  const { id, file } = started.value;
  const ended = run(app, actor, tenderId, id, file, settings).catch(async () => {
    await close(app, id, { state: "interrupted" });
  });
  return success({ id, ended });
}

async function run(
  app: Application,
  actor: Actor,
  tenderId: string,
  importId: string,
  file: CallFile,
  { zone, clock }: ImportSettings,
): Promise<void> {
  let noted = Promise.resolve();
  let notedMs = 0;
  const outcome = await whileRunning(app, importId, (signal) =>
    importCallRecords(
      {
        files: [file],
        options: {
          zone,
          zoneDeclared: true,
          clock,
          format: "auto",
          hashFiles: false,
          mostBytes: uploadLimits.callRecordsInflated,
        },
      },
      {
        root: app.root,
        signal,
        onProgress: ({ bytesRead, rows }) => {
          if (performance.now() - notedMs < noteEveryMs) return;
          notedMs = performance.now();
          noted = noted.then(() => close(app, importId, { bytes_read: bytesRead, rows }));
        },
      },
    ),
  );
  await noted;
  if (outcome.status === "cancelled") {
    await close(app, importId, { state: "cancelled", finished_us: app.now() });
    return;
  }
  const { records } = outcome;
  await app.database.write(async (trx) => {
    const done = records.faultCount === 0;
    if (done) await storeAggregates(trx, importId, records.blobs);
    await trx
      .updateTable("call_import")
      .set(summaryOf(records, app.now()))
      .where("id", "=", importId)
      .execute();
    await log(app, trx, actor, done ? "calls.import" : "calls.refuse", tenderId, {
      import: importId,
      sha256: file.sha256,
      rows: records.rows,
      faults: records.faultCount,
    });
  });
}

const close = async (app: Application, importId: string, change: Partial<Summary>): Promise<void> => {
  await app.database.write(async (trx) => {
    await trx.updateTable("call_import").set(change).where("id", "=", importId).execute();
  });
};

interface Summary {
  state: "done" | "refused" | "cancelled" | "interrupted";
  finished_us: number;
  format: string;
  resolution_s: string;
  rows: number;
  bytes_read: number;
  warnings: string;
  faults: string;
  fault_count: number;
}

const resolutions: Readonly<Record<number, string>> = { 0: "1", 3: "0.001", 6: "0.000001" };

const summaryOf = (records: CallRecords, finishedUs: number): Omit<Summary, "bytes_read"> => ({
  state: records.faultCount === 0 ? "done" : "refused",
  finished_us: finishedUs,
  format: records.format ?? "",
  resolution_s: resolutions[records.stampDecimals] ?? "",
  rows: records.rows,
  warnings: JSON.stringify(records.warnings),
  faults: JSON.stringify(records.faults),
  fault_count: records.faultCount,
});
