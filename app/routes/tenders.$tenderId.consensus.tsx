import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import { ownForm } from "#app/server/form.ts";
import { guarded, param, personOf, refused } from "#app/server/guard.ts";
import { pageAddress } from "#app/server/page-address.ts";
import { scored } from "#app/server/scored.ts";
import { type BoardRow, readConsensusBoard } from "#app/services/evaluation/read-consensus-board.ts";
import { setConsensus } from "#app/services/evaluation/set-consensus.ts";

export const loader = guarded("score.read-others", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  return scored(await readConsensusBoard(app, personOf(actor), tenderId), tenderId, request);
});

const form = z.object({
  response: z.string(),
  requirement: z.string(),
  level: z.string(),
  reason: z.string(),
});

export const action = guarded("consensus.set", async ({ app, actor, params, request }) => {
  const data = await request.formData();
  const [response, requirement] = [data.get("response"), data.get("requirement")];
  const pair = `${response}-${requirement}`;
  const entered = ownForm(form, {
    response,
    requirement,
    level: data.get(`level-${pair}`) ?? "",
    reason: data.get(`reason-${pair}`) ?? "",
  });
  const result = await setConsensus(app, personOf(actor), param(params, "tenderId"), entered);
  if (result.ok) throw redirect(`${pageAddress(request).path}#${pair}`);
  return refused(
    result.faults.map((fault) => ({
      ...fault,
      place: { field: `${fault.place?.field ?? "level"}-${pair}` },
    })),
  );
});

export default function ConsensusBoard() {
  const board = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("evaluation.consensus.title")}
        lead={t("evaluation.consensus.lead")}
        above={`${t("evaluation.consensus.agreed")}: ${t("evaluation.scoring.of", { done: board.agreed, total: board.total })}`}
        action={
          board.mayLock && (
            <ButtonLink variant="primary" to="../quality-lock">
              {t("evaluation.consensus.toLock")}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary faults={faults} />
      {board.requirements.map(({ requirement, rows }) => (
        <section key={requirement.id} className="mb-10" aria-labelledby={requirement.id}>
          <p className="mb-1 flex items-center gap-3 text-ink-quiet text-sm">
            <LevelLabel level={requirement.level} /> {requirement.id}
          </p>
          <h2 id={requirement.id} className="text-xl">
            {requirement.title[t.language]}
          </h2>
          <div className="mt-3 grid gap-4 lg:grid-cols-3">
            {rows.map((row) => (
              <Bid
                key={row.response}
                row={row}
                requirement={requirement}
                maySet={board.maySet}
                faults={faults}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function Bid({
  row,
  requirement,
  maySet,
  faults,
}: {
  row: BoardRow;
  requirement: TenderRequirement;
  maySet: boolean;
  faults: Parameters<typeof ErrorSummary>[0]["faults"] & object;
}) {
  const t = useTranslate();
  const pair = `${row.response}-${requirement.id}`;
  const anchors = requirement.scoring.type === "levels" ? requirement.scoring.anchors : [];
  const words = (level: string) => anchors.find(({ value }) => value === level)?.[t.language] ?? level;
  const median = anchors[row.spread?.median ?? 0]?.value;
  return (
    <div id={pair} className="rounded-md border border-line bg-surface p-4">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">{row.vendor}</h3>
        {row.spread?.far && <Tag tone="warning">{t("evaluation.consensus.far")}</Tag>}
      </div>
      <dl className="mb-3 flex flex-col gap-2">
        {row.scores.map(({ evaluator, level, comment }) => (
          <div key={evaluator}>
            <dt className="text-ink-quiet text-sm">{evaluator}</dt>
            <dd>
              {words(level)}
              {comment !== "" && <span className="block text-ink-quiet text-sm">{comment}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {maySet ? (
        <Form method="post" preventScrollReset className="flex flex-col gap-3 border-line border-t pt-3">
          <input type="hidden" name="response" value={row.response} />
          <input type="hidden" name="requirement" value={requirement.id} />
          <SelectField
            name={`level-${pair}`}
            label={t("evaluation.consensus.level")}
            faults={faults}
            defaultValue={row.consensus?.level ?? median ?? ""}
            choices={anchors.map((anchor) => ({ value: anchor.value, label: anchor[t.language] }))}
          />
          <TextArea
            name={`reason-${pair}`}
            label={t("evaluation.consensus.reason")}
            hint={t("evaluation.consensus.reasonHint")}
            faults={faults}
            rows={2}
            defaultValue={row.consensus?.reason ?? ""}
          />
          <div className="flex items-center gap-3">
            <Button>{t("evaluation.consensus.set")}</Button>
            {row.consensus ? (
              <Tag tone="positive">{t("evaluation.consensus.agreed")}</Tag>
            ) : (
              <Tag>{t("evaluation.consensus.missing")}</Tag>
            )}
          </div>
        </Form>
      ) : (
        <p className="border-line border-t pt-3">
          {row.consensus ? (
            <>
              <strong>{words(row.consensus.level)}</strong> {row.consensus.reason}
            </>
          ) : (
            t("evaluation.consensus.missing")
          )}
        </p>
      )}
    </div>
  );
}
