import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeMeasuredFigures } from "#app/services/measurement/write-measured-figures.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Everything that was measured of a response, as tables to compute on. */
export const loader = guarded("quality.read", async ({ app, actor, params, language }) => {
  const [tenderId, responseId] = [param(params, "tenderId"), param(params, "responseId")];
  const file = expectValue(await writeMeasuredFigures(app, actor, tenderId, responseId, language));
  return download(`measured-figures.${responseId.slice(0, 8)}.${language}.xlsx`, xlsx, file);
});
