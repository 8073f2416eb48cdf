import path from "node:path";
import { catalogueFaultWords } from "#app/cli/catalogue-fault-words.ts";
import { faultLine } from "#app/cli/fault-line.ts";
import { checkCatalogue } from "#app/domain/catalogue/check-catalogue.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";

interface Terminal {
  /** The project's folder, which holds `requirements`. */
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * `catalogue check [FOLDER]`: prints every fault of the catalogue as `file:line field code message`.
 *
 * @returns the exit code: 0 without faults, 1 with faults, 2 for bad usage
 */
export async function catalogueCheck(args: string[], { root, out, err }: Terminal): Promise<number> {
  const [folder = path.join(root, "requirements"), ...rest] = args;
  if (rest.length > 0 || folder.startsWith("-")) {
    err("usage: skallbor catalogue check [FOLDER]\n");
    return 2;
  }
  const read = await readCatalogue(folder);
  const faults = read.ok ? checkCatalogue(read.value) : read.faults;
  for (const fault of faults) out(await faultLine(folder, fault, catalogueFaultWords));
  if (read.ok && faults.length === 0) out(`${read.value.requirements.size} requirements, no faults\n`);
  return faults.length === 0 ? 0 : 1;
}
