import type { Actor } from "#app/domain/account/actor.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";

/** The evaluation as a case file that `skallbor evaluate` recomputes without the application. */
export async function writeEvaluationCase(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<string>> {
  const compared = await evaluateResponses(app, actor, tenderId);
  if (!compared.ok) return compared;
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, { document: "evaluation-case" }),
  );
  return success(`${JSON.stringify([evaluationCaseOf(compared.value.input)], null, 2)}\n`);
}
