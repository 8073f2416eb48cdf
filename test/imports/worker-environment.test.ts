import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { workerEnvironment } from "#app/imports/worker-environment.ts";

it("lets only the first thread of a program compile its types", async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), "skallbor-test-"));
  const needsCompiler = async (): Promise<unknown> => {
    const worker = new Worker(path.join(import.meta.dirname, "type-stripping-worker.ts"), {
      env: workerEnvironment(root),
      execArgv: [],
    });
    const ended = once(worker, "exit");
    const [needed] = await once(worker, "message");
    await ended;
    return needed;
  };
  expect(await needsCompiler()).toBe(true);
  expect(await needsCompiler()).toBe(false);
  await rm(root, { recursive: true });
});
