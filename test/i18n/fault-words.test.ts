import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { languages } from "#app/domain/language.ts";

const folder = path.resolve(import.meta.dirname, "../../app/i18n");

/** Every code, as often as an area of the interface has words for it. */
async function codesOf(language: string): Promise<string[]> {
  const files = (await readdir(path.join(folder, language))).filter((name) => name !== "messages.ts");
  const areas: { faults?: Record<string, string> }[] = await Promise.all(
    files.map((name) => import(path.join(folder, language, name))),
  );
  return areas.flatMap(({ faults = {} }) => Object.keys(faults));
}

it.each(languages)(
  "a fault has its words once, or the last area would hide those before it: %s",
  async (language) => {
    const codes = await codesOf(language);
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  },
);
