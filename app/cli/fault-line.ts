import type { Fault } from "#app/domain/fault.ts";
import { lineOfField } from "#app/imports/catalogue/yaml-file.ts";

/** A fault of a YAML file as editors and scripts like it: `file:line field code message`. Files are below `folder`. */
export async function faultLine(folder: string, { code, place, params }: Fault): Promise<string> {
  const file = place?.file ?? "";
  const field = place?.field ?? "";
  const line = place?.line ?? (await lineOfField(folder, file, field)) ?? 1;
  const message = Object.entries(params ?? {}).map(([name, value]) => `${name}: ${value}`);
  return `${[`${file}:${line}`, field || "-", code, message.join(", ")].join(" ").trimEnd()}\n`;
}
