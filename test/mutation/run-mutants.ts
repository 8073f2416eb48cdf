import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { publishedCases } from "../domain/evaluation/published-cases.ts";
import { ruleCases } from "../domain/evaluation/rule-cases/rule-cases.ts";
import { shownFields } from "../domain/evaluation/shown-fields.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { mutatedFiles } from "./mutated-files.ts";

const root = path.resolve(import.meta.dirname, "../..");
const evaluation = pathToFileURL(path.join(root, "app/domain/evaluation/")).href;

const explained = new URL("../domain/evaluation/explained.ts", import.meta.url).href;

/** What stands in for the mutated file; a new generation of the engine is loaded for each mutant. */
let current: { readonly url: string; readonly source: string; readonly generation: number } | null = null;

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    if (current === null || !resolved.url.startsWith(evaluation)) return resolved;
    return { ...resolved, url: `${resolved.url}?generation=${current.generation}` };
  },
  load(url, context, next) {
    const [file] = url.split("?");
    if (current === null || file !== current.url) return next(url, context);
    return { format: "module", source: current.source, shortCircuit: true };
  },
});

type Compute = (unchecked: unknown) => {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly faults?: unknown;
};

/** Without the fields that are undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const cases = [...publishedCases, ...ruleCases];

/** A mutant is killed when a case gives another answer, or a formula with its numbers another value, or anything throws. */
async function isKilled(file: string, { source }: Mutant, generation: number): Promise<boolean> {
  current = { url: pathToFileURL(path.join(root, file)).href, source, generation };
  const load = (url: string) => import(`${url}?generation=${generation}`);
  try {
    const { computeCase }: { computeCase: Compute } = await load(`${evaluation}evaluation-case.ts`);
    const differs = cases.some((unchecked) => {
      const result = computeCase(unchecked);
      const answer = result.ok ? result.value : { faults: result.faults };
      return !isDeepStrictEqual(plain(shownFields(answer, unchecked.expected)), plain(unchecked.expected));
    });
    if (differs) return true;
    const { contradictions }: typeof import("../domain/evaluation/explained.ts") = await load(explained);
    return cases.some((unchecked) => (contradictions(unchecked) ?? []).length > 0);
  } catch {
    return true;
  } finally {
    current = null;
  }
}

/** Run by itself it tells every mutant that survives; "0 3" runs the first third. */
const [part = "0", parts = "1"] = process.argv.slice(2);
const survivors: string[] = [];
let [generation, count] = [0, 0];
for (const file of mutatedFiles(root)) {
  for (const mutant of mutantsOf(file, readFileSync(path.join(root, file), "utf8"))) {
    generation += 1;
    if (generation % Number(parts) !== Number(part)) continue;
    count += 1;
    if (!(await isKilled(file, mutant, generation))) survivors.push(mutant.name);
  }
}
process.stdout.write(`${JSON.stringify({ count, survivors }, null, 1)}\n`);
