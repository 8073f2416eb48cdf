import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeDraftFile } from "#app/services/tender/write-draft-file.ts";

/** The draft as a file, for another installation or for safe keeping. */
export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  download(
    "draft.json",
    "application/json",
    expectValue(await writeDraftFile(app, actor, param(params, "tenderId"))),
  ),
);
