import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type Fault, failure, type Result } from "#app/domain/fault.ts";

export interface CaseTerminal {
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
}

/**
 * Runs every case of a file: an array, or an object with `vectors`; "-" is standard input. Prints an array of
 * `{id, …answer}`; a faulty case gives `{id, error: {code, path, message}, faults}` and the others still run.
 * Exit code 0 when all computed, 1 when a case failed, 2 for bad usage, which a file without cases is too.
 */
export async function runCases(
  args: readonly string[],
  { out, err, stdin }: CaseTerminal,
  compute: (unchecked: unknown) => Result<Readonly<Record<string, unknown>>>,
): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) {
    err("usage: one file of cases, or - for standard input\n");
    return 2;
  }
  const cases = await readCases(file, stdin);
  if ("code" in cases) {
    err(`${file}: ${cases.code}: ${cases.message}\n`);
    return 2;
  }
  let exitCode = 0;
  const answers = cases.map((unchecked: unknown) => {
    const id = idOf(unchecked);
    const fault = idFault(unchecked, id);
    const result = computeSafely(compute, unchecked, err);
    if (result.ok && fault === null) return { id, ...result.value };
    exitCode = 1;
    return { id, ...faultAnswer([...(fault ? [fault] : []), ...(result.ok ? [] : result.faults)]) };
  });
  out(`${JSON.stringify(answers, null, 1)}\n`);
  return exitCode;
}

interface NoCases {
  readonly code: "not_readable" | "empty_file" | "not_json" | "not_a_list_of_cases";
  readonly message: string;
}

async function readCases(file: string, stdin: NodeJS.ReadableStream): Promise<readonly unknown[] | NoCases> {
  let content: string;
  try {
    content = file === "-" ? await text(stdin) : await readFile(file, "utf8");
  } catch (error) {
    return { code: "not_readable", message: messageOf(error) };
  }
  if (content.trim() === "") return { code: "empty_file", message: "there is nothing in it" };
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { code: "not_json", message: messageOf(error) };
  }
  const cases = Array.isArray(json) ? json : field(json, "vectors");
  if (Array.isArray(cases)) return cases;
  return { code: "not_a_list_of_cases", message: 'neither an array of cases nor an object with "vectors"' };
}

/** In one line, also where it quotes the file. */
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");

/** A defect met by one case must not take the answers of the others along. */
function computeSafely<T>(
  compute: (unchecked: unknown) => Result<T>,
  unchecked: unknown,
  err: (text: string) => void,
): Result<T> {
  try {
    return compute(unchecked);
  } catch (error) {
    err(`${idOf(unchecked)}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return failure({ code: "not_computed" });
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

/** Null for what cannot name a case; only a text is written back. */
function idOf(unchecked: unknown): string | null {
  const id = field(unchecked, "id");
  return typeof id === "string" && id !== "" ? id : null;
}

/** An answer names its case, so a case without a name has none. Two of one name are told apart by their places. */
function idFault(unchecked: unknown, id: string | null): Fault | null {
  const isCase = typeof unchecked === "object" && unchecked !== null && !Array.isArray(unchecked);
  if (id !== null || !isCase) return null;
  const given = field(unchecked, "id") ?? undefined;
  return { code: given === undefined ? "missing_field" : "not_a_text", place: { field: "id" } };
}

function faultAnswer(faults: readonly Fault[]) {
  const described = faults.map(({ code, place }) => {
    const path = place?.field ?? "";
    return {
      code,
      path,
      message: `${code.replaceAll("_", " ")} at ${path === "" ? "the case itself" : path}`,
    };
  });
  return { error: described[0], faults: described };
}
