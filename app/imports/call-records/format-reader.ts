import { CallRows } from "#app/imports/call-records/call-rows.ts";
import { callColumns } from "#app/imports/call-records/columns.ts";
import {
  detectDelimiter,
  type Format,
  freeswitchDocuments,
} from "#app/imports/call-records/detect-format.ts";
import { DocumentScanner, findJson, findXml } from "#app/imports/call-records/document-scanner.ts";
import { FreeswitchReader, variablesOfJson, variablesOfXml } from "#app/imports/call-records/freeswitch.ts";
import { QueueLogReader } from "#app/imports/call-records/queue-log.ts";
import { QueueLogTableReader } from "#app/imports/call-records/queue-log-table.ts";
import { RecordScanner, type RecordSink } from "#app/imports/call-records/record-scanner.ts";
import type { Run } from "#app/imports/call-records/run.ts";
import { TableReader } from "#app/imports/call-records/table-reader.ts";
import { ThreeCxReader } from "#app/imports/call-records/three-cx.ts";

/** Takes the bytes of a file, in any chunks. */
export interface ByteScanner {
  push(chunk: Uint8Array): void;
  end(): void;
}

/** Reads the files of one import in one format. */
export interface FormatReader {
  /** A scanner for a file, given its first bytes. Files are read one after the other. */
  scannerOf(file: number, head: Uint8Array): ByteScanner;
  /** All files are read; `atEnd` false when they go on, so that calls may still end. */
  finish(atEnd?: boolean): void;
}

export function openReader(format: Format, run: Run): FormatReader {
  switch (format) {
    case "calls-csv":
      return {
        scannerOf: (file, head) =>
          tableScanner(head, new TableReader(run, file, callColumns, new CallRows(run, file))),
        finish: () => {},
      };
    case "queue-log": {
      const log = new QueueLogReader(run);
      return {
        scannerOf: (file) => new RecordScanner("|".charCodeAt(0), log.file(file), false),
        finish: (atEnd = true) => log.finish(atEnd),
      };
    }
    case "queue-log-table": {
      const table = new QueueLogTableReader(run);
      return {
        scannerOf: (file, head) => tableScanner(head, table.file(file)),
        finish: (atEnd = true) => table.finish(atEnd),
      };
    }
    case "freeswitch":
      return { scannerOf: (file, head) => freeswitchScanner(run, file, head), finish: () => {} };
    case "3cx": {
      const records = new ThreeCxReader(run);
      return {
        scannerOf: (file, head) => tableScanner(head, records.file(file)),
        finish: () => records.finish(),
      };
    }
  }
}

function freeswitchScanner(run: Run, file: number, head: Uint8Array): ByteScanner {
  const reader = new FreeswitchReader(run, file);
  switch (freeswitchDocuments(head)) {
    case "json":
      return new DocumentScanner(findJson, reader.documents(variablesOfJson));
    case "xml":
      return new DocumentScanner(findXml, reader.documents(variablesOfXml));
    case null:
      return tableScanner(head, reader.table());
  }
}

const tableScanner = (head: Uint8Array, sink: RecordSink): RecordScanner =>
  new RecordScanner(detectDelimiter(head).charCodeAt(0), sink);
