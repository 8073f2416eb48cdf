// The built server with a clock that its parent moves forwards: `startServer` as the command line calls it.
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Started, StartOptions } from "#app/server/start.ts";
import { systemClock } from "#app/services/open-application.ts";

type Given = Pick<StartOptions, "dataDir" | "port" | "url" | "demo">;

const root = path.resolve(import.meta.dirname, "../..");
const given = JSON.parse(process.argv[2] ?? "") as Given;
let aheadUs = 0;

process.on("message", ({ us }: { us: number }) => {
  aheadUs += us;
  process.send?.({ aheadUs });
});

const built = pathToFileURL(path.join(root, "build/server/index.js")).href;
const { startServer } = (await import(built)) as { startServer: (options: StartOptions) => Promise<Started> };
const started = await startServer({
  ...given,
  root,
  databaseUrl: `sqlite:${path.join(given.dataDir, "skallbor.sqlite")}`,
  host: "127.0.0.1",
  trustProxyHops: 0,
  logLevel: "info",
  now: () => systemClock() + aheadUs,
});
process.send?.({ setUpCode: started.setUpCode });
