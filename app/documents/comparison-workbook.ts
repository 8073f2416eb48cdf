import type { ComparisonDocument } from "#app/documents/comparison-document.ts";
import type { Wording } from "#app/documents/template-sentences.ts";

/** The comparison as an Excel file: ranking, matrix, prices, gates. The same input gives the same bytes. */
export async function comparisonWorkbook(_input: {
  readonly document: ComparisonDocument;
  readonly wording: Wording<"comparison-workbook">;
}): Promise<Buffer> {
  throw new Error("signature only: the writer follows in the next commit");
}
