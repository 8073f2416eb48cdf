import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";

export interface ResponseWorkbookInput extends PrintedTender {
  readonly wording: Wording<"response-workbook">;
  readonly statementWording: Wording<"statements">;
  /** Answers to fill in beforehand: a vendor's draft, or null for the form that is published. */
  readonly response: Pick<ResponseContent, "answers" | "statements" | "unitPrices"> | null;
}
