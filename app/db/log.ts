import type { Writing } from "#app/db/database.ts";
import { encodeEntry, type LogEntry } from "#app/domain/log/entry.ts";

/**
 * Appends to the log inside the transaction of the act it tells of: either both are there or neither. Time in the log
 * never goes back, even when the machine's clock does.
 *
 * @returns position in the log, from 1, and the leaf hash
 */
export async function recordEvent(
  trx: Writing,
  release: string,
  entry: Omit<LogEntry, "seq">,
): Promise<{ seq: number; leaf: Buffer }> {
  const last = await trx
    .selectFrom("log")
    .select(["seq", "at_us"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const atUs = Math.max(entry.atUs, last?.at_us ?? 0);
  const { body, leaf } = encodeEntry({ ...entry, seq, atUs }, release);
  await trx
    .insertInto("log")
    .values({ seq, at_us: atUs, actor: entry.actor, kind: entry.kind, tender: entry.tender, body, leaf })
    .execute();
  return { seq, leaf };
}
