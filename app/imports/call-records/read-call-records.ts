import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Fault } from "#app/domain/fault.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { withoutByteOrderMark } from "#app/imports/call-records/byte-order-mark.ts";
import type { CallSink } from "#app/imports/call-records/call.ts";
import { CellBuilder, type StoredCells } from "#app/imports/call-records/cell-builder.ts";
import type { RepeatedHashes } from "#app/imports/call-records/closed-hashes.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import { detectFormat, type Format, lookalikeOf } from "#app/imports/call-records/detect-format.ts";
import { duplicateFinders } from "#app/imports/call-records/duplicates.ts";
import {
  FaultLog,
  type ImportWarning,
  type PlacedFault,
  WarningLog,
} from "#app/imports/call-records/fault-log.ts";
import { BrokenGzip, fileBytes, type ReadingOptions } from "#app/imports/call-records/file-bytes.ts";
import { type FormatReader, openReader } from "#app/imports/call-records/format-reader.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { longestRecord } from "#app/imports/call-records/record-scanner.ts";
import { RowLimitReached, type Run } from "#app/imports/call-records/run.ts";

/** A file on disk, and what its sender called it. */
export interface RecordFile {
  readonly path: string;
  readonly name: string;
}

export interface ReadOptions {
  readonly zone: Zone;
  /** False when the zone is only our assumption: local times then get a warning. */
  readonly zoneDeclared: boolean;
  readonly clock: Clock;
  readonly format: Format | "auto";
  /** How the columns of a `mapped` file are read; only and always for that format. */
  readonly mapping?: ColumnMapping | undefined;
  /** Whether to give the SHA-256 of each file. */
  readonly hashFiles: boolean;
  /** Most bytes that one file may unpack to; more is the fault `inflated_limit`. */
  readonly mostBytes: number;
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
  const format = await readFiles(files, options, run, (file) => ({
    onBytes,
    ...(hashes[file] ? { hash: hashes[file] } : {}),
  }));
  const repeated = cells.finish();
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

/** The format of the first file, which all others must share; null when there is none. */
async function readFiles(
  files: readonly RecordFile[],
  options: ReadOptions,
  run: Run,
  readingOptions: (file: number) => ReadingOptions,
): Promise<Format | null> {
  let format: Format | null = null;
  let reader: FormatReader | null = null;
  const refuse = (code: string, file: number, params: PlacedFault["params"] = {}): void =>
    run.faults.add({ code, file, line: 1, position: -1, column: null, params });
  try {
    for (const [file, { path }] of files.entries()) {
      const bytes = fileBytes(path, readingOptions(file));
      try {
        const head = await readHead(bytes);
        if (head.length === 0) {
          refuse("file_empty", file);
          continue;
        }
        const found = options.format === "auto" ? detectFormat(head) : options.format;
        if (found === null) {
          refuse("format_unknown", file, { reason: lookalikeOf(head) ?? "" });
          continue;
        }
        if (format !== null && found !== format) {
          refuse("format_mixed", file);
          continue;
        }
        format = found;
        reader ??= openReader(found, run, options.mapping);
        const scanner = reader.scannerOf(file, head);
        let unpacked = head.length;
        scanner.push(head);
        for await (const chunk of bytes) {
          unpacked += chunk.length;
          if (unpacked > options.mostBytes) break;
          scanner.push(chunk);
        }
        if (unpacked > options.mostBytes) refuse("inflated_limit", file);
        else scanner.end();
      } catch (error) {
        if (!(error instanceof BrokenGzip)) throw error;
        refuse("gz_broken", file);
      } finally {
        await bytes.return(undefined);
      }
    }
    reader?.finish();
  } catch (error) {
    if (!(error instanceof RowLimitReached)) throw error;
  }
  return format;
}

/** The first bytes up to a line end (or as many as a line may have), without byte order mark. */
async function readHead(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.length <= longestRecord && !head.includes(0x0a)) {
    const { value, done } = await bytes.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return withoutByteOrderMark(head);
}
