export interface ExportedFile {
  /** With its folder, such as `sv/evaluation-report.docx`. */
  readonly name: string;
  readonly content: Buffer;
}
