import path from "node:path";

// Before anything uses the pool of threads: password hashes and files share it.
process.env.UV_THREADPOOL_SIZE ??= "16";

const io = {
  root: path.resolve(import.meta.dirname, "../.."),
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  stdin: process.stdin,
};

interface Command {
  readonly usage: string;
  readonly does: string;
  /** Loads the command's own modules only: each start should cost what it needs. */
  readonly load: () => Promise<(args: string[], terminal: typeof io) => Promise<number>>;
}

/** By the words that name them. */
const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    serve: {
      usage: "",
      does: "serve the web application",
      load: async () => (await import("#app/cli/serve.ts")).serve,
    },
    demo: {
      usage: "[--no-serve]",
      does: "make the example tender in DATA_DIR (data/demo) and serve it",
      load: async () => (await import("#app/cli/demo.ts")).demo,
    },
    evaluate: {
      usage: "CASES.json",
      does: "recompute evaluation cases",
      load: async () => (await import("#app/cli/evaluate.ts")).evaluateCommand,
    },
    statistics: {
      usage: "CASES.json",
      does: "intervals, sample sizes and agreement",
      load: async () => (await import("#app/cli/statistics.ts")).statisticsCommand,
    },
    staffing: {
      usage: "CASES.json",
      does: "Erlang B, C and A; needed agents and trunks",
      load: async () => (await import("#app/cli/staffing.ts")).staffingCommand,
    },
    availability: {
      usage: "CASES.json",
      does: "allowed and actual downtime",
      load: async () => (await import("#app/cli/availability.ts")).availabilityCommand,
    },
    measure: {
      usage: "FILE... [options]",
      does: "key figures, verdicts and traps of call records",
      load: async () => (await import("#app/cli/measure.ts")).measureCommand,
    },
    "catalogue check": {
      usage: "[FOLDER]",
      does: "every fault of the catalogue of requirements",
      load: async () => (await import("#app/cli/catalogue-check.ts")).catalogueCheck,
    },
    "templates check": {
      usage: "",
      does: "every fault of the document templates",
      load: async () => (await import("#app/cli/templates-check.ts")).templatesCheck,
    },
    export: {
      usage: "TENDER --to FOLDER [--lang sv|en]",
      does: "every document and the data of a tender",
      load: async () => (await import("#app/cli/export.ts")).exportCommand,
    },
    lint: {
      usage: "TENDER.json [--lang sv|en]",
      does: "what both linters say of a tender file",
      load: async () => (await import("#app/cli/lint.ts")).lintCommand,
    },
    simulate: {
      usage: "TENDER.json",
      does: "draw the simulated markets of a tender's model again",
      load: async () => (await import("#app/cli/simulate.ts")).simulateCommand,
    },
    "user create": {
      usage: "--email ADDRESS --name NAME [--role ROLE]...",
      does: "add a user with a one-time password",
      load: async () => {
        const { user } = await import("#app/cli/user.ts");
        return (args, terminal) => user(["create", ...args], terminal);
      },
    },
    migrate: {
      usage: "",
      does: "bring the database's schema up to date",
      load: async () => (await import("#app/cli/migrate.ts")).migrate,
    },
    "config check": {
      usage: "",
      does: "show the settings of the environment or what is wrong with them",
      load: async () => (await import("#app/cli/config-check.ts")).configCheck,
    },
  } satisfies Record<string, Command>),
);

function usage(): string {
  const lines = [...commands].map(([name, { usage, does }]) => ({ call: `${name} ${usage}`.trim(), does }));
  const width = Math.max(...lines.map(({ call }) => call.length));
  return `usage: skallbor COMMAND\n\n${lines.map(({ call, does }) => `  ${call.padEnd(width)}  ${does}\n`).join("")}`;
}

/** Exit code of the command; 2 when there is no such command. */
async function run(words: string[]): Promise<number> {
  const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((words) => commands.has(words));
  const command = commands.get(name ?? "");
  if (name === undefined || command === undefined) return unknown(words);
  const args = words.slice(name.split(" ").length);
  if (command.usage === "" && args.length > 0) {
    io.err(`usage: skallbor ${name}\n`);
    return 2;
  }
  return await (await command.load())(args, io);
}

function unknown([first, ...rest]: string[]): number {
  if (first === "help" || first === "--help" || first === "-h") {
    io.out(usage());
    return 0;
  }
  if (first !== undefined) io.err(`unknown command: ${[first, ...rest].join(" ")}\n\n`);
  io.err(usage());
  return 2;
}

process.exitCode = await run(process.argv.slice(2));
