import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeOwnMeasuredFigures } from "#app/services/measurement/write-measured-figures.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) => {
  const file = expectValue(await writeOwnMeasuredFigures(app, actor, param(params, "tenderId"), language));
  return download(`measured-figures.${language}.xlsx`, xlsx, file);
});
