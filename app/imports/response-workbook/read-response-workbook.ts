import type { Result } from "#app/domain/fault.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
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
 * when the file is hostile or no workbook of this tender; a faulty cell is a fault of the reading.
 */
export async function readResponseWorkbook(
  _path: string,
  _context: WorkbookContext,
): Promise<Result<WorkbookReading>> {
  throw new Error("signature only: the reader follows in the next commit");
}
