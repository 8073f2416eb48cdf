import { type ShownCell, tableCsv } from "#app/components/table-csv.ts";
import type { Language } from "#app/domain/language.ts";

/** Hands the table that stands in the same frame as the button to the browser as a CSV file. */
export function saveTable(button: Element, caption: string, language: Language): void {
  const table = button.closest("[data-table-frame]")?.querySelector("table");
  if (table === null || table === undefined) return;
  const rows = [...table.rows].map((row) => [...row.cells].map(shownIn));
  const file = new Blob([tableCsv(rows, language)], { type: "text/csv" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${caption.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "table"}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

const shownIn = (cell: HTMLTableCellElement): ShownCell => ({
  text: textOf(cell).replace(/\s+/gu, " ").trim(),
  numeric: cell.classList.contains("numeric"),
});

/** Words as they are read: what is typed in fields too, what is there for the eye alone not. */
function textOf(node: Node): string {
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
    return node.type === "checkbox" || node.type === "radio" ? "" : node.value;
  }
  if (node instanceof HTMLSelectElement) return node.selectedOptions[0]?.text ?? "";
  if (node instanceof Element && node.getAttribute("aria-hidden") === "true") return "";
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  const parts = [...node.childNodes].map(textOf);
  return node instanceof HTMLElement && getComputedStyle(node).display !== "inline"
    ? ` ${parts.join("")} `
    : parts.join("");
}
