import { useActionData, useLoaderData, useParams } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import { expectValue, guarded, param, refusedWith } from "#app/server/guard.ts";
import { receiveFile } from "#app/server/uploads.ts";
import { attachFile } from "#app/services/response/attach-file.ts";
import { readQuestions } from "#app/services/response/read-questions.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { answerForm } from "./answer-form.ts";
import type { Outcome } from "./outcome.ts";
import { QuestionSection } from "./question-section.tsx";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) =>
  expectValue(await readQuestions(app, actor, param(params, "tenderId"), param(params, "area"), language)),
);

const done: Outcome = { savedUs: null, faults: [], entered: null };
const notDone = (faults: readonly Fault[]) => refusedWith<Outcome>({ ...done, faults });

export const action = guarded("response.edit", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const slot = new URL(request.url).searchParams.get("slot");
  if (slot !== null) {
    const attached = await attachFile(app, actor, tenderId, slot, () => receiveFile(request));
    return attached.ok ? done : notDone(attached.faults);
  }
  const data = await request.formData();
  const file = data.get("remove");
  if (typeof file === "string") {
    const removed = await removeFile(app, actor, tenderId, file);
    return removed.ok ? done : notDone(removed.faults);
  }
  const answer = answerForm(data);
  const saved = await saveAnswers(app, actor, tenderId, [answer]);
  if (!saved.ok) return notDone(saved.faults);
  const { savedUs, faults } = saved.value;
  if (faults.length === 0) return { ...done, savedUs };
  // An answer of no refusal, so that the page reads the question anew: a colleague may have answered it meanwhile.
  return { savedUs: null, faults, entered: { requirement: answer.requirement, ...answer.entered } };
});

export const clientAction = savingAction;

/** One area of requirements a page; every answer saves by itself. */
export default function AreaQuestions() {
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { tenderId } = useParams();
  const t = useTranslate();
  const base = `/tenders/${tenderId}/respond`;
  return (
    <>
      <PageHeader title={page.title} lead={t("response.areaLead")} />
      <ErrorSummary faults={outcome?.faults} />
      <div className="flex flex-col gap-8">
        {page.questions.map((question) => (
          <QuestionSection
            // Fields keep what is typed in them, so another area needs fields of its own.
            key={question.id}
            question={
              outcome?.entered?.requirement === question.id
                ? { ...question, entered: outcome.entered }
                : question
            }
            faults={outcome?.faults ?? []}
            disabled={!page.mayEdit}
            timezone={page.timezone}
            fileBase={`${base}/file`}
          />
        ))}
      </div>
      <p className="mt-8 flex flex-wrap gap-3">
        {page.previous && (
          <ButtonLink to={`${base}/${page.previous}`}>{t("response.question.previous")}</ButtonLink>
        )}
        <ButtonLink to={page.next ? `${base}/${page.next}` : `${base}/prices`} variant="primary">
          {t(page.next ? "response.question.next" : "response.question.toPrices")}
        </ButtonLink>
      </p>
    </>
  );
}
