import { open } from "node:fs/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { Fault } from "#app/domain/fault.ts";
import { archiveLimits } from "#app/imports/office-archive/archive-limits.ts";
import { ContentScan } from "#app/imports/office-archive/content-scan.ts";
import { slots } from "#app/imports/slots.ts";

export type OfficeKind = "docx" | "xlsx";

/** The part without which an archive is not of its kind. */
const mainPart = { docx: "word/document.xml", xlsx: "xl/workbook.xml" } as const satisfies Record<
  OfficeKind,
  string
>;

const inSlot = slots(archiveLimits.atOnce);

const symbolicLink = 0o120000;
const fileTypeMask = 0o170000;
/** An OLE container: a file of Office 2003 or older, or one that is locked with a password. */
const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const zipMagic = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Names of entries that neither a response form nor a proof needs, with the fault that each is. */
const forbiddenNames: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)vbaProject\.bin$/i, "archive_has_macros"],
  [/^xl\/externalLinks\//i, "archive_has_external_links"],
  [/(^|\/)embeddings\//i, "archive_has_embedded_objects"],
  [/(^|\/)activeX\//i, "archive_has_embedded_objects"],
  [/\.(zip|xlsx|xlsm|xlsb|docx|docm|pptx|jar|7z|gz|rar)$/i, "archive_nested"],
];

/**
 * Looks through a Word or Excel file without keeping any of it, so that a file that is made to harm reaches neither a
 * parser nor the person who will open it. Gives the faults that refuse the file; empty when it may be kept. Inflates
 * in streams, a piece at a time: memory stays flat and other requests are served in between.
 */
export async function checkArchive(
  path: string,
  kind: OfficeKind,
  signal?: AbortSignal,
): Promise<readonly Fault[]> {
  return await inSlot(() => check(path, kind, signal));
}

async function check(
  path: string,
  kind: OfficeKind,
  signal: AbortSignal | undefined,
): Promise<readonly Fault[]> {
  const start = await firstBytes(path);
  if (start.size > archiveLimits.file) {
    return [{ code: "file_too_large", params: { bytes: archiveLimits.file } }];
  }
  if (start.bytes.equals(oleMagic)) return [{ code: "archive_locked_or_old" }];
  if (!start.bytes.equals(zipMagic)) return [{ code: `archive_not_${kind}` }];
  let archive: ZipFile;
  try {
    archive = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false });
  } catch {
    return [{ code: "archive_unreadable" }];
  }
  try {
    return await checkEntries(archive, kind, signal);
  } catch (error) {
    signal?.throwIfAborted();
    // yauzl refuses absolute and `..` names itself, by an error in words only.
    const unsafe =
      error instanceof Error && /relative path|absolute path|invalid characters/.test(error.message);
    return [{ code: unsafe ? "archive_entry_name_unsafe" : "archive_unreadable" }];
  } finally {
    archive.close();
  }
}

async function firstBytes(path: string): Promise<{ readonly size: number; readonly bytes: Buffer }> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return { size: (await file.stat()).size, bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

async function checkEntries(
  archive: ZipFile,
  kind: OfficeKind,
  signal: AbortSignal | undefined,
): Promise<readonly Fault[]> {
  if (archive.entryCount > archiveLimits.entries) {
    return [{ code: "archive_too_many_entries", params: { limit: archiveLimits.entries } }];
  }
  const faults = new Map<string, Fault>();
  const names = new Set<string>();
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    signal?.throwIfAborted();
    const found = entryFaults(entry);
    if (names.has(entry.fileName)) found.push("archive_unreadable");
    names.add(entry.fileName);
    for (const code of found) faults.set(code, { code, params: { entry: entry.fileName } });
    if (names.size > archiveLimits.entries) {
      return [{ code: "archive_too_many_entries", params: { limit: archiveLimits.entries } }];
    }
    if (found.length > 0 || entry.fileName.endsWith("/")) continue;
    const scan = new ContentScan(entry.fileName, entry.compressedSize, archiveLimits.total - total);
    const stream = await archive.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      signal?.throwIfAborted();
      const code = scan.take(chunk as Buffer);
      if (code !== null) {
        stream.destroy();
        return [...faults.values(), { code, params: { entry: entry.fileName } }];
      }
    }
    const code = scan.end();
    if (code !== null) faults.set(code, { code, params: { entry: entry.fileName } });
    total += scan.bytes;
  }
  if (faults.size === 0 && !(names.has("[Content_Types].xml") && names.has(mainPart[kind]))) {
    return [{ code: `archive_not_${kind}` }];
  }
  return [...faults.values()];
}

function entryFaults(entry: Entry): string[] {
  const codes = forbiddenNames.filter(([name]) => name.test(entry.fileName)).map(([, code]) => code);
  if (entry.isEncrypted()) codes.push("archive_encrypted");
  else if (!entry.canDecodeFileData()) codes.push("archive_unreadable");
  if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink)
    codes.push("archive_entry_is_link");
  return codes;
}
