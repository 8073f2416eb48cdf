import { fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { freePort } from "./free-port.ts";

/** The built product as a process of its own, on a folder of its own. */
export interface WebServer {
  readonly url: string;
  readonly dataDir: string;
  /** What the start prints for the first visitor; null where there are accounts. */
  readonly setUpCode: string | null;
  /** Moves the server's clock forwards. */
  readonly advance: (us: number) => Promise<void>;
  /** What it has logged so far. */
  readonly logged: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built server on a copy of the example or of another folder (with sign-in by one click), or on an empty
 * folder as a fresh installation is.
 */
export async function startWebServer(data: "example" | "empty" | { folder: string }): Promise<WebServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "skallbor-web-"));
  const copied = data === "empty" ? null : data === "example" ? inject("exampleFolder") : data.folder;
  if (copied !== null) await cp(copied, dataDir, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = { dataDir, port, url, demo: copied !== null };
  const child = fork(path.join(import.meta.dirname, "web-server-process.ts"), [JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let log = "";
  child.stdout?.on("data", (chunk) => (log += String(chunk)));
  child.stderr?.on("data", (chunk) => (log += String(chunk)));
  const started = await Promise.race([once(child, "message"), once(child, "exit").then(() => null)]);
  if (started === null) throw new Error(`the server does not start:\n${log}`);
  const [{ setUpCode }] = started as [{ setUpCode: string | null }];
  return {
    url,
    dataDir,
    setUpCode,
    logged: () => log,
    advance: async (us) => {
      const moved = once(child, "message");
      child.send({ us });
      await moved;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
