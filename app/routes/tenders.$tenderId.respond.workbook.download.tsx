import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeOwnWorkbook } from "#app/services/response/write-own-workbook.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) => {
  const workbook = expectValue(
    await writeOwnWorkbook(app, actor, param(params, "tenderId"), "answers", language),
  );
  return download(language === "sv" ? "svarsformular.xlsx" : "response-form.xlsx", xlsx, workbook);
});
