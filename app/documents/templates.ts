import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type TemplateName, templateSentences, type Wording } from "#app/documents/template-sentences.ts";
import type { Fault, Result } from "#app/domain/fault.ts";
import { type Language, languages } from "#app/domain/language.ts";

const templateNames = Object.keys(templateSentences) as TemplateName[];
const placeholder = /\{([^{}]*)\}/g;

/** Puts values into the `{placeholders}` of a sentence. Throws when a value is missing: the check has let none through. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(placeholder, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for the placeholder {${name}} in "${sentence}"`);
    return value;
  });
}

/**
 * Reads `templates/<name>.<language>.yml` under the project folder, written there by people who know law and not code.
 * Throws when the file has a fault: `checkTemplates` lists them.
 */
export async function loadWording<N extends TemplateName>(
  root: string,
  name: N,
  language: Language,
): Promise<Wording<N>> {
  const read = await readTemplate(root, name, language);
  if (!read.ok) throw new Error(`templates/${name}.${language}.yml: ${JSON.stringify(read.faults)}`);
  return read.value;
}

/** Every fault of every template, with file and field: missing file or sentence, unknown sentence, wrong placeholder. */
export async function checkTemplates(root: string): Promise<readonly Fault[]> {
  const pairs = templateNames.flatMap((name) => languages.map((language) => ({ name, language })));
  const read = await Promise.all(pairs.map(({ name, language }) => readTemplate(root, name, language)));
  return read.flatMap((result) => (result.ok ? [] : result.faults));
}

async function readTemplate<N extends TemplateName>(
  root: string,
  name: N,
  language: Language,
): Promise<Result<Wording<N>>> {
  const file = `templates/${name}.${language}.yml`;
  const fault = (code: string, field?: string, params?: Fault["params"]): Fault => ({
    code,
    place: field === undefined ? { file } : { file, field },
    ...(params && { params }),
  });
  let found: unknown;
  try {
    found = parse(await readFile(join(root, file), "utf8"));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { ok: false, faults: [fault(missing ? "template_missing" : "template_not_yaml")] };
  }
  if (typeof found !== "object" || found === null) return { ok: false, faults: [fault("template_empty")] };
  const sentences = new Map<string, unknown>(Object.entries(found));
  const expected = new Map<string, readonly string[]>(Object.entries(templateSentences[name]));
  const faults: Fault[] = [...sentences.keys()]
    .filter((key) => !expected.has(key))
    .map((key) => fault("template_sentence_unknown", key));
  for (const [key, placeholders] of expected) {
    const sentence = sentences.get(key);
    if (typeof sentence !== "string" || sentence.trim() === "") {
      faults.push(fault("template_sentence_missing", key));
      continue;
    }
    const used = new Set([...sentence.matchAll(placeholder)].map((match) => match[1] ?? ""));
    for (const one of used) {
      if (!placeholders.includes(one)) faults.push(fault("placeholder_unknown", key, { placeholder: one }));
    }
    for (const one of placeholders) {
      if (!used.has(one)) faults.push(fault("placeholder_missing", key, { placeholder: one }));
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: found as Wording<N> };
}
