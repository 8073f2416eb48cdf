import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { weekdays } from "#app/domain/award/calendar.ts";
import type { StandstillRules } from "#app/domain/award/standstill.ts";

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const days = z.number().int().positive();

const when = z.union([
  z.strictObject({ date: monthDay }).transform(({ date }) => ({ type: "date" as const, on: date })),
  z
    .strictObject({ easter: z.number().int() })
    .transform(({ easter }) => ({ type: "easter" as const, days: easter })),
  z
    .strictObject({ first: z.enum(weekdays), from: monthDay })
    .transform(({ first, from }) => ({ type: "weekday" as const, first, from })),
]);

const schema = z.strictObject({
  standstill_days: z.strictObject({ electronic: days, other: days }),
  weekend: z.array(z.enum(weekdays)),
  free_days: z.array(
    z.strictObject({ name: z.strictObject({ sv: z.string().min(1), en: z.string().min(1) }), when }),
  ),
});

/** Reads `calendar/sweden.yml` under the project folder. Throws when the file is not as it describes itself. */
export async function readStandstillRules(root: string): Promise<StandstillRules> {
  const file = path.join(root, "calendar", "sweden.yml");
  const { standstill_days, weekend, free_days } = schema.parse(parse(await readFile(file, "utf8")));
  return { days: standstill_days, calendar: { weekend, freeDays: free_days } };
}
