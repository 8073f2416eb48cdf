import { failure, type Result, success } from "#app/domain/fault.ts";
import { withoutByteOrderMark } from "#app/imports/call-records/byte-order-mark.ts";
import {
  detectFormat,
  type Format,
  formatOfTable,
  freeswitchDocuments,
  headRecords,
  type Lookalike,
  lookalikeOf,
  startOfContent,
} from "#app/imports/call-records/detect-format.ts";
import { BrokenGzip, fileBytes } from "#app/imports/call-records/file-bytes.ts";
import type { FormatReader } from "#app/imports/call-records/format-reader.ts";
import type { RecordFields } from "#app/imports/call-records/record-scanner.ts";
import { fieldTexts } from "#app/imports/call-records/table-reader.ts";
import { readWorkbook } from "#app/imports/call-records/workbook-records.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";

/** The beginning of a file, before it is decided in which format it is read. */
interface Beginning {
  /** The format by the content, or null. */
  readonly told: Format | null;
  readonly lookalike: Lookalike | null;
  /** Its first records as texts; none when it is no table. */
  readonly records: readonly (readonly string[])[];
  /** Whether the file goes on. */
  readonly partial: boolean;
  /** Has a reader read it; false when the reader cannot read such a file at all. */
  readonly feed: (reader: FormatReader) => boolean;
}

const mostBytes = 256 * 1024;
const mostRows = 500;

/** The first 256 kB of a text, or the first rows of a workbook. Faults: `file_empty`, `gz_broken`, those of workbooks. */
export async function readBeginning(path: string, root: string): Promise<Result<Beginning>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of fileBytes(path)) {
      chunks.push(chunk.slice());
      size += chunk.length;
      if (size > mostBytes) break;
    }
  } catch (error) {
    if (!(error instanceof BrokenGzip)) throw error;
    return failure({ code: "gz_broken" });
  }
  const head = withoutByteOrderMark(Buffer.concat(chunks).subarray(0, mostBytes));
  if (startOfContent(head) < 0) return failure({ code: "file_empty" });
  return isArchive(head) ? await ofWorkbook(path, root) : success(ofText(head, size > mostBytes));
}

function ofText(head: Uint8Array, partial: boolean): Beginning {
  return {
    told: detectFormat(head),
    lookalike: lookalikeOf(head),
    records: freeswitchDocuments(head) === null ? headRecords(head, Number.POSITIVE_INFINITY) : [],
    partial,
    feed: (reader) => {
      const scanner = reader.scannerOf(0, head);
      scanner.push(head);
      if (!partial) scanner.end();
      return true;
    },
  };
}

async function ofWorkbook(path: string, root: string): Promise<Result<Beginning>> {
  const rows: RecordFields[] = [];
  const record = (row: RecordFields): void => {
    const { bytes, fields, line, isUtf8 } = row;
    const [starts, ends] = [row.starts.slice(0, fields), row.ends.slice(0, fields)];
    rows.push({ bytes, starts, ends, fields, line, isUtf8 });
  };
  const enough = (): boolean => rows.length >= mostRows;
  const sink = { open: () => ({ record, brokenRecord: () => {} }), otherSheet: () => {} };
  const faults = await readWorkbook(path, root, sink, enough);
  if (faults.length > 0) return failure(...faults);
  const records = rows.map(fieldTexts);
  if (records[0] === undefined) return failure({ code: "file_empty" });
  return success({
    told: formatOfTable(records[0]),
    lookalike: null,
    records,
    partial: enough(),
    feed: (reader) => {
      const table = reader.tableOf(0);
      for (const row of rows) table?.record(row);
      return table !== null;
    },
  });
}
