import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeOwnWorkbook } from "#app/services/response/write-own-workbook.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) => {
  const sheet = expectValue(
    await writeOwnWorkbook(app, actor, param(params, "tenderId"), "prices", language),
  );
  return download(language === "sv" ? "prisbilaga.xlsx" : "price-sheet.xlsx", xlsx, sheet);
});
