import { Form, redirect, useActionData, useLoaderData, useParams } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { parts } from "#app/domain/opening/record.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { localPath } from "#app/server/local-path.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import { declareConflict } from "#app/services/opening/declare-conflict.ts";
import { type OpeningView, readOpening } from "#app/services/opening/read-opening.ts";
import { OpeningRecordSection } from "./opening-record.tsx";

export const loader = guarded("opening.prepare", async ({ app, actor, params }) =>
  expectValue(await readOpening(app, actor, param(params, "tenderId"))),
);

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open"), part: z.enum(parts) }),
  z.object({ intent: z.literal("declare"), conflict: z.enum(["none", "some"]) }),
]);

export const action = guarded("opening.prepare", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const entered = form.safeParse(Object.fromEntries(await request.formData()));
  if (!entered.success) return refused([{ code: "declaration_needed", place: { field: "conflict" } }]);
  const result =
    entered.data.intent === "open"
      ? await confirmOpening(app, actor, tenderId, entered.data.part)
      : await declareConflict(app, actor, tenderId, entered.data.conflict === "some");
  if (!result.ok) return refused(result.faults);
  // Somebody who was sent here to declare goes on to what they came for.
  const to = entered.data.intent === "declare" ? new URL(request.url).searchParams.get("to") : null;
  throw redirect(localPath(to ?? `/tenders/${tenderId}/opening`));
});

export default function Opening() {
  const view = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const { tenderId } = useParams();
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("opening.title")}
        lead={t(`opening.lead.${view.next ?? "none"}`)}
        action={
          view.records.length > 0 && (
            <Button type="button" onClick={() => window.print()}>
              {t("opening.record.print")}
            </Button>
          )
        }
      />
      <ErrorSummary faults={faults} />
      <div className="flex flex-col gap-8">
        {view.next !== null && (
          // A refusal closes the dialog: its reason stands on top of the page.
          <Confirm key={faults === undefined ? "asked" : "refused"} view={view} next={view.next} />
        )}
        {view.mayDeclare && <Declaration view={view} />}
        {view.records.toReversed().map((opened) => (
          <OpeningRecordSection
            key={opened.part}
            opened={opened}
            timezone={view.timezone}
            readBase={view.mayRead ? `/tenders/${tenderId}/responses` : null}
          />
        ))}
      </div>
    </>
  );
}

function Confirm({ view, next }: { view: OpeningView; next: NonNullable<OpeningView["next"]> }) {
  const t = useTranslate();
  const at = (us: number) => formatDateTime(us, t.language, view.timezone);
  const facts = [
    { label: t("opening.caseNumber"), value: view.caseNumber },
    { label: t("opening.part"), value: t(`opening.${next}`) },
    { label: t("opening.deadline"), value: at(view.deadlineUs) },
    { label: t("opening.from"), value: at(view.mayOpenFromUs) },
  ];
  const early = view.nowUs < view.mayOpenFromUs;
  return (
    <section className="flex max-w-measure flex-col gap-4 print:hidden">
      <h2 className="text-xl">{t("opening.facts")}</h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-md bg-sunken p-4">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-quiet">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {early && <Notice>{t("opening.tooEarly")}</Notice>}
      <p>{t("opening.firstNeeded")}</p>
      {view.confirmedBy.map((opener) => (
        <Notice key={opener.accountId} tone="positive">
          {t("opening.confirmedBy", { name: opener.name, time: at(opener.atUs) })}
        </Notice>
      ))}
      {!view.isOpener ? (
        <p className="text-ink-quiet">{t("opening.notOpener")}</p>
      ) : view.confirmedByMe ? (
        <p>{t("opening.waitingForOther")}</p>
      ) : (
        !early && (
          <div>
            <Dialog
              trigger={t(view.confirmedBy.length === 0 ? "opening.confirm" : `opening.open.${next}`)}
              title={t(`opening.open.${next}`)}
              facts={facts}
            >
              <p className="mb-4">
                {t(view.confirmedBy.length === 0 ? "opening.firstNeeded" : "opening.irreversible")}
              </p>
              <Form method="post">
                <input type="hidden" name="intent" value="open" />
                <input type="hidden" name="part" value={next} />
                <Button variant="primary">
                  {t(view.confirmedBy.length === 0 ? "opening.confirm" : `opening.open.${next}`)}
                </Button>
              </Form>
            </Dialog>
          </div>
        )
      )}
    </section>
  );
}

function Declaration({ view: { declaration } }: { view: OpeningView }) {
  const t = useTranslate();
  const fields = (
    <Form method="post" className="flex flex-col items-start gap-4">
      <input type="hidden" name="intent" value="declare" />
      <RadioGroup
        name="conflict"
        label={t("opening.conflict.title")}
        hint={t("opening.conflict.lead")}
        choices={[
          { value: "none", label: t("opening.conflict.none") },
          { value: "some", label: t("opening.conflict.some"), hint: t("opening.conflict.someHint") },
        ]}
      />
      <Button variant={declaration === null ? "primary" : "secondary"}>
        {t("opening.conflict.declare")}
      </Button>
    </Form>
  );
  return (
    <section
      id="declaration"
      className="max-w-measure rounded-md border border-line bg-surface p-4 print:hidden"
    >
      {declaration === null ? (
        fields
      ) : (
        <>
          <Notice tone={declaration === "none" ? "positive" : "warning"}>
            {t(declaration === "none" ? "opening.conflict.statedNone" : "opening.conflict.statedSome")}
          </Notice>
          <details className="mt-3">
            <summary className="text-accent">{t("opening.conflict.change")}</summary>
            <p className="my-2 text-ink-quiet text-sm">{t("opening.conflict.changeHint")}</p>
            {fields}
          </details>
        </>
      )}
    </section>
  );
}
