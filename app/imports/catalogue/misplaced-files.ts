import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Area, areas } from "#app/domain/catalogue/requirement.ts";
import type { Fault } from "#app/domain/fault.ts";

const subfolders: readonly string[] = [...areas, "metrics", "traps", "profiles"];
const topFiles: readonly string[] = [
  "README.md",
  "areas.yml",
  "records.yml",
  "sources.yml",
  "standards.yml",
  "vocabulary.yml",
];

/** A misnamed folder or file would otherwise be left out in silence. */
export async function unexpectedFiles(folder: string): Promise<readonly Fault[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return [];
    const file = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/");
    const [first = "", name, ...deeper] = file.split("/");
    const expected =
      name === undefined
        ? topFiles.includes(first)
        : subfolders.includes(first) && deeper.length === 0 && name.endsWith(".yml");
    return expected ? [] : [{ code: "file_unexpected", place: { file } }];
  });
}

/** A requirement file that was copied into another area without a new name. */
export function repeatedIds(
  folders: readonly { readonly area: Area; readonly read: readonly (readonly [string, unknown])[] }[],
): readonly Fault[] {
  const seen = new Set<string>();
  return folders.flatMap(({ area, read }) =>
    read.flatMap(([id]) => {
      if (seen.has(id)) return [{ code: "id_repeated", place: { file: `${area}/${id}.yml` } }];
      seen.add(id);
      return [];
    }),
  );
}
