import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { recordTemplate } from "#app/services/records/record-template.ts";

export const loader = guarded("catalogue.read", async ({ params }) => {
  const { name, bytes } = expectValue(recordTemplate(param(params, "kind")));
  return download(name, "text/csv; charset=utf-8", bytes);
});
