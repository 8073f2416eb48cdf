import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { writeEvaluationCase } from "#app/services/evaluation/write-evaluation-case.ts";

export const loader = guarded("price.analyse", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const file = scored(await writeEvaluationCase(app, actor, tenderId), tenderId, request);
  return new Response(file, {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": 'attachment; filename="evaluation-case.json"',
    },
  });
});
