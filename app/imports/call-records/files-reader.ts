import type { Fault } from "#app/domain/fault.ts";
import { withoutByteOrderMark } from "#app/imports/call-records/byte-order-mark.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import {
  detectFormat,
  type Format,
  formatOfTable,
  lookalikeOf,
  startOfContent,
} from "#app/imports/call-records/detect-format.ts";
import { BrokenGzip, fileBytes, type ReadingOptions } from "#app/imports/call-records/file-bytes.ts";
import { type FormatReader, openReader } from "#app/imports/call-records/format-reader.ts";
import { longestRecord } from "#app/imports/call-records/record-scanner.ts";
import { LimitReached, type Run } from "#app/imports/call-records/run.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";

export interface FileOptions {
  readonly format: Format | "auto";
  /** How the columns of a `mapped` file are read; only and always for that format. */
  readonly mapping?: ColumnMapping | undefined;
  /** Most bytes that one file may unpack to; more is the fault `inflated_limit`. */
  readonly mostBytes: number;
  /** Folder of the project: Excel files are parsed by a process that starts from its source there. */
  readonly root: string;
}

/** Reads all files into a run; gives the format of the first, which all others must share, or null for none. */
export async function readFiles(
  files: readonly { readonly path: string }[],
  options: FileOptions,
  run: Run,
  readingOptions: (file: number) => ReadingOptions,
): Promise<Format | null> {
  const reading = new FilesReader(options, run);
  try {
    for (const [file, { path }] of files.entries()) await reading.read(file, path, readingOptions(file));
    reading.finish();
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  } finally {
    reading.close();
  }
  return reading.format;
}

class FilesReader {
  format: Format | null = null;
  #reader: FormatReader | null = null;
  readonly #options: FileOptions;
  readonly #run: Run;

  constructor(options: FileOptions, run: Run) {
    this.#options = options;
    this.#run = run;
  }

  async read(file: number, path: string, readingOptions: ReadingOptions): Promise<void> {
    const bytes = fileBytes(path, readingOptions);
    try {
      const head = await readHead(bytes);
      if (startOfContent(head) < 0) this.#refuse("file_empty", file);
      else if (isArchive(head)) await this.#readWorkbook(file, path, bytes);
      else await this.#readText(file, head, bytes);
    } catch (error) {
      if (!(error instanceof BrokenGzip)) throw error;
      this.#refuse("gz_broken", file);
    } finally {
      await bytes.return(undefined);
    }
  }

  finish(): void {
    this.#reader?.finish();
  }

  close(): void {
    this.#reader?.close();
  }

  async #readText(file: number, head: Uint8Array, rest: AsyncGenerator<Uint8Array>): Promise<void> {
    const reader = this.#readerOf(file, detectFormat(head), lookalikeOf(head) ?? "");
    if (reader === null) return;
    const { mostBytes } = this.#options;
    const scanner = reader.scannerOf(file, head);
    let unpacked = head.length;
    scanner.push(head);
    for await (const chunk of rest) {
      unpacked += chunk.length;
      if (unpacked > mostBytes) break;
      scanner.push(chunk);
    }
    if (unpacked > mostBytes) this.#refuse("inflated_limit", file);
    else scanner.end();
  }

  async #readWorkbook(file: number, path: string, rest: AsyncGenerator<Uint8Array>): Promise<void> {
    // Read to its end for the hash and the progress; the workbook itself is read by another process.
    for await (const _ of rest);
    // Loaded only now: what parses archives would delay the start of every import by a twentieth of a second.
    const { readWorkbook } = await import("#app/imports/call-records/workbook-records.ts");
    let empty = true;
    const faults = await readWorkbook(path, this.#options.root, {
      open: (names) => {
        empty = false;
        const table = this.#readerOf(file, formatOfTable(names), "")?.tableOf(file);
        if (table === null) this.#refuse("format_unknown", file, { reason: "" });
        return table ?? null;
      },
      otherSheet: (row, sheet) => this.#run.warnings.add("other_sheet", file, row, sheet),
    });
    for (const { code, params } of faults) this.#refuse(code, file, params);
    if (empty && faults.length === 0) this.#refuse("file_empty", file);
  }

  /** The reader of a file that was told to be in a format; null when that refuses the file. */
  #readerOf(file: number, told: Format | null, reason: string): FormatReader | null {
    const { format, mapping } = this.#options;
    const found = format === "auto" ? told : format;
    // Detail records that do not tell of waits are none of calls, whatever their columns are said to be.
    if (found === null || (found === "mapped" && reason !== "")) {
      this.#refuse("format_unknown", file, { reason });
      return null;
    }
    if (this.format !== null && found !== this.format) {
      this.#refuse("format_mixed", file);
      return null;
    }
    this.format = found;
    this.#reader ??= openReader(found, this.#run, mapping);
    return this.#reader;
  }

  #refuse(code: string, file: number, params: Fault["params"] = {}): void {
    this.#run.faults.add({ code, file, line: 1, position: -1, column: null, params });
  }
}

/** The first bytes up to the end of a line that is not blank (or as many as a line may have), without byte order mark. */
async function readHead(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.length <= longestRecord && !hasLine(head)) {
    const { value, done } = await bytes.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return withoutByteOrderMark(head);
}

function hasLine(head: Uint8Array): boolean {
  const start = startOfContent(head);
  return start >= 0 && head.includes(0x0a, start);
}
