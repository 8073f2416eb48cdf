import { comparisonWorkbook } from "#app/documents/comparison-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { type Application, log } from "#app/services/application.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";

/** The comparison as an Excel file; the export is logged. Faults as `evaluateResponses`. */
export async function writeComparisonWorkbook(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const compared = await evaluateResponses(app, actor, tenderId);
  if (!compared.ok) return compared;
  const { content, evaluation, input, vendors } = compared.value;
  const file = await comparisonWorkbook({
    document: {
      language,
      content,
      vocabulary: app.catalogue,
      madeAt: new Date(app.now() / 1000).toISOString(),
      evaluation,
      vendors: Object.fromEntries(vendors.map(({ response, name }) => [response, name])),
      unitPrices: Object.fromEntries(
        input.responses.map(({ id, content: { unitPrices } }) => [id, unitPrices]),
      ),
    },
    wording: await loadWording(app.root, "comparison-workbook", language),
  });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: "comparison-workbook",
      language,
      bytes: file.length,
    }),
  );
  return success(file);
}
