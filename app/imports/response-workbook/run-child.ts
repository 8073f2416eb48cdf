import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { childLimits, longSheet } from "#app/imports/response-workbook/child-limits.ts";
import { childLine, type SheetRow } from "#app/imports/response-workbook/sheet-row.ts";
import { slots } from "#app/imports/slots.ts";

const inSlot = slots(childLimits.atOnce);

/** Bytes of a memory page, in which Linux counts what a process holds. */
const pageBytes = 4096;

/**
 * Has a child process read the workbook and gives its rows. The child has a small heap, may read only the program and
 * this one file, may write nothing, and is killed when it grows or lasts too long.
 */
export async function rowsFromChild(
  path: string,
  root: string,
  signal?: AbortSignal,
): Promise<Result<readonly SheetRow[]>> {
  return await inSlot(() => runChild(path, root, signal));
}

async function runChild(
  path: string,
  root: string,
  signal: AbortSignal | undefined,
): Promise<Result<readonly SheetRow[]>> {
  signal?.throwIfAborted();
  const child = startChild(path, root, childLimits.rows);
  const watch = watchChild(child, childLimits.milliseconds, signal);
  try {
    const output = await outputOf(child, watch);
    signal?.throwIfAborted();
    return watch.fault === null ? rowsOf(output) : failure(watch.fault);
  } finally {
    watch.stop(null);
    await watch.ended;
  }
}

/**
 * As `rowsFromChild`, for sheets as long as a program can write: each row is given as soon as it is read and none is
 * kept. Ends with the fault for which it stopped, or null. The child ends when no more rows are asked for.
 */
export async function* streamFromChild(path: string, root: string): AsyncGenerator<SheetRow, Fault | null> {
  const child = startChild(path, root, longSheet.rows);
  const watch = watchChild(child, longSheet.milliseconds, undefined);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const said = parseLine(line);
      if (said === null) continue;
      if (!("end" in said)) yield said;
      else if (said.end === "complete") return null;
      else return { code: "workbook_too_many_rows", params: { limit: longSheet.rows } };
    }
    await watch.ended;
    return watch.fault ?? { code: "workbook_unreadable" };
  } finally {
    watch.stop(null);
    await watch.ended;
  }
}

/** The child reads nothing from its input, but ends when that closes: with whoever started it. */
const startChild = (path: string, root: string, mostRows: number) =>
  spawn(
    process.execPath,
    [
      `--max-old-space-size=${childLimits.heapMegabytes}`,
      "--permission",
      `--allow-fs-read=${join(root, "app")}`,
      `--allow-fs-read=${join(root, "node_modules")}`,
      `--allow-fs-read=${join(root, "package.json")}`,
      `--allow-fs-read=${path}`,
      join(root, "app/imports/response-workbook/child.ts"),
      path,
      String(mostRows),
    ],
    { cwd: root, env: { NODE_NO_WARNINGS: "1" }, stdio: ["pipe", "pipe", "ignore"] },
  );

interface Watch {
  /** Why the child was killed; null while it was not. */
  fault: Fault | null;
  readonly ended: Promise<void>;
  /** Kills the child unless it has ended. */
  readonly stop: (fault: Fault | null) => void;
}

function watchChild(child: ChildProcess, milliseconds: number, signal: AbortSignal | undefined): Watch {
  const stop = (fault: Fault | null): void => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    watch.fault ??= fault;
    child.kill("SIGKILL");
  };
  const onAbort = (): void => stop(null);
  signal?.addEventListener("abort", onAbort, { once: true });
  const time = setTimeout(() => stop({ code: "workbook_takes_too_long" }), milliseconds);
  const memory = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > childLimits.residentBytes) stop({ code: "workbook_takes_too_much_memory" });
    });
  }, childLimits.watchEveryMilliseconds);
  const ended = new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(time);
      clearInterval(memory);
      signal?.removeEventListener("abort", onAbort);
      resolve();
    };
    child.once("close", (_, signalName) => {
      // How the runtime dies when its heap is full.
      if (signalName === "SIGABRT") watch.fault ??= { code: "workbook_takes_too_much_memory" };
      done();
    });
    child.once("error", done);
  });
  const watch: Watch = { fault: null, ended, stop };
  return watch;
}

/** Memory that a process holds; 0 where the system does not tell (not Linux), so that the heap limit alone holds. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(pages.split(" ")[1] ?? 0) * pageBytes;
}

/** What the child writes until it ends, as long as that stays within bounds. */
async function outputOf(child: ChildProcess, watch: Watch): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > childLimits.outputBytes) watch.stop({ code: "workbook_too_much_content" });
    else chunks.push(chunk);
  });
  await watch.ended;
  return Buffer.concat(chunks).toString("utf8");
}

/** The rows that the child has said; a fault when it stopped before its end. */
function rowsOf(output: string): Result<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for (const line of output.split("\n")) {
    const said = parseLine(line);
    if (said === null) continue;
    if (!("end" in said)) rows.push(said);
    else if (said.end === "complete") return success(rows);
    else return failure({ code: "workbook_too_many_rows", params: { limit: childLimits.rows } });
  }
  return failure({ code: "workbook_unreadable" });
}

function parseLine(line: string): SheetRow | { readonly end: string } | null {
  try {
    return childLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
