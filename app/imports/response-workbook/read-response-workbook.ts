import { resolve } from "node:path";
import type { Result } from "#app/domain/fault.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import { interpretRows } from "#app/imports/response-workbook/interpret-rows.ts";
import { rowsFromChild } from "#app/imports/response-workbook/run-child.ts";
import type { WorkbookReading } from "#app/imports/response-workbook/workbook-reading.ts";

export interface WorkbookContext {
  /** Folder of the project: the child process is run from its source there. */
  readonly root: string;
  readonly content: TenderContent;
  /** Id of the tender that the workbook must belong to. */
  readonly tender: string;
  /** Hex SHA-256 of the content that is in force. */
  readonly contentSha256: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads a response workbook that a vendor has sent back. Never parses the file in this process. Fails as a whole only
 * when the file is hostile or no workbook of this tender; a faulty cell is a fault of the reading. Throws the
 * signal's reason when it is aborted.
 */
export async function readResponseWorkbook(
  path: string,
  { root, signal, ...expected }: WorkbookContext,
): Promise<Result<WorkbookReading>> {
  const faults = await checkArchive(path, "xlsx", signal);
  if (faults.length > 0) return { ok: false, faults };
  const rows = await rowsFromChild(resolve(path), root, signal);
  return rows.ok ? interpretRows(rows.value, expected) : rows;
}
