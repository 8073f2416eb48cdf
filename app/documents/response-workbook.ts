import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/templates.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";

export interface ResponseWorkbookInput extends PrintedTender {
  readonly wording: Wording;
  /** Answers to fill in beforehand: a vendor's draft, or none for the form that is published. */
  readonly response: Pick<ResponseContent, "answers" | "unitPrices"> | null;
}

/** The response form as an Excel file that Excel and LibreOffice fill in. The same input gives the same bytes. */
export async function responseWorkbook(_input: ResponseWorkbookInput): Promise<Buffer> {
  throw new Error("signature only: the writer follows in the next commit");
}
