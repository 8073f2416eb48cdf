import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import { freePort } from "../support/free-port.ts";
import type { WebServer } from "../support/web-server.ts";

const program = resolve(import.meta.dirname, "../support/web-server-process.ts");

/** The built server on a copy of the example, which may be killed and started again at the same address. */
export interface KillableServer extends WebServer {
  readonly start: () => Promise<void>;
  /** SIGKILL: it has no time to finish anything. */
  readonly kill: () => Promise<void>;
}

/** A folder and an address; nothing runs until `start`. */
export async function killableServer(): Promise<KillableServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "skallbor-killable-"));
  await cp(inject("exampleFolder"), dataDir, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let log = "";
  const kill = async () => {
    if (child === null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    child = null;
  };
  return {
    url,
    dataDir,
    setUpCode: null,
    logged: () => log,
    start: async () => {
      child = fork(program, [JSON.stringify({ dataDir, port, url, demo: true })], {
        stdio: ["ignore", "pipe", "inherit", "ipc"],
      });
      child.stdout?.on("data", (chunk) => (log += String(chunk)));
      await once(child, "message");
    },
    kill,
    advance: async (us) => {
      if (child === null) throw new Error("the server does not run");
      const moved = once(child, "message");
      child.send({ us });
      await moved;
    },
    stop: async () => {
      await kill();
      await rm(dataDir, { recursive: true });
    },
  };
}
