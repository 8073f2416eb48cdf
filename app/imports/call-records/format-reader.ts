import { CallsCsvReader } from "#app/imports/call-records/calls-csv.ts";
import { detectDelimiter, type Format } from "#app/imports/call-records/detect-format.ts";
import { QueueLogReader } from "#app/imports/call-records/queue-log.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import type { Run } from "#app/imports/call-records/run.ts";

/** Reads the files of one import in one format. */
export interface FormatReader {
  /** A scanner for a file, given its first bytes. Files are read one after the other. */
  scannerOf(file: number, head: Uint8Array): RecordScanner;
  /** All files are read; `atEnd` false when they go on, so that calls may still end. */
  finish(atEnd?: boolean): void;
}

export function openReader(format: Format, run: Run): FormatReader {
  switch (format) {
    case "calls-csv":
      return {
        scannerOf: (file, head) =>
          new RecordScanner(detectDelimiter(head).charCodeAt(0), new CallsCsvReader(run, file)),
        finish: () => {},
      };
    case "queue-log": {
      const log = new QueueLogReader(run);
      return {
        scannerOf: (file) => new RecordScanner("|".charCodeAt(0), log.file(file), false),
        finish: (atEnd = true) => log.finish(atEnd),
      };
    }
  }
}
