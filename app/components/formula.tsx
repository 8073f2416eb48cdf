const symbols: Readonly<Record<string, string>> = {
  "*": "\u2009·\u2009",
  "-": "\u2212",
  ">=": "≥",
  "<=": "≤",
  "!=": "≠",
};

/** Comparisons, multiplication, and a minus between short symbols; a hyphen within a word ("logged-in") stays. */
const operators = />=|<=|!=|\s*\*\s*|\s-\s|(?<=\b\w{1,2}|\))-(?=\w{1,2}\b)/g;

/** A formula as people write it: multiplication as a dot, minus as minus. Only the look changes. */
export function Formula({ text }: { readonly text: string }) {
  const written = text.replace(operators, (sign) =>
    sign === " - " ? " \u2212 " : (symbols[sign.trim()] ?? sign),
  );
  return <code className="break-words font-mono text-sm">{written}</code>;
}
