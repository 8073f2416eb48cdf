import { fileDownload } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readOpenedFile } from "#app/services/opening/read-opened-file.ts";

export const loader = guarded("quality.read", async ({ app, actor, params }) =>
  fileDownload(
    expectValue(await readOpenedFile(app, actor, param(params, "tenderId"), param(params, "fileId"))),
  ),
);
