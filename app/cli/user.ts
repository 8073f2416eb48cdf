import { parseArgs } from "node:util";
import { z } from "zod";
import { settingsOf, type Terminal } from "#app/cli/settings.ts";
import { rolesOfKind } from "#app/domain/account/organisation-roles.ts";
import { translations } from "#app/i18n/translate-on-server.ts";
import { createUserAtTerminal } from "#app/services/account/create-user-at-terminal.ts";
import { openApplication, systemClock } from "#app/services/open-application.ts";

const usage =
  "usage: skallbor user create --email ADDRESS --name NAME [--role ROLE]... [--organisation NAME]\n" +
  `       ROLE is one of ${rolesOfKind.buyer.join(", ")}; --organisation is needed for the first user only\n`;

const options = {
  email: { type: "string" },
  name: { type: "string" },
  role: { type: "string", multiple: true },
  organisation: { type: "string" },
} as const;

const given = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(200),
  role: z.array(z.enum(rolesOfKind.buyer)).default([]),
  organisation: z.string().trim().max(200).default(""),
});

/** Adds a user of the buyer and prints a one-time password. Exit code 0; 1 when refused; 2 for bad usage. */
export async function user(args: string[], io: Terminal): Promise<number> {
  const input = readArguments(args);
  if (input === null) {
    io.err(usage);
    return 2;
  }
  const settings = settingsOf(io);
  if (settings === null) return 2;
  const opened = await openApplication({ ...settings, root: io.root, demo: false }, systemClock);
  if (!opened.ok) {
    io.err("the catalogue has faults; see: skallbor catalogue check\n");
    return 1;
  }
  try {
    const { role: roles, ...person } = input;
    const created = await createUserAtTerminal(opened.value, { ...person, roles });
    if (!created.ok) {
      for (const fault of created.faults) io.err(`${fault.code}: ${translations.en.fault(fault)}\n`);
      return 1;
    }
    io.out(`one-time password (7 days): ${created.value.password}\n`);
    return 0;
  } finally {
    await opened.value.database.close();
  }
}

function readArguments(args: string[]): z.infer<typeof given> | null {
  if (args[0] !== "create") return null;
  try {
    const { values } = parseArgs({ args: args.slice(1), options });
    return given.safeParse(values).data ?? null;
  } catch {
    return null;
  }
}
