import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { writeComparisonWorkbook } from "#app/services/evaluation/write-comparison-workbook.ts";

export const loader = guarded("price.analyse", async ({ app, actor, params, request, language }) => {
  const tenderId = param(params, "tenderId");
  const file = scored(await writeComparisonWorkbook(app, actor, tenderId, language), tenderId, request);
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="comparison.${language}.xlsx"`,
    },
  });
});
