import path from "node:path";
import { serve } from "#app/cli/serve.ts";

process.env.UV_THREADPOOL_SIZE ??= "16";

const root = path.resolve(import.meta.dirname, "../..");
const io = {
  root,
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

const commands: Record<string, (args: string[], terminal: typeof io) => Promise<number>> = {
  serve: (_args, terminal) => serve(terminal, { demo: false }),
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  io.err(`usage: skallbor ${Object.keys(commands).join(" | ")}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await command(args, io);
}
