import path from "node:path";

/**
 * The environment of a worker thread whose program is a source file of the project under `root`. What Node makes of its
 * types is kept where `NODE_COMPILE_CACHE` says, else beside the packages, so that only the first thread ever needs the
 * compiler for it, which is WebAssembly: a second one starts in half the time, and ending threads while they compile
 * WebAssembly can end the whole process (V8 "Check failed: jit_page.has_value()", nodejs/node#64500). Where the folder
 * cannot be written, Node goes without.
 */
export const workerEnvironment = (root: string): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/compiled"),
  ...process.env,
});
