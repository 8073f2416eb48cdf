export interface ExportedFile {
  /** With its folder, such as `sv/evaluation-report.docx`. */
  readonly name: string;
  readonly content: Buffer;
}

/** A file that is written when its turn comes. */
export interface PlannedFile {
  readonly name: string;
  readonly write: () => Promise<Buffer> | Buffer;
}

/** What belongs to an export and may be read has been settled; its files are written one after another. */
export interface TenderExport {
  readonly total: number;
  readonly files: AsyncIterable<ExportedFile>;
}

/** What was there when the export was planned: nothing of a published tender goes away. */
export function written(content: Buffer | null): Buffer {
  if (content === null) throw new Error("a file of an export is no longer there");
  return content;
}
