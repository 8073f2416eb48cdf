import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { exportTenderArchive } from "#app/services/documents/export-tender.ts";

/** All documents and data of a tender that the reader may have, as one zip. */
export const loader = guarded("tender.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const archive = scored(await exportTenderArchive(app, actor, tenderId), tenderId, request);
  return new Response(new Uint8Array(archive), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="tender.zip"',
    },
  });
});
