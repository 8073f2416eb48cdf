import { z } from "zod";
import { ownForm } from "#app/server/form.ts";
import type { AnswerToSave } from "#app/services/response/save-answers.ts";

const form = z.object({
  requirement: z.string(),
  seen: z.string().regex(/^\d*$/),
  values: z.array(z.string()),
  comment: z.string(),
});

/** One answer as its form sends it. */
export function answerForm(data: FormData): AnswerToSave {
  const requirement = String(data.get("requirement") ?? "");
  const { seen, values, comment } = ownForm(form, {
    requirement,
    seen: data.get("seen") ?? "",
    values: data.getAll(`answers.${requirement}`),
    comment: data.get(`comments.${requirement}`) ?? "",
  });
  return { requirement, entered: { values, comment }, seenUs: seen === "" ? null : Number(seen) };
}
