import type { Fault } from "#app/domain/fault.ts";
import { lineOfField } from "#app/imports/catalogue/yaml-file.ts";

/**
 * A fault of a YAML file as editors and scripts like it: `file:line field code message`. Files are below `folder`;
 * `words` are sentences by code, and what they have no hole for follows in parentheses.
 */
export async function faultLine(
  folder: string,
  { code, place, params = {} }: Fault,
  words: Readonly<Record<string, string>> = {},
): Promise<string> {
  const file = place?.file ?? "";
  const field = place?.field ?? "";
  const line = place?.line ?? (await lineOfField(folder, file, field)) ?? 1;
  return `${[`${file}:${line}`, field || "-", code, message(words[code] ?? "", params)].join(" ").trimEnd()}\n`;
}

function message(sentence: string, params: NonNullable<Fault["params"]>): string {
  const told = sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
  const rest = Object.entries(params)
    .filter(([name]) => !sentence.includes(`{${name}}`))
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
  if (rest === "") return told;
  return sentence === "" ? rest : `${told} (${rest})`;
}
