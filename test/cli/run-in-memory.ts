import { Readable } from "node:stream";
import type { evaluateCommand } from "#app/cli/evaluate.ts";

/** A command on cases from standard input, in this process. */
export async function runInMemory(command: typeof evaluateCommand, args: string[], stdin = "") {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    root: "/",
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    stdin: Readable.from([stdin]),
  };
  return { code: await command(args, io), out: out.join(""), err: err.join("") };
}
