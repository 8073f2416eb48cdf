import { readBeginning } from "#app/imports/call-records/beginning.ts";
import { withoutByteOrderMark } from "#app/imports/call-records/byte-order-mark.ts";
import { detectFormat } from "#app/imports/call-records/detect-format.ts";
import { BrokenGzip, fileBytes } from "#app/imports/call-records/file-bytes.ts";
import type { RecordFile } from "#app/imports/call-records/read-call-records.ts";
import {
  type IntervalOptions,
  IntervalReader,
  type IntervalReading,
  mostRowsOfReport,
} from "#app/imports/interval/interval-reader.ts";
import { findLayout, type Layout, recordsSearched } from "#app/imports/interval/layout.ts";
import { type TableRecord, tableRecords } from "#app/imports/records/table-file.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";
import { sheetRecords } from "#app/imports/sheet/sheet-records.ts";

const delimiters = [",", ";", "\t"] as const;
/** A title, the filters and the header fit in this. */
const headBytes = 64 * 1024;
/** As many rows as a report may have, of 160 bytes each. */
const mostBytesOfReport = 128 * 1024 * 1024;

/** Whether a file looks like an interval report, and not like call records; an Excel file by its first sheet. */
export async function isIntervalReport({ path }: RecordFile, root: string): Promise<boolean> {
  const content = await contentOf(path, headBytes);
  if (content === null) return false;
  const head = content.bytes;
  if (!isArchive(head)) return detectFormat(head) === null && intervalRecords(head).layout !== null;
  const beginning = await readBeginning(path, root);
  return beginning.ok && beginning.value.told === null;
}

/**
 * Reads all files as one import: a fault anywhere means that there is no report. `root` is the project folder, from
 * which Excel files are parsed in a process of their own; a text that is longer than `mostBytes` when unpacked has the
 * fault `inflated_limit`. Throws when a file is not there.
 */
export async function readIntervalReport(
  files: readonly RecordFile[],
  {
    root,
    mostBytes = mostBytesOfReport,
    ...options
  }: IntervalOptions & { readonly root: string; readonly mostBytes?: number },
): Promise<IntervalReading> {
  const reader = new IntervalReader(options);
  const most = (options.mostRows ?? mostRowsOfReport) + recordsSearched + 1;
  for (const { path, name } of files) {
    const content = await contentOf(path, mostBytes);
    if (content === null) reader.refuse(name, [{ code: "gz_broken" }]);
    else if (!isArchive(content.bytes)) {
      const { records, layout } = intervalRecords(content.bytes, most);
      if (content.goesOn && records.length < most) reader.refuse(name, [{ code: "inflated_limit" }]);
      else reader.file(name, records, layout);
    } else {
      const sheets = await sheetRecords(path, root);
      if (sheets.ok) {
        const records = sheets.value.find((sheet) => findLayout(sheet) !== null) ?? sheets.value[0] ?? [];
        reader.file(name, records, findLayout(records));
      } else reader.refuse(name, sheets.faults);
    }
  }
  return reader.finish();
}

/** Up to `most` records by the delimiter with which a header is found; titles above it may suggest another. */
export function intervalRecords(
  content: Uint8Array,
  most?: number,
): {
  readonly records: readonly TableRecord[];
  readonly layout: Layout | null;
} {
  const head = content.subarray(0, headBytes);
  const delimiter = delimiters.find(
    (each) => findLayout(tableRecords(head, { delimiter: each, most: recordsSearched })) !== null,
  );
  const records = tableRecords(content, { delimiter, ...(most === undefined ? {} : { most }) });
  return { records, layout: findLayout(records) };
}

/** Up to `most` bytes, unpacked, and whether there are more; null for a file that cannot be unpacked. */
async function contentOf(
  path: string,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly goesOn: boolean } | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of fileBytes(path)) {
      chunks.push(chunk.slice());
      size += chunk.length;
      if (size > most) break;
    }
  } catch (error) {
    if (!(error instanceof BrokenGzip)) throw error;
    return null;
  }
  return { bytes: withoutByteOrderMark(Buffer.concat(chunks).subarray(0, most)), goesOn: size > most };
}
