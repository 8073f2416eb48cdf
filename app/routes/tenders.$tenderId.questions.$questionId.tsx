import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { CheckField, SelectField } from "#app/components/choice-field.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDate, formatDay } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { readForm, refusedForm } from "#app/server/form.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { publishAnswer } from "#app/services/questions/publish-answer.ts";
import { readQuestion } from "#app/services/questions/read-question.ts";

export const loader = guarded("question.answer", async ({ app, actor, params }) =>
  expectValue(await readQuestion(app, actor, param(params, "tenderId"), param(params, "questionId"))),
);

const words = z.string({ error: "required" }).trim().max(10_000, "too_long");
const form = z.object({
  "question.sv": words,
  "question.en": words,
  "answer.sv": words,
  "answer.en": words,
  lateReason: z.string().max(2000, "too_long").default(""),
  addendum: z.string().default(""),
  namesAllowed: z.string().optional(),
});

export const action = guarded("question.answer", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { result, values } = await readForm(request, form);
  if (!result.ok) return refusedForm(result.faults, values);
  const sent = result.value;
  const published = await publishAnswer(app, actor, tenderId, param(params, "questionId"), {
    question: { sv: sent["question.sv"], en: sent["question.en"] },
    answer: { sv: sent["answer.sv"], en: sent["answer.en"] },
    lateReason: sent.lateReason,
    addendum: sent.addendum === "" ? null : Number(sent.addendum),
    namesAllowed: sent.namesAllowed !== undefined,
  });
  if (!published.ok) return refusedForm(published.faults, values);
  throw redirect(`/tenders/${tenderId}/questions#question-${published.value}`);
});

export default function Answer() {
  const { asked, about, answer, late, answersDue, timezone, addenda } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTranslate();
  const faults = refused?.faults ?? [];
  const day = formatDay(answersDue, t.language);
  // The question is offered as it was asked, in the language of the page.
  const firstQuestion = answer?.question ?? { sv: "", en: "", [t.language]: asked.text };
  const typed = (name: string, first: string) => refused?.values[name] ?? first;
  return (
    <>
      <PageHeader
        title={
          answer === null
            ? t("questions.form.title")
            : t("questions.form.correctTitle", { number: answer.number })
        }
        lead={t("questions.form.lead")}
      />
      <ErrorSummary faults={refused?.faults} />
      <div className="flex max-w-measure flex-col gap-6">
        <section>
          <h2 className="mb-1 text-lg">{t("questions.form.asked")}</h2>
          <blockquote className="whitespace-pre-line border-line border-l-4 pl-4">{asked.text}</blockquote>
          <p className="mt-1 text-ink-quiet text-sm">
            {t("questions.received", { day: formatDate(asked.askedUs, t.language, timezone) })}
            {about !== null && ` · ${asked.requirement} ${about[t.language]}`}
          </p>
        </section>
        {late ? (
          <Notice tone="warning">{t("questions.form.late", { day })}</Notice>
        ) : (
          <p>{t("questions.form.due", { day })}</p>
        )}
        <Form method="post" className="flex flex-col gap-4">
          <TextArea
            name="question.sv"
            label={t("questions.form.questionSv")}
            hint={t("questions.form.questionHint")}
            defaultValue={typed("question.sv", firstQuestion.sv)}
            faults={faults}
          />
          <TextArea
            name="question.en"
            label={t("questions.form.questionEn")}
            optional
            defaultValue={typed("question.en", firstQuestion.en)}
            faults={faults}
          />
          <TextArea
            name="answer.sv"
            label={t("questions.form.answerSv")}
            defaultValue={typed("answer.sv", answer?.answer.sv ?? "")}
            faults={faults}
          />
          <TextArea
            name="answer.en"
            label={t("questions.form.answerEn")}
            optional
            defaultValue={typed("answer.en", answer?.answer.en ?? "")}
            faults={faults}
          />
          {addenda.length > 0 && (
            <SelectField
              name="addendum"
              label={t("questions.form.addendum")}
              defaultValue={typed("addendum", String(answer?.addendum ?? ""))}
              faults={faults}
              choices={[
                { value: "", label: t("questions.form.noAddendum") },
                ...addenda.map((number) => ({
                  value: String(number),
                  label: t("questions.addendumNumber", { number }),
                })),
              ]}
            />
          )}
          {late && (
            <TextArea
              name="lateReason"
              label={t("questions.form.lateReason")}
              defaultValue={typed("lateReason", "")}
              faults={faults}
            />
          )}
          {faults.some(({ code }) => code === "text_names_vendor") && (
            <CheckField name="namesAllowed" label={t("questions.namesAllowed")} />
          )}
          <div>
            <Button variant="primary">{t("questions.form.publish")}</Button>
          </div>
        </Form>
      </div>
    </>
  );
}
