import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeContractWorkbook } from "#app/services/contract/write-contract-workbook.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const loader = guarded("contract.read", async ({ app, actor, params, request, language }) => {
  const chosen = z.enum(languages).catch(language).parse(new URL(request.url).searchParams.get("lang"));
  const book = await writeContractWorkbook(app, actor, param(params, "tenderId"), chosen);
  return download(`follow-up.${chosen}.xlsx`, xlsx, expectValue(book));
});
