import { createHash, timingSafeEqual } from "node:crypto";
import { anyAccount } from "#app/db/account.ts";
import type { Reading, Writing } from "#app/db/database.ts";
import { oneTimeCode } from "#app/services/account/one-time-code.ts";
import type { Application } from "#app/services/application.ts";

const key = "set_up_code_sha256";
const hashOf = (code: string) =>
  createHash("sha256")
    .update(code.toLowerCase().replace(/[^0-9a-z]/g, ""))
    .digest("hex");

/**
 * The code that lets the first visitor make the administrator: only who reads the start's output has it, so nobody
 * else can take a fresh installation. New at each start; null once there is an account. Only its hash is stored.
 */
export async function newSetUpCode(app: Application): Promise<string | null> {
  return await app.database.write(async (trx) => {
    if (await anyAccount(trx)) return null;
    const code = oneTimeCode();
    await trx.deleteFrom("setting").where("key", "=", key).execute();
    await trx
      .insertInto("setting")
      .values({ key, value: hashOf(code) })
      .execute();
    return code;
  });
}

export async function isSetUpCode(db: Reading, code: string): Promise<boolean> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  return row !== undefined && timingSafeEqual(Buffer.from(row.value), Buffer.from(hashOf(code)));
}

export async function forgetSetUpCode(trx: Writing): Promise<void> {
  await trx.deleteFrom("setting").where("key", "=", key).execute();
}

/** False until the first administrator has been made. */
export const isSetUp = (app: Application): Promise<boolean> => anyAccount(app.database.read);
