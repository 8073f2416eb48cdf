import { settingsOf, type Terminal } from "#app/cli/settings.ts";

/** Shows the settings that a start would use, or everything that is wrong with them. Exit code 0 or 1. */
export async function configCheck(_args: string[], io: Terminal): Promise<number> {
  const settings = settingsOf(io);
  if (settings === null) return 1;
  for (const [name, value] of Object.entries(settings)) {
    io.out(`${name}: ${name === "databaseUrl" ? withoutPassword(String(value)) : value}\n`);
  }
  return 0;
}

const withoutPassword = (url: string) => url.replace(/^(\w+:\/\/[^:/@]+):[^@]*@/, "$1:…@");
