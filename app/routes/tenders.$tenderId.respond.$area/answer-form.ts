import { z } from "zod";
import type { AnswerToSave } from "#app/services/response/save-answers.ts";

const form = z.object({
  requirement: z.string(),
  seen: z.string().regex(/^\d*$/),
  values: z.array(z.string()),
  comment: z.string(),
});

/** One answer as its form sends it. A form that is not ours throws: no person can fill it in so. */
export function answerForm(data: FormData): AnswerToSave {
  const requirement = String(data.get("requirement") ?? "");
  const { seen, values, comment } = form.parse({
    requirement,
    seen: data.get("seen") ?? "",
    values: data.getAll(`answers.${requirement}`),
    comment: data.get(`comments.${requirement}`) ?? "",
  });
  return { requirement, entered: { values, comment }, seenUs: seen === "" ? null : Number(seen) };
}
