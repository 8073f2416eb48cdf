import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { fileCount } from "#app/components/archive-progress.ts";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { exportTenderArchive } from "#app/services/documents/export-tender.ts";

/** All documents and data of a tender that the reader may have, as one zip: each is sent when it is written. */
export const loader = guarded("tender.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { total, pieces } = scored(await exportTenderArchive(app, actor, tenderId), tenderId, request);
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="tender.zip"',
      [fileCount]: String(total),
    },
  });
});
