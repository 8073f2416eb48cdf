import type { RequestHandler } from "express";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import type { Application } from "#app/services/application.ts";
import { roomFault } from "#app/services/response/incoming-file.ts";
import { filesWithoutBlob } from "#app/services/response/tidy-blobs.ts";

const withinMs = 1000;

/**
 * Ready: the writer answers within a second and there is room for submits. Why not is told to this machine only, and
 * so is a file that is lost: submits are taken all the same.
 */
export const readiness =
  (app: Application): RequestHandler =>
  async (request, response) => {
    const reasons = await whyNotReady(app);
    const ready = reasons.length === 0;
    const local = request.socket.remoteAddress === request.socket.localAddress;
    const told = local ? [...reasons, ...(ready ? await alarms(app) : [])] : [];
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(`${[ready ? "ready" : "not ready", ...told].join("\n")}\n`);
  };

async function whyNotReady(app: Application): Promise<string[]> {
  const late = new Promise<"late">((resolve) => setTimeout(resolve, withinMs, "late").unref());
  const written = app.database
    .write((trx) => trx.selectFrom("setting").select("key").limit(1).execute())
    .then(() => "written" as const)
    .catch(() => "failed" as const);
  const writer = await Promise.race([written, late]);
  const full = await roomFault(app);
  return [
    ...(writer === "written"
      ? []
      : [`database_writer_${writer}: no write transaction within ${withinMs} ms`]),
    ...(full === null
      ? []
      : [`disk_full: less than ${uploadLimits.freeBytes} bytes free, uploads are refused`]),
  ];
}

async function alarms(app: Application): Promise<string[]> {
  const lost = await filesWithoutBlob(app);
  return lost.length === 0
    ? []
    : [`files_without_blob: ${lost.length} files are lost, restore them from a backup: ${lost.join(", ")}`];
}
