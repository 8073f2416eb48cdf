import { CallRows } from "#app/imports/call-records/call-rows.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import { callColumns } from "#app/imports/call-records/columns.ts";
import {
  detectDelimiter,
  type Format,
  freeswitchDocuments,
} from "#app/imports/call-records/detect-format.ts";
import { DocumentScanner, findJson, findXml } from "#app/imports/call-records/document-scanner.ts";
import { FreeswitchReader, variablesOfJson, variablesOfXml } from "#app/imports/call-records/freeswitch.ts";
import { MappedRows, mappedLayout } from "#app/imports/call-records/mapped-rows.ts";
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

/** Reads the files of one import in one format. Files are read one after the other. */
export interface FormatReader {
  /** A scanner for a text file, given its first bytes. */
  scannerOf(file: number, head: Uint8Array): ByteScanner;
  /** What takes the records of a file that is split already, such as a sheet; null for a format that is no table. */
  tableOf(file: number): RecordSink | null;
  /** All files are read; `atEnd` false when they go on, so that calls may still end. */
  finish(atEnd?: boolean): void;
  /** To be called at the end of reading, however it ends. */
  close(): void;
}

export function openReader(format: Format, run: Run, mapping?: ColumnMapping): FormatReader {
  switch (format) {
    case "calls-csv":
      return tables((file) => new TableReader(run, file, callColumns, new CallRows(run, file)));
    case "queue-log": {
      const log = new QueueLogReader(run);
      return {
        scannerOf: (file) => new RecordScanner("|".charCodeAt(0), log.file(file), false),
        tableOf: () => null,
        finish: (atEnd = true) => log.finish(atEnd),
        close: () => log.close(),
      };
    }
    case "queue-log-table": {
      const table = new QueueLogTableReader(run);
      return tables(
        (file) => table.file(file),
        (atEnd) => table.finish(atEnd),
        () => table.close(),
      );
    }
    case "freeswitch": {
      const tableOf = (file: number): RecordSink => new FreeswitchReader(run, file).table();
      return { ...tables(tableOf), scannerOf: (file, head) => freeswitchScanner(run, file, head) };
    }
    case "3cx": {
      const records = new ThreeCxReader(run);
      return tables(
        (file) => records.file(file),
        () => records.finish(),
        () => records.close(),
      );
    }
    case "mapped": {
      if (mapping === undefined) throw new RangeError("a mapped file needs a mapping");
      const layout = mappedLayout(mapping);
      return tables(
        (file) => new TableReader(run, file, layout, new MappedRows(run, file, mapping), mapping.header),
      );
    }
  }
}

/** A format of tables, each written as text or otherwise. */
const tables = (
  tableOf: (file: number) => RecordSink,
  finish: (atEnd: boolean) => void = () => {},
  close: () => void = () => {},
): FormatReader => ({
  scannerOf: (file, head) => tableScanner(head, tableOf(file)),
  tableOf,
  finish: (atEnd = true) => finish(atEnd),
  close,
});

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
