import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { settingsOf, type Terminal } from "#app/cli/settings.ts";
import { languages } from "#app/domain/language.ts";
import { translations } from "#app/i18n/translate-on-server.ts";
import { exportAtTerminal } from "#app/services/documents/export-at-terminal.ts";
import { openApplication, systemClock } from "#app/services/open-application.ts";

const usage =
  "usage: skallbor export TENDER --to FOLDER [--lang sv|en]\n" +
  "       TENDER is the id of a tender, or example; without --lang both languages are written\n";

const given = z.object({
  tender: z.string().min(1),
  to: z.string().min(1),
  lang: z.enum(languages).optional(),
});

/** Writes every document and the data of a tender into a folder. Exit code 0; 1 when refused; 2 for bad usage. */
export async function exportCommand(args: string[], io: Terminal): Promise<number> {
  const input = readArguments(args);
  if (input === null) {
    io.err(usage);
    return 2;
  }
  const example = input.tender === "example" ? { DATA_DIR: "data/demo" } : {};
  const settings = settingsOf(io, { ...example, ...process.env });
  if (settings === null) return 2;
  if (input.tender === "example" && !existsSync(settings.dataDir)) {
    io.err("there is no example yet; make it with: skallbor demo --no-serve\n");
    return 1;
  }
  const opened = await openApplication({ ...settings, root: io.root, demo: false }, systemClock);
  if (!opened.ok) {
    io.err("the catalogue has faults; see: skallbor catalogue check\n");
    return 1;
  }
  try {
    const chosen = input.lang === undefined ? languages : [input.lang];
    const exported = await exportAtTerminal(opened.value, input.tender, chosen);
    if (!exported.ok) {
      for (const fault of exported.faults) io.err(`${fault.code}: ${translations.en.fault(fault)}\n`);
      return 1;
    }
    const { total, files } = exported.value;
    let done = 0;
    for await (const { name, content } of files) {
      const file = path.join(input.to, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      io.out(`${file}\n`);
      done += 1;
      io.err(`${done}/${total}\n`);
    }
    return 0;
  } finally {
    await opened.value.database.close();
  }
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { to: { type: "string" }, lang: { type: "string" } },
    });
    if (positionals.length !== 1) return null;
    const read = given.safeParse({ ...values, tender: positionals[0] });
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
