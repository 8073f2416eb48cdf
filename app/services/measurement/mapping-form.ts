import { type Disposition, dispositions } from "#app/domain/measurement/cell.ts";
import {
  type ColumnMapping,
  type ColumnSource,
  mappableColumns,
  stampColumns,
} from "#app/imports/call-records/column-mapping.ts";
import { type Format, formats } from "#app/imports/call-records/detect-format.ts";

/** What a form has sent, in its body or its address. */
type Sent = FormData | URLSearchParams;

const textOf = (sent: Sent, name: string): string => {
  const value = sent.get(name);
  return typeof value === "string" ? value.trim() : "";
};

export const formatOfForm = (sent: Sent): Format | "auto" =>
  ([...formats, "mapped"] as const).find((format) => format === sent.get("format")) ?? "auto";

/**
 * The mapping as it was typed, whether or not it is whole; null where no fields of a mapping were sent, or another
 * format was chosen beside them.
 */
export function mappingOfForm(sent: Sent): ColumnMapping | null {
  const format = formatOfForm(sent);
  if (sent.get("mapped") !== "yes" || (format !== "auto" && format !== "mapped")) return null;
  const header = textOf(sent, "header") !== "no";
  const time = textOf(sent, "time");
  // With or without header the columns have other names: then a new proposal is asked for.
  if (textOf(sent, "headerWas") !== textOf(sent, "header"))
    return { header, columns: {}, time, zone: null, dispositions: {} };
  const columns = Object.fromEntries(
    mappableColumns.flatMap((column) => {
      const source = sourceOf(sent, column);
      return source === null ? [] : [[column, source]];
    }),
  );
  return { header, columns, time, zone: textOf(sent, "zone") || null, dispositions: wordsOf(sent) };
}

function sourceOf(sent: Sent, column: (typeof mappableColumns)[number]): ColumnSource | null {
  const name = textOf(sent, `columns.${column}`);
  if (column === "queue" && name === "") {
    const constant = textOf(sent, "queueName");
    return constant === "" ? null : { constant };
  }
  if (name === "") return null;
  const date = stampColumns.includes(column) ? textOf(sent, "date") : "";
  return { from: date === "" ? [name] : [date, name] };
}

function wordsOf(sent: Sent): Record<string, Disposition> {
  const words: [string, Disposition][] = [];
  for (let i = 0; sent.has(`word.${i}`); i++) {
    const meaning = dispositions.find((disposition) => disposition === sent.get(`meaning.${i}`));
    if (meaning !== undefined) words.push([textOf(sent, `word.${i}`), meaning]);
  }
  return Object.fromEntries(words);
}
