import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A data folder with the example in it; each server gets a copy. */
    readonly exampleFolder: string;
  }
}

const root = path.resolve(import.meta.dirname, "../..");

/** Builds the product when its sources have changed, and makes the example once for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-example-"));
  // A test run's own environment would make the build one for development.
  const env = { ...process.env, NODE_ENV: "production", DATA_DIR: folder };
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], env });
  node("bootstrap.cjs", "build");
  node("app/cli/main.ts", "demo", "--no-serve");
  project.provide("exampleFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
