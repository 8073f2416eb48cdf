import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Fault } from "#app/domain/fault.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import type { CallSink } from "#app/imports/call-records/call.ts";
import { CellBuilder, type StoredCells } from "#app/imports/call-records/cell-builder.ts";
import type { RepeatedHashes } from "#app/imports/call-records/closed-hashes.ts";
import type { Format } from "#app/imports/call-records/detect-format.ts";
import { duplicateFinders } from "#app/imports/call-records/duplicates.ts";
import { FaultLog, type ImportWarning, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { type FileOptions, readFiles } from "#app/imports/call-records/files-reader.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import type { Run } from "#app/imports/call-records/run.ts";

/** A file on disk, and what its sender called it. */
export interface RecordFile {
  readonly path: string;
  readonly name: string;
}

export interface ReadOptions extends FileOptions {
  readonly zone: Zone;
  /** False when the zone is only our assumption: local times then get a warning. */
  readonly zoneDeclared: boolean;
  readonly clock: Clock;
  /**
   * Folder on a disk: events of queue logs, and calls in no order of time, wait there until all are known, as much as
   * two thirds of the unpacked files.
   */
  readonly temporaryFolder: string;
  /** Whether to give the SHA-256 of each file. */
  readonly hashFiles: boolean;
}

export interface ReadProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** What one import is: everything to store, or every reason why nothing is. */
export interface CallRecords extends StoredCells {
  /** Null when the first file is in no known format. */
  readonly format: Format | null;
  readonly zone: string;
  readonly clock: Clock;
  /** Decimals of the finest stamp: 0, 3 or 6. */
  readonly stampDecimals: number;
  /** Records read, faulty ones included. */
  readonly rows: number;
  readonly faultCount: number;
  /** The first thousand, by file, line and column. With faults nothing is stored. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly ImportWarning[];
  readonly files: readonly { readonly name: string; readonly sha256: string | null }[];
}

const nothingStored: StoredCells = { blobs: [], allQueues: [], months: [] };

export const recordFile = (path: string): RecordFile => ({ path, name: basename(path) });

/**
 * Reads all files as one import, in memory bounded by cells plus a few bytes a record. A fault anywhere means that
 * nothing is taken. Throws when a file cannot be read from disk.
 */
export async function readCallRecords(
  files: readonly RecordFile[],
  options: ReadOptions,
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<CallRecords> {
  const queues = new QueueNames();
  const cells = new CellBuilder({ ...options, queues });
  const run = newRun(options, cells, queues);
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(path)).size));
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
  let bytesRead = 0;
  const hashes = files.map(() => (options.hashFiles ? createHash("sha256") : null));
  const onBytes = (bytes: number): void => {
    bytesRead += bytes;
    onProgress({ bytesRead, bytesTotal, rows: run.rows });
  };
  let format: Format | null;
  let repeated: RepeatedHashes[];
  try {
    format = await readFiles(files, options, run, (file) => ({
      onBytes,
      ...(hashes[file] ? { hash: hashes[file] } : {}),
    }));
    repeated = cells.finish();
  } finally {
    cells.close();
  }
  if (format !== null) await findDuplicates(files, format, options, run, repeated);
  if (run.rows === 0 && run.faults.count === 0) run.warnings.add("no_rows", 0, 1, null);

  const names = files.map((file) => file.name);
  return {
    format,
    zone: options.zone.name,
    clock: options.clock,
    stampDecimals: cells.stampDecimals,
    rows: run.rows,
    faultCount: run.faults.count,
    faults: run.faults.list(names),
    warnings: run.warnings.list(names),
    files: names.map((name, i) => ({ name, sha256: hashes[i]?.digest("hex") ?? null })),
    ...(run.faults.count > 0 ? nothingStored : cells.stored()),
  };
}

function newRun(options: ReadOptions, sink: CallSink, queues: QueueNames): Run {
  return {
    zone: options.zone,
    zoneDeclared: options.zoneDeclared,
    queues,
    faults: new FaultLog(),
    warnings: new WarningLog(),
    sink,
    temporaryFolder: options.temporaryFolder,
    rows: 0,
  };
}

/** Duplicates share a cell and a hash, so a second reading compares only those that do, and compares them exactly. */
async function findDuplicates(
  files: readonly RecordFile[],
  format: Format,
  options: ReadOptions,
  run: Run,
  repeated: readonly RepeatedHashes[],
): Promise<void> {
  for (const finder of duplicateFinders(repeated, run.faults)) {
    await readFiles(files, { ...options, format }, newRun(options, finder, run.queues), () => ({}));
  }
}
