import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import { workerEnvironment } from "#app/imports/worker-environment.ts";

afterEach(() => vi.unstubAllEnvs());

/** Whether a thread of a project under `root` has to compile its types. */
async function needsCompiler(root: string): Promise<unknown> {
  const worker = new Worker(path.join(import.meta.dirname, "type-stripping-worker.ts"), {
    env: workerEnvironment(root),
    execArgv: [],
  });
  const ended = once(worker, "exit");
  const [needed] = await once(worker, "message");
  await ended;
  return needed;
}

it("lets only the first thread of a program compile its types", async () => {
  vi.stubEnv("NODE_COMPILE_CACHE", undefined);
  const root = await mkdtemp(path.join(os.tmpdir(), "skallbor-test-"));
  expect(await needsCompiler(root)).toBe(true);
  expect(await needsCompiler(root)).toBe(false);
  await rm(root, { recursive: true });
});

it("keeps what was compiled in the folder that Node has been told, where the project cannot be written", async () => {
  const kept = await mkdtemp(path.join(os.tmpdir(), "skallbor-test-"));
  vi.stubEnv("NODE_COMPILE_CACHE", kept);
  const belowAFile = import.meta.filename;
  expect(await needsCompiler(belowAFile)).toBe(true);
  expect(await needsCompiler(belowAFile)).toBe(false);
  await rm(kept, { recursive: true });
});

it("lets threads compile their types each time where nothing can be kept", async () => {
  vi.stubEnv("NODE_COMPILE_CACHE", undefined);
  const belowAFile = import.meta.filename;
  expect(await needsCompiler(belowAFile)).toBe(true);
  expect(await needsCompiler(belowAFile)).toBe(true);
});
