import { createServer } from "node:net";
import path from "node:path";
import { startWebApplication } from "#app/cli/serve.ts";
import { settingsOf, type Terminal } from "#app/cli/settings.ts";
import type { Configuration } from "#app/server/configuration.ts";
import { makeDemoDatabase } from "#app/services/example/make-demo-database.ts";
import type { Progress } from "#app/services/example/make-example.ts";
import { readOwnCatalogue, systemClock } from "#app/services/open-application.ts";

const usage = "usage: skallbor demo [--no-serve]\n";

/**
 * Makes the example tender in its own data folder, unless it is there, and serves it on this machine only: anyone may
 * sign in as anybody there. Exit code 0; 1 when it cannot be made or started; 2 for bad usage or settings.
 */
export async function demo(args: string[], io: Terminal): Promise<number> {
  if (args.some((arg) => arg !== "--no-serve")) {
    io.err(usage);
    return 2;
  }
  const settings = settingsOf(io, {
    DATA_DIR: "data/demo",
    LOG_LEVEL: "warn",
    ...process.env,
    HOST: "127.0.0.1",
    DATABASE_URL: undefined,
    DATABASE_URL_FILE: undefined,
  });
  if (settings === null) return 2;
  if (!(await makeIfMissing(io, settings))) return 1;
  if (args.includes("--no-serve")) return 0;

  const port = await freePort(settings.port);
  const url = process.env.APP_URL === undefined ? `http://${settings.host}:${port}` : settings.url;
  return await startWebApplication(io, { ...settings, port, url }, true);
}

const steps: Readonly<Record<Parameters<Progress>[0], string>> = {
  people: "1/6 an invented municipality sets up its people",
  contract: "2/6 they conclude a contract on an earlier tender",
  tender: "3/6 they draft a tender and publish it",
  responses: "4/6 three invented vendors answer, with call records, and submit",
  evaluation: "5/6 responses are opened, scored, agreed on, and prices opened",
  others: "6/6 one more tender is published, another one begun",
};

async function makeIfMissing(io: Terminal, { dataDir, url }: Configuration): Promise<boolean> {
  const catalogue = await readOwnCatalogue(io.root);
  if (!catalogue.ok) {
    io.err("the catalogue has faults; see: skallbor catalogue check\n");
    return false;
  }
  const startedMs = performance.now();
  const made = await makeDemoDatabase(
    catalogue.value,
    { root: io.root, dataDir, url, demo: true },
    path.join(dataDir, "skallbor.sqlite"),
    systemClock,
    (step) => io.out(`${steps[step]}\n`),
  );
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (made === "foreign") {
    io.err(`${dataDir} holds an installation without the example. Choose another folder: DATA_DIR=…\n`);
    return false;
  }
  io.out(
    made === "made"
      ? `The example is ready in ${dataDir} (${seconds} s)\n`
      : `The example is in ${dataDir}\n`,
  );
  return true;
}

const mostTries = 100;

/** The first port from this one on that nobody listens at; whoever tries the demo should not have to choose one. */
async function freePort(first: number): Promise<number> {
  for (let port = first; port < Math.min(first + mostTries, 65_536); port++) {
    const free = await probe(port);
    if (free !== null) return free;
  }
  return first;
}

function probe(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const found = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}
