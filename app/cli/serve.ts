import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readConfiguration } from "#app/server/configuration.ts";
import type { startServer } from "#app/server/start.ts";

interface Terminal {
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Starts the built web application with the settings of the environment. Exit code 2 when they have faults. */
export async function serve({ root, out, err }: Terminal, { demo }: { demo: boolean }): Promise<number> {
  const configuration = readConfiguration(process.env, root);
  if (!configuration.ok) {
    for (const fault of configuration.faults)
      err(`${fault.place?.field}: ${fault.code} ${fault.params?.reason ?? ""}\n`);
    return 2;
  }
  const build = path.join(root, "build/server/index.js");
  if (!existsSync(build)) {
    err("The web application is not built. Run: npm run build\n");
    return 2;
  }
  const server = (await import(pathToFileURL(build).href)) as { startServer: typeof startServer };
  const address = await server.startServer({ ...configuration.value, root, demo });
  out(`Skallbör: ${address}\n`);
  return 0;
}
