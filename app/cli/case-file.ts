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
 * Exit code 0 when all computed, 1 when a case failed, 2 for bad usage.
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
  let cases: unknown;
  try {
    cases = casesOf(JSON.parse(file === "-" ? await text(stdin) : await readFile(file, "utf8")));
  } catch (error) {
    err(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (!Array.isArray(cases)) {
    err(`${file}: neither an array of cases nor an object with "vectors"\n`);
    return 2;
  }
  let exitCode = 0;
  const answers = cases.map((unchecked: unknown) => {
    const result = computeSafely(compute, unchecked, err);
    if (!result.ok) exitCode = 1;
    return { id: idOf(unchecked), ...(result.ok ? result.value : faultAnswer(result.faults)) };
  });
  out(`${JSON.stringify(answers, null, 1)}\n`);
  return exitCode;
}

/** A defect met by one case must not take the answers of the others along. */
function computeSafely<T>(
  compute: (unchecked: unknown) => Result<T>,
  unchecked: unknown,
  err: (text: string) => void,
): Result<T> {
  try {
    return compute(unchecked);
  } catch (error) {
    err(`${String(idOf(unchecked))}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return failure({ code: "not_computed" });
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const casesOf = (json: unknown): unknown => (Array.isArray(json) ? json : field(json, "vectors"));

const idOf = (unchecked: unknown): unknown => field(unchecked, "id") ?? null;

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
