import type { Actor } from "#app/domain/account/actor.ts";
import type { Fault } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";

/** Failed uploads are kept in the log, with their codes: who could not hand in must be able to show it. */
export async function logRejectedUpload(
  app: Application,
  actor: Actor,
  tenderId: string,
  where: { readonly response: string; readonly slot: string },
  faults: readonly Fault[],
): Promise<void> {
  const code = [...new Set(faults.map((fault) => fault.code))].join(" ");
  await app.database.write((trx) => log(app, trx, actor, "upload.reject", tenderId, { ...where, code }));
}
