import { mkdir } from "node:fs/promises";
import { settingsOf, type Terminal } from "#app/cli/settings.ts";
import { openDatabase } from "#app/db/open-database.ts";
import { systemClock } from "#app/services/open-application.ts";

/** Brings the database's schema up to date; a start does the same. Exit code 0, or 2 when the settings have faults. */
export async function migrate(_args: string[], io: Terminal): Promise<number> {
  const settings = settingsOf(io);
  if (settings === null) return 2;
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  const database = await openDatabase(settings.databaseUrl);
  try {
    const applied = await database.migrate(systemClock());
    io.out(applied.length === 0 ? "up to date\n" : applied.map((name) => `applied ${name}\n`).join(""));
    return 0;
  } finally {
    await database.close();
  }
}
