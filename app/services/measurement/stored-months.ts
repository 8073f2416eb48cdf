import { cellsOf, monthSumsOf } from "#app/db/call-import.ts";
import type { Reading } from "#app/db/database.ts";
import { type Month, monthsFromSums } from "#app/domain/measurement/months.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** The months of a queue, or of all together (`*`), of stored imports that count together. */
export async function storedMonths(
  db: Reading,
  importIds: readonly string[],
  queue: string,
  zone: Zone,
): Promise<Month[]> {
  const sums = await monthSumsOf(db, importIds, queue);
  return monthsFromSums(queue, await cellsOf(db, importIds, queue), sums, zone);
}
