import path from "node:path";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Requirement } from "#app/domain/catalogue/requirement.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";

export const root = path.join(import.meta.dirname, "../..");
export const catalogueFolder = path.join(root, "requirements");

/** The catalogue that the product ships. */
export async function shippedCatalogue(): Promise<Catalogue> {
  const read = await readCatalogue(catalogueFolder);
  if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 2));
  return read.value;
}

export function requirementOf(catalogue: Catalogue, id: string): Requirement {
  const requirement = catalogue.requirements.get(id);
  if (requirement === undefined) throw new Error(`no requirement ${id}`);
  return requirement;
}
