import { faultLine } from "#app/cli/fault-line.ts";
import type { Terminal } from "#app/cli/settings.ts";
import { checkTemplates } from "#app/documents/templates.ts";

/** `templates check`: prints every fault of the document templates. Exit code 0 without faults, 1 with. */
export async function templatesCheck(_args: string[], { root, out }: Terminal): Promise<number> {
  const faults = await checkTemplates(root);
  for (const fault of faults) out(await faultLine(root, fault));
  if (faults.length === 0) out("no faults\n");
  return faults.length === 0 ? 0 : 1;
}
