import { Form, Link, redirect, useActionData, useLoaderData, useParams, useSearchParams } from "react-router";
import { z } from "zod";
import { AnswerText } from "#app/components/answer-text.tsx";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime, formatPercent } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { SideList } from "#app/components/side-list.tsx";
import { Tag } from "#app/components/tag.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { ownForm } from "#app/server/form.ts";
import { guarded, param, personOf, refused } from "#app/server/guard.ts";
import { pageAddress } from "#app/server/page-address.ts";
import { scored } from "#app/server/scored.ts";
import { lockScoreSheet } from "#app/services/evaluation/lock-score-sheet.ts";
import { readScoreSheet, type ScoreSheet, type SheetRow } from "#app/services/evaluation/read-score-sheet.ts";
import { saveScore } from "#app/services/evaluation/save-score.ts";

export const loader = guarded("score.read-own", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const sheet = scored(await readScoreSheet(app, personOf(actor), tenderId), tenderId, request);
  const asked = new URL(request.url).searchParams.get("requirement");
  const current =
    sheet.requirements.find(({ requirement }) => requirement.id === asked) ??
    sheet.requirements.find(({ rows }) => rows.some(({ score }) => score === null)) ??
    sheet.requirements[0] ??
    null;
  return { sheet, current };
});

const form = z.object({
  response: z.string(),
  requirement: z.string(),
  level: z.string(),
  comment: z.string(),
});

/** Each bid on the page has fields of its own, so that labels and faults find theirs. */
function enteredScore(data: FormData) {
  const response = data.get("response");
  return ownForm(form, {
    response,
    requirement: data.get("requirement"),
    level: data.get(`level-${response}`) ?? "",
    comment: data.get(`comment-${response}`) ?? "",
  });
}

export const action = guarded("score.edit", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const data = await request.formData();
  const result =
    data.get("intent") === "lock"
      ? await lockScoreSheet(app, personOf(actor), tenderId)
      : await saveScore(app, personOf(actor), tenderId, enteredScore(data));
  if (!result.ok) return refused(result.faults);
  const { path, search } = pageAddress(request);
  throw redirect(path + search);
});

export default function Scoring() {
  const { sheet, current } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  if (current === null) {
    return <EmptyState title={t("evaluation.scoring.none")}>{t("evaluation.scoring.noneText")}</EmptyState>;
  }
  const { requirement, rows } = current;
  return (
    <>
      <PageHeader
        title={t("evaluation.scoring.title")}
        lead={t("evaluation.scoring.lead")}
        action={sheet.lockedUs === null ? <LockSheet sheet={sheet} /> : <ToConsensus sheet={sheet} />}
      />
      <ErrorSummary faults={faults} />
      {sheet.lockedUs !== null && <Locked sheet={sheet} />}
      <div className="gap-8 lg:flex">
        <SheetList sheet={sheet} current={requirement.id} />
        <section className="min-w-0 grow" aria-labelledby="requirement">
          <p className="mb-1 flex items-center gap-3 text-ink-quiet text-sm">
            <LevelLabel level={requirement.level} /> {requirement.id}
          </p>
          <h2 id="requirement" className="text-xl">
            {requirement.title[t.language]}
          </h2>
          <p className="mt-1 max-w-measure">{requirement.text[t.language]}</p>
          {rows.map((row) => (
            <Judgement key={row.response} row={row} current={current} locked={sheet.lockedUs !== null} />
          ))}
        </section>
      </div>
    </>
  );
}

type Current = ScoreSheet["requirements"][number];

function Judgement({ row, current, locked }: { row: SheetRow; current: Current; locked: boolean }) {
  const { tenderId } = useParams();
  const t = useTranslate();
  const { requirement } = current;
  const anchors = requirement.scoring.type === "levels" ? requirement.scoring.anchors : [];
  const share = (value: string) => formatPercent(asPercent(value), t.language);
  return (
    <Form method="post" preventScrollReset className="mt-6 rounded-md border border-line bg-surface p-4">
      <input type="hidden" name="response" value={row.response} />
      <input type="hidden" name="requirement" value={requirement.id} />
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-lg">{row.vendor}</h3>
        {row.score && <Tag tone="positive">{t("evaluation.scoring.saved")}</Tag>}
      </div>
      <dl className="my-3 grid max-w-measure gap-x-6 gap-y-1 sm:grid-cols-[8rem_1fr]">
        <dt className="text-ink-quiet">{t("evaluation.scoring.answer")}</dt>
        <dd>
          <AnswerText answer={row.answer} requirement={requirement} />
        </dd>
        <dt className="text-ink-quiet">{t("evaluation.scoring.files")}</dt>
        <dd>
          {row.files.length === 0
            ? t("evaluation.scoring.noFiles")
            : row.files.map(({ id, name }) => (
                <div key={id}>
                  <a href={`/tenders/${tenderId}/opening/file/${id}`} download>
                    {name}
                  </a>
                </div>
              ))}
        </dd>
      </dl>
      <fieldset disabled={locked} className="flex flex-col gap-4">
        <RadioGroup
          name={`level-${row.response}`}
          label={t("evaluation.scoring.level")}
          defaultValue={row.score?.level ?? ""}
          choices={anchors.map((anchor) => ({
            value: anchor.value,
            label: anchor[t.language],
            hint:
              requirement.level === "should"
                ? t("evaluation.scoring.share", { share: share(anchor.share) })
                : "",
          }))}
        />
        <TextArea
          name={`comment-${row.response}`}
          label={t("evaluation.scoring.comment")}
          hint={t("evaluation.scoring.commentHint")}
          optional
          rows={2}
          defaultValue={row.score?.comment}
        />
        {!locked && (
          <div>
            <Button name="intent" value="save">
              {t("evaluation.scoring.save")}
            </Button>
          </div>
        )}
      </fieldset>
    </Form>
  );
}

/** A share "0.7" as "70": digits are moved, nothing is computed. */
const asPercent = (share: string): string => {
  const [whole = "0", fraction = ""] = share.split(".");
  const digits = `${whole}${fraction.padEnd(2, "0")}`;
  const cut = whole.length + 2;
  const rest = digits.slice(cut);
  return `${BigInt(digits.slice(0, cut))}${rest === "" ? "" : `.${rest}`}`;
};

function SheetList({ sheet, current }: { sheet: ScoreSheet; current: string }) {
  const t = useTranslate();
  const [search] = useSearchParams();
  return (
    <SideList
      label={t("evaluation.scoring.requirements")}
      sections={[
        {
          title: `${t("evaluation.scoring.progress")} ${t("evaluation.scoring.of", { done: sheet.done, total: sheet.total })}`,
          items: sheet.requirements.map(({ requirement, rows }) => {
            const done = rows.filter(({ score }) => score !== null).length;
            search.set("requirement", requirement.id);
            return {
              to: `?${search}`,
              label: requirement.title[t.language],
              current: requirement.id === current,
              mark: <span className="text-ink-quiet text-sm tabular-nums">{`${done}/${rows.length}`}</span>,
            };
          }),
        },
      ]}
    />
  );
}

function LockSheet({ sheet }: { sheet: ScoreSheet }) {
  const t = useTranslate();
  return (
    <Dialog
      trigger={t("evaluation.scoring.lock")}
      title={t("evaluation.scoring.lockTitle")}
      facts={[
        {
          label: t("evaluation.scoring.progress"),
          value: t("evaluation.scoring.of", { done: sheet.done, total: sheet.total }),
        },
      ]}
    >
      <p className="mb-4">{t("evaluation.scoring.lockText")}</p>
      <Form method="post">
        <Button variant="primary" name="intent" value="lock">
          {t("evaluation.scoring.lock")}
        </Button>
      </Form>
    </Dialog>
  );
}

function Locked({ sheet }: { sheet: ScoreSheet }) {
  const t = useTranslate();
  const waiting = sheet.evaluators.filter(({ locked }) => !locked).map(({ name }) => name);
  return (
    <div className="mb-6">
      <Notice tone="positive" title={t("evaluation.scoring.locked")}>
        <p className="break-all text-sm">
          {t("evaluation.scoring.lockedText", {
            time: formatDateTime(sheet.lockedUs ?? 0, t.language, "Europe/Stockholm"),
            hash: sheet.commitment ?? "",
          })}
        </p>
        {waiting.length > 0 && <p>{t("evaluation.scoring.waiting", { names: waiting.join(", ") })}</p>}
      </Notice>
    </div>
  );
}

function ToConsensus({ sheet }: { sheet: ScoreSheet }) {
  const t = useTranslate();
  if (sheet.evaluators.some(({ locked }) => !locked)) return <Link to="..">{t("common.close")}</Link>;
  return (
    <ButtonLink variant="primary" to="../consensus">
      {t("evaluation.scoring.toConsensus")}
    </ButtonLink>
  );
}
