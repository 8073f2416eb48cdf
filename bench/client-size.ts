import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { languages } from "#app/domain/language.ts";
import { textsAt, textsPath } from "#app/i18n/texts.ts";

/**
 * How much script each page sends, gzipped: the entry, the list of all pages, the routes from the root down to the page
 * with everything they import. The texts come apart from it, as JSON. Reads the build; prints the heaviest pages first.
 */
const client = path.resolve(import.meta.dirname, "../build/client");
const limit = 130_000;

interface Module {
  readonly module: string;
  readonly imports?: readonly string[];
}
interface Manifest {
  readonly entry: Module;
  readonly routes: Readonly<Record<string, Module & { readonly id: string; readonly parentId?: string }>>;
}

const assets = await readdir(path.join(client, "assets"));
const manifestFile = assets.find((name) => name.startsWith("manifest-"));
if (manifestFile === undefined) throw new Error("there is no build; run npm run build");
const source = await readFile(path.join(client, "assets", manifestFile), "utf8");
const manifest = JSON.parse(source.slice(source.indexOf("{"), source.lastIndexOf("}") + 1)) as Manifest;

const sizes = new Map<string, number>();
for (const name of assets.filter((file) => file.endsWith(".js"))) {
  sizes.set(`/assets/${name}`, gzipSync(await readFile(path.join(client, "assets", name))).length);
}

function filesOf(id: string): string[] {
  const route = manifest.routes[id];
  if (route === undefined) return [];
  const own = [route.module, ...(route.imports ?? [])];
  return route.parentId === undefined ? own : [...filesOf(route.parentId), ...own];
}

const rows = Object.values(manifest.routes).map(({ id }) => {
  const files = new Set([
    `/assets/${manifestFile}`,
    manifest.entry.module,
    ...(manifest.entry.imports ?? []),
    ...filesOf(id),
  ]);
  const bytes = [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  return { page: id.replace(/^routes\//, ""), bytes, within: bytes < limit };
});
console.table(rows.sort((a, b) => b.bytes - a.bytes));
for (const language of languages) {
  const json = textsAt(textsPath(language)) ?? "";
  console.log(`texts ${language}: ${gzipSync(json).length} bytes gzip, cached for a year`);
}
