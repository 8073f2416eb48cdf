import { Form, redirect, useActionData, useLoaderData, useSearchParams } from "react-router";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { CheckField, SelectField } from "#app/components/choice-field.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDate, formatDateTime, formatDay } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { readForm, refusedForm } from "#app/server/form.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { askQuestion } from "#app/services/questions/ask-question.ts";
import { type Questions, readQuestions } from "#app/services/questions/read-questions.ts";
import { PublishedAnswers, Words } from "./published-answers.tsx";

export const loader = guarded("question.read", async ({ app, actor, params }) =>
  expectValue(await readQuestions(app, actor, param(params, "tenderId"))),
);

const form = z.object({
  text: z.string({ error: "question_missing" }).max(4000, "too_long"),
  requirement: z.string().default(""),
  namesAllowed: z.string().optional(),
});

export const action = guarded("question.ask", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { result, values } = await readForm(request, form);
  if (!result.ok) return refusedForm(result.faults, values);
  const { text, requirement, namesAllowed } = result.value;
  const asked = await askQuestion(app, actor, tenderId, {
    text,
    requirement: requirement === "" ? null : requirement,
    namesAllowed: namesAllowed !== undefined,
  });
  if (!asked.ok) return refusedForm(asked.faults, values);
  throw redirect(`/tenders/${tenderId}/questions?asked=1`);
});

export default function QuestionsPage() {
  const view = useLoaderData<typeof loader>();
  const t = useTranslate();
  const [search] = useSearchParams();
  const { answers, own, waiting, mayAsk, askUntilUs, answersDue, timezone } = view;
  const faults = useActionData<typeof action>()?.faults;
  const time = formatDateTime(askUntilUs, t.language, timezone);
  return (
    <>
      <PageHeader
        title={t("questions.title")}
        lead={t("questions.lead")}
        action={view.mayExtend && <ButtonLink to="../addendum">{t("questions.extend.title")}</ButtonLink>}
      />
      <ErrorSummary faults={faults} />
      <div className="flex max-w-measure flex-col gap-10">
        {search.has("asked") && faults === undefined && (
          <Notice tone="positive" live>
            {t("questions.sent")}
          </Notice>
        )}
        <p>
          {view.open
            ? t("questions.until", { time, day: formatDay(answersDue, t.language) })
            : t("questions.ended", { time })}
        </p>
        {view.mayBeVendor && <p>{t("questions.signIn")}</p>}
        {waiting !== null && <Waiting view={view} />}
        {mayAsk && <Ask view={view} />}
        {own.length > 0 && <Own view={view} />}
        {view.addenda.length > 0 && <Addenda view={view} />}
        {answers.length === 0 ? (
          <EmptyState title={t("questions.none")}>{t("questions.noneText")}</EmptyState>
        ) : (
          <PublishedAnswers view={view} />
        )}
      </div>
    </>
  );
}

interface Shown {
  readonly view: Questions;
}

function Ask({ view: { requirements } }: Shown) {
  const t = useTranslate();
  const refused = useActionData<typeof action>();
  const faults = refused?.faults ?? [];
  const values = refused?.values ?? {};
  const names = faults.some(({ code }) => code === "text_names_vendor");
  return (
    <section className="print:hidden">
      <h2 className="mb-3 text-xl">{t("questions.ask")}</h2>
      <Form method="post" className="flex flex-col gap-4">
        <TextArea
          name="text"
          label={t("questions.text")}
          hint={t("questions.askHint")}
          defaultValue={values.text ?? ""}
          faults={faults}
        />
        {names && <CheckField name="namesAllowed" label={t("questions.namesAllowed")} />}
        <SelectField
          name="requirement"
          label={t("questions.requirement")}
          defaultValue={values.requirement ?? ""}
          faults={faults}
          choices={[
            { value: "", label: t("questions.wholeTender") },
            ...requirements.map(({ id, title }) => ({ value: id, label: `${id} ${title[t.language]}` })),
          ]}
        />
        <div>
          <Button variant="primary">{t("questions.send")}</Button>
        </div>
      </Form>
    </section>
  );
}

function Addenda({ view: { addenda, timezone } }: Shown) {
  const t = useTranslate();
  const at = (us: number) => formatDateTime(us, t.language, timezone);
  return (
    <section>
      <h2 className="mb-3 text-xl">{t("questions.addenda")}</h2>
      <ol className="flex flex-col gap-4">
        {addenda.map(({ number, reason, oldDeadlineUs, newDeadlineUs, publishedUs }) => (
          <li key={number} id={`addendum-${number}`} className="border-line border-t pt-3">
            <h3 className="font-medium">{t("questions.addendumNumber", { number })}</h3>
            <p className="mb-1 text-ink-quiet text-sm">{at(publishedUs)}</p>
            <p className="mb-1">
              {t("questions.extended", { old: at(oldDeadlineUs), new: at(newDeadlineUs) })}
            </p>
            <Words text={reason} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Own({ view: { own, timezone } }: Shown) {
  const t = useTranslate();
  return (
    <section className="print:hidden">
      <h2 className="mb-3 text-xl">{t("questions.own")}</h2>
      <ul className="flex flex-col gap-4">
        {own.map(({ id, text, askedUs, number }) => (
          <li key={id} className="border-line border-b pb-3">
            <p className="whitespace-pre-line">{text}</p>
            <p className="text-ink-quiet text-sm">
              {t("questions.received", { day: formatDate(askedUs, t.language, timezone) })}.{" "}
              {number === null ? t("questions.ownWaiting") : t("questions.ownAnswered", { number })}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ view: { waiting, timezone } }: Shown) {
  const t = useTranslate();
  const list = waiting ?? [];
  return (
    <section className="print:hidden">
      <h2 className="mb-1 text-xl">{t("questions.waiting")}</h2>
      <p className="mb-3 text-ink-quiet">
        {list.length === 0
          ? t("questions.nothingWaiting")
          : t("questions.waitingCount", { count: list.length })}
      </p>
      <ul className="flex flex-col gap-4">
        {list.map(({ id, text, requirement, askedUs }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-4 border-line border-b pb-3">
            <div className="min-w-0 grow basis-80">
              <p className="whitespace-pre-line">{text}</p>
              <p className="text-ink-quiet text-sm">
                {t("questions.received", { day: formatDate(askedUs, t.language, timezone) })}
                {requirement !== null && ` · ${t("questions.about", { requirement })}`}
              </p>
            </div>
            <ButtonLink to={id}>{t("questions.respond")}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
