import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { settingsOf, type Terminal } from "#app/cli/settings.ts";
import type { startServer } from "#app/server/index.ts";

/** Starts the built web application with the settings of the environment. Exit code 2 when they have faults. */
export async function serve(io: Terminal, { demo }: { demo: boolean }): Promise<number> {
  const settings = settingsOf(io);
  if (settings === null) return 2;
  const build = path.join(io.root, "build/server/index.js");
  if (!existsSync(build)) {
    io.err("The web application is not built. Run: npm run build\n");
    return 2;
  }
  const server = (await import(pathToFileURL(build).href)) as { startServer: typeof startServer };
  const { address, setUpCode } = await server.startServer({ ...settings, root: io.root, demo });
  io.out(`Skallbör: ${address}\n`);
  if (setUpCode !== null) {
    io.out(`Nobody has an account yet. Open ${settings.url}/set-up with the code ${setUpCode}\n`);
    io.out(`Ingen har något konto än. Öppna ${settings.url}/set-up med koden ${setUpCode}\n`);
  }
  return 0;
}
