import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { CaseTerminal } from "#app/cli/case-file.ts";
import { recomputeSimulation } from "#app/services/laboratory/recompute-simulation.ts";
import { readTenderFile } from "#app/services/tender/read-tender-file.ts";

const usage =
  "usage: skallbor simulate TENDER.json\n" +
  "       TENDER.json is a content.json or draft.json as the program writes them; - is standard input\n";

/**
 * Draws the markets of a tender's recorded simulation again and prints its figures beside the recorded ones, as JSON.
 * Without a recorded one, it simulates as the application does at first. Exit code 0 when they agree or none were
 * recorded, 1 when they do not or the file is no tender that can be simulated, 2 for bad usage.
 */
export async function simulateCommand(args: string[], { out, err, stdin }: CaseTerminal): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1 || (file.startsWith("-") && file !== "-")) {
    err(usage);
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await buffer(stdin) : await readFile(file);
  } catch (error) {
    err(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const tender = readTenderFile(bytes);
  const recomputed = tender.ok ? recomputeSimulation(tender.value.draft) : tender;
  if (!recomputed.ok) {
    for (const { code, place } of recomputed.faults) err(`${place?.field ?? "-"} ${code}\n`);
    return 1;
  }
  out(`${JSON.stringify(recomputed.value, null, 2)}\n`);
  return recomputed.value.agrees === false ? 1 : 0;
}
