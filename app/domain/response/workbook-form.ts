import type { AnswerOption } from "#app/domain/catalogue/requirement.ts";
import type { Language } from "#app/domain/language.ts";
import { type Statement, statements } from "#app/domain/response/statement.ts";
import type { PriceItem, TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * The contract between the response workbook that we write and the one that comes back. Everything that reading
 * relies on stands in hidden cells with these words, so that a vendor may rename sheets, sort rows or add columns.
 */

/** First cell of the manifest sheet; the rows below are key and value. */
export const manifestMarker = "skallbor:response-workbook:1";
export const manifestKeys = ["tender", "contentSha256", "language", "version", "part"] as const;
export type ManifestKey = (typeof manifestKeys)[number];

/**
 * Prices come in a file of their own, which stays closed with the price part: whoever fills in or prints the answers
 * need not have the prices before them.
 */
export const workbookParts = ["answers", "prices"] as const;
export type WorkbookPart = (typeof workbookParts)[number];

/** Words of a hidden row that says what the columns of a sheet hold. */
export const columnKeys = {
  row: "skallbor:row",
  answer: "skallbor:answer",
  comment: "skallbor:comment",
} as const;

export const yesNoWords: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = {
  sv: { yes: "Ja", no: "Nej" },
  en: { yes: "Yes", no: "No" },
};

/** One row to fill in. A choice of several options is one yes-or-no row per option. */
export type FormRow =
  | { readonly kind: "requirement"; readonly row: string; readonly requirement: TenderRequirement }
  | {
      readonly kind: "option";
      readonly row: string;
      readonly requirement: TenderRequirement;
      readonly option: AnswerOption;
    }
  | { readonly kind: "statement"; readonly row: string; readonly statement: Statement }
  | { readonly kind: "price"; readonly row: string; readonly item: PriceItem };

/** Rows that one requirement is answered in. */
export function requirementRows(
  requirement: TenderRequirement,
): ReadonlyArray<Extract<FormRow, { readonly kind: "requirement" | "option" }>> {
  const { answer, id } = requirement;
  if (answer.type === "choice" && answer.multiple) {
    return answer.options.map((option) => ({
      kind: "option",
      row: `requirement:${id}#${option.value}`,
      requirement,
      option,
    }));
  }
  return [{ kind: "requirement", row: `requirement:${id}`, requirement }];
}

export const priceRow = (item: PriceItem): FormRow => ({ kind: "price", row: `price:${item.id}`, item });

export const statementRow = (statement: Statement): FormRow => ({
  kind: "statement",
  row: `statement:${statement.id}`,
  statement,
});

/** Every row of one part of the form, by its hidden id. */
export function formRows(content: TenderContent, part: WorkbookPart): ReadonlyMap<string, FormRow> {
  const rows =
    part === "prices"
      ? content.priceItems.map(priceRow)
      : [...statements.map(statementRow), ...content.requirements.flatMap(requirementRows)];
  return new Map(rows.map((row) => [row.row, row]));
}
