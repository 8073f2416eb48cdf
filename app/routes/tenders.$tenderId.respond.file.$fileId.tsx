import { fileDownload } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readOwnFile } from "#app/services/response/read-own-file.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params }) =>
  fileDownload(
    expectValue(await readOwnFile(app, actor, param(params, "tenderId"), param(params, "fileId"))),
  ),
);
