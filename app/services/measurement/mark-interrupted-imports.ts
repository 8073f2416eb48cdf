import type { Application } from "#app/services/application.ts";

/**
 * For the start of the server: an import that was running when the last process ended will never end by itself.
 * Nothing of it was stored; its page then says that it was interrupted and can be started again.
 */
export async function markInterruptedImports(app: Application): Promise<void> {
  await app.database.write(async (trx) => {
    await trx
      .updateTable("call_import")
      .set({ state: "interrupted", finished_us: app.now() })
      .where("state", "=", "running")
      .execute();
  });
}
