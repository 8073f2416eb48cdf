import { spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Settings of the machine that runs the tests must not reach the command. */
const plainEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(APP_|DATABASE_URL|DATA_DIR|PORT$|HOST$|TRUST_PROXY)/.test(name),
  ),
);

/** The real command line in a process of its own, with the settings given and no others. */
export function startCli(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [path.join(root, "app/cli/main.ts"), ...args], {
    cwd: root,
    env: { ...plainEnvironment, ...settings },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

export async function runCli(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Ended> {
  const child = startCli(args, settings);
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}
