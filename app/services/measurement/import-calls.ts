import path from "node:path";
import { storeAggregates } from "#app/db/call-import.ts";
import type { Writing } from "#app/db/database.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { type ColumnMapping, incompleteMapping } from "#app/imports/call-records/column-mapping.ts";
import type { Format } from "#app/imports/call-records/detect-format.ts";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import type { CallRecords } from "#app/imports/call-records/read-call-records.ts";
import { type Application, log } from "#app/services/application.ts";
import { besideOthers, importedTwin } from "#app/services/measurement/beside-other-imports.ts";
import { type CallFile, ownCallFile } from "#app/services/measurement/own-call-file.ts";
import { whileRunning } from "#app/services/measurement/running-imports.ts";
import { newId } from "#app/services/new-id.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface ImportSettings {
  readonly zone: string;
  /** Where a wait begins; fixed once records have been read. */
  readonly clock: Clock;
  /** Told from the content unless given. */
  readonly format?: Format | "auto";
  /** How the columns of a `mapped` file are read. */
  readonly mapping?: ColumnMapping | null;
  /** Whether earlier imports that tell of the same queue and day give way. Otherwise such an import is refused. */
  readonly replace?: boolean;
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
 * Faults at the start: `zone_unknown`, those of an incomplete mapping, and `file_already_imported` when the same
 * content counts already. Faults of what was read, in the import itself: those of records, `import_overlaps` and
 * `import_settings_differ`.
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
  const { mapping = null } = settings;
  const format = mapping === null ? (settings.format ?? "auto") : "mapped";
  if (format === "mapped") {
    const faults = mapping === null ? [{ code: "mapping_invalid" }] : incompleteMapping(mapping);
    if (faults.length > 0) return failure(...faults);
  }
  const started = await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { person, responseId } = own.value;
    const file = await ownCallFile(app, trx, responseId, fileId);
    if (!file.ok) return file;
    if (settings.replace !== true) {
      const twin = await importedTwin(trx, responseId, file.value);
      if (twin !== null) return failure(twin);
    }
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
        mapping: mapping === null ? null : JSON.stringify(mapping),
        replaces: "[]",
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
    return success({ id, file: file.value, responseId });
  });
  if (!started.ok) return started;
  const { id, file, responseId } = started.value;
  const running = { id, responseId, tenderId, file, settings: { ...settings, mapping, format } };
  const ended = run(app, actor, running).catch(async () => {
    await close(app, id, { state: "interrupted", finished_us: app.now() });
  });
  return success({ id, ended });
}

interface RunningImport {
  readonly id: string;
  readonly responseId: string;
  readonly tenderId: string;
  readonly file: CallFile;
  readonly settings: Required<Omit<ImportSettings, "replace">> & Pick<ImportSettings, "replace">;
}

async function run(app: Application, actor: Actor, running: RunningImport): Promise<void> {
  const { id: importId, file, settings } = running;
  const { zone, clock, format, mapping } = settings;
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
          format,
          mapping: mapping ?? undefined,
          hashFiles: false,
          root: app.root,
          mostBytes: uploadLimits.callRecordsInflated,
          temporaryFolder: path.dirname(file.path),
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
  await app.database.write((trx) => store(app, trx, actor, running, outcome.records));
}

/** Stores everything or nothing, and says in the log which, with the hashes of what was read and what gave way. */
async function store(
  app: Application,
  trx: Writing,
  actor: Actor,
  { id, responseId, tenderId, file, settings }: RunningImport,
  read: CallRecords,
): Promise<void> {
  const beside =
    read.faultCount === 0
      ? await besideOthers(trx, responseId, file.name, read, settings.replace === true)
      : { faults: [], replaces: [] };
  const records =
    beside.faults.length === 0
      ? read
      : { ...read, faultCount: beside.faults.length, faults: beside.faults, blobs: [] };
  const done = records.faultCount === 0;
  if (done) await storeAggregates(trx, id, records);
  const replaces = done ? beside.replaces : [];
  await trx
    .updateTable("call_import")
    .set({ ...summaryOf(records, app.now()), replaces: JSON.stringify(replaces.map((each) => each.id)) })
    .where("id", "=", id)
    .execute();
  await log(app, trx, actor, done ? "calls.import" : "calls.refuse", tenderId, {
    import: id,
    sha256: file.sha256,
    rows: records.rows,
    faults: records.faultCount,
    ...(settings.mapping !== null && { mapping: JSON.stringify(settings.mapping) }),
    ...(replaces.length > 0 && {
      replaces: replaces.map((each) => each.id).join(" "),
      replacesSha256: replaces.map(({ sha256 }) => sha256).join(" "),
    }),
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
