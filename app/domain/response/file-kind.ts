import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";

/** What a file of each allowed kind begins with; null for text, which must not look like a program or picture. */
const beginnings = {
  pdf: ["25504446"],
  docx: ["504b0304"],
  xlsx: ["504b0304"],
  png: ["89504e470d0a1a0a"],
  jpg: ["ffd8ff"],
  jpeg: ["ffd8ff"],
  csv: null,
  txt: null,
} as const satisfies Record<string, readonly string[] | null>;

type Kind = keyof typeof beginnings;
const fileKinds = Object.keys(beginnings) as readonly Kind[];

/** Word and Excel files that may carry programs, and the formats before 2007. */
const office = new Set([
  "doc",
  "xls",
  "ppt",
  "dot",
  "xlt",
  "docm",
  "xlsm",
  "xlsb",
  "dotm",
  "xltm",
  "pptm",
  "rtf",
]);

export const longestName = 200;

/** The bare name of a file as a person knows it: no folders, no control characters, not longer than its limit. */
export function plainFileName(name: string): string {
  const bare = name.split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  const clean = bare.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "").trim();
  if (clean.length <= longestName) return clean;
  const extension = extensionOf(clean);
  return `${clean.slice(0, longestName - extension.length - 1)}.${extension}`;
}

/**
 * Whether a file may be a proof, by its name and its first bytes; both must agree.
 * Faults: `file_of_old_office` (with advice), `file_kind_not_allowed`, `file_not_what_it_says`, `file_empty`,
 * `archive_locked_or_old`.
 */
export function fileKind(name: string, head: Uint8Array): Result<Kind> {
  const extension = extensionOf(name);
  const params = { name, kinds: fileKinds.join(", ") };
  const refuse = (code: string): { ok: false; faults: readonly Fault[] } => failure({ code, params });
  if (office.has(extension)) return refuse("file_of_old_office");
  if (!isKind(extension)) return refuse("file_kind_not_allowed");
  if (head.length === 0) return refuse("file_empty");
  const hex = Buffer.from(head).toString("hex");
  // What a password turns a Word or Excel file into.
  if ((extension === "docx" || extension === "xlsx") && hex.startsWith("d0cf11e0")) {
    return refuse("archive_locked_or_old");
  }
  const wanted = beginnings[extension];
  const fits = wanted === null ? isText(head, hex) : wanted.some((beginning) => hex.startsWith(beginning));
  return fits ? success(extension) : refuse("file_not_what_it_says");
}

const extensionOf = (name: string): string => /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";

const isKind = (extension: string): extension is Kind => Object.hasOwn(beginnings, extension);

/** UTF-16 with its mark, or no NUL at all; never what another kind begins with, nor a program (MZ, ELF). */
function isText(head: Uint8Array, hex: string): boolean {
  const taken = ["4d5a", "7f454c46", "d0cf11e0", ...Object.values(beginnings).flatMap((some) => some ?? [])];
  if (taken.some((beginning) => hex.startsWith(beginning))) return false;
  return hex.startsWith("fffe") || hex.startsWith("feff") || !head.includes(0);
}
