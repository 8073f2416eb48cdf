import { stripTypeScriptTypes } from "node:module";
import ts from "typescript";

/** One sign or comparison of a source file turned into another. */
export interface Mutant {
  /** "file: line: from → to", with the count of the same change on the line where there are more. */
  readonly name: string;
  /** The whole file as JavaScript with the change in it. */
  readonly source: string;
}

const opposites: readonly (readonly [string, string])[] = [
  ["+", "-"],
  ["===", "!=="],
  ["&&", "||"],
  ["add", "subtract"],
  ["multiply", "divide"],
  ["smaller", "larger"],
  ["mean", "median"],
  ["one", "zero"],
  ["true", "false"],
  ["some", "every"],
  ['"higher_is_better"', '"lower_is_better"'],
];

const changes = new Map<string, readonly string[]>([
  ...opposites.flatMap(([a, b]): [string, string[]][] => [
    [a, [b]],
    [b, [a]],
  ]),
  ["<", ["<=", ">"]],
  ["<=", ["<", ">"]],
  [">", [">=", "<"]],
  [">=", [">", "<"]],
  ["isPositive", ["isZero", "isNegative"]],
  ["isNegative", ["isPositive"]],
  ["isZero", ["isPositive"]],
  ["!", [""]],
  ["0", ["1"]],
  ["1", ["0"]],
  ["1n", ["2n"]],
]);

/** Every function that a change may bring in; a file that does not import it gets the import. */
const functionsOf: Readonly<Record<string, readonly string[]>> = {
  "#app/domain/money/fraction.ts": [
    "add",
    "subtract",
    "multiply",
    "divide",
    "smaller",
    "larger",
    "one",
    "zero",
    "isPositive",
    "isNegative",
    "isZero",
  ],
  "#app/domain/statistics/average.ts": ["mean", "median"],
};

/** Every mutant of a file, in order of places. */
export function mutantsOf(file: string, typescript: string): readonly Mutant[] {
  const source = stripTypeScriptTypes(typescript);
  const seen = new Map<string, number>();
  return tokensOf(source).flatMap(({ text, start }) =>
    (changes.get(text) ?? []).map((to) => {
      const line = typescript.slice(0, start).split("\n").length - 1;
      const plain = `${file}: ${typescript.split("\n")[line]?.trim()}: ${text} → ${to || "nothing"}`;
      const count = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, count);
      const changed = `${source.slice(0, start)}${to}${source.slice(start + text.length)}`;
      return { name: count > 1 ? `${plain} (${count})` : plain, source: withImport(changed, to) };
    }),
  );
}

function withImport(source: string, name: string): string {
  const module = Object.keys(functionsOf).find((key) => functionsOf[key]?.includes(name));
  return module === undefined || importedNames(source).has(name)
    ? source
    : `import { ${name} } from "${module}";\n${source}`;
}

const importedNames = (source: string): ReadonlySet<string> =>
  new Set(
    [...source.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    ),
  );

/** Tokens outside imports; property names and keys are no places for a change. */
function tokensOf(source: string): readonly { readonly text: string; readonly start: number }[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, source);
  const tokens: { text: string; start: number; kind: ts.SyntaxKind }[] = [];
  const braces: boolean[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    // Inside a template the scanner must be told where its text goes on.
    if (kind === ts.SyntaxKind.TemplateHead) braces.push(true);
    else if (kind === ts.SyntaxKind.OpenBraceToken) braces.push(false);
    else if (kind === ts.SyntaxKind.CloseBraceToken && braces.pop() === true) {
      if (scanner.reScanTemplateToken(false) === ts.SyntaxKind.TemplateMiddle) braces.push(true);
    }
    tokens.push({ text: scanner.getTokenText(), start: scanner.getTokenStart(), kind });
  }
  let imports = 0;
  return tokens.filter(({ text, start }, i) => {
    if (text === "import") imports = source.indexOf(";", start);
    const before = tokens[i - 1]?.text;
    const after = tokens[i + 1]?.text;
    const isName = /^[a-z]\w*$/i.test(text) && text !== "true" && text !== "false";
    const isKey = isName && (after === ":" || (before === "." && text !== "some" && text !== "every"));
    const isDeclared =
      isName && (before === "const" || before === "[" || before === "let") && after !== "(" && after !== ".";
    return start > imports && !isKey && !isDeclared;
  });
}
