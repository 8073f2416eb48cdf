import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { settingsOf, type Terminal } from "#app/cli/settings.ts";
import type { Configuration } from "#app/server/configuration.ts";
import type { Started, StartOptions } from "#app/server/start.ts";
import { systemClock } from "#app/services/open-application.ts";

/** Starts the built web application with the settings of the environment. Exit code 1, or 2 when they have faults. */
export async function serve(_args: string[], io: Terminal): Promise<number> {
  const settings = settingsOf(io);
  return settings === null ? 2 : await startWebApplication(io, settings, false);
}

interface BuiltServer {
  readonly startServer: (options: StartOptions) => Promise<Started>;
}

/** Exit code 0 as soon as it listens: the server then keeps the process alive. 1 when it cannot be started. */
export async function startWebApplication(
  io: Terminal,
  settings: Configuration,
  demo: boolean,
): Promise<number> {
  const build = path.join(io.root, "build/server/index.js");
  if (!existsSync(build)) {
    io.err("The web application is not built. Run: npm run build\n");
    return 1;
  }
  // React and the router choose by it, when they are loaded, between what is fast and what helps to develop.
  process.env.NODE_ENV ??= "production";
  const { startServer } = (await import(pathToFileURL(build).href)) as BuiltServer;
  let started: Started;
  try {
    started = await startServer({ ...settings, root: io.root, demo, now: systemClock });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
    io.err(`Port ${settings.port} is taken. Choose another one: PORT=${settings.port + 1}\n`);
    return 1;
  }
  const { address, setUpCode } = started;
  io.out(`Skallbör: ${address}\n`);
  if (setUpCode !== null) {
    io.out(`Nobody has an account yet. Open ${settings.url}/set-up with the code ${setUpCode}\n`);
    io.out(`Ingen har något konto än. Öppna ${settings.url}/set-up med koden ${setUpCode}\n`);
  }
  return 0;
}
