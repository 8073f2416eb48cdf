import { useEffect } from "react";
import { Form, redirect, useActionData, useLoaderData, useRevalidator } from "react-router";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime, formatNumber } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { Progress } from "#app/components/progress.tsx";
import { Tag } from "#app/components/tag.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Fault } from "#app/domain/fault.ts";
import { clocks } from "#app/domain/measurement/definition.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { ownForm } from "#app/server/form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { pageAddress } from "#app/server/page-address.ts";
import { receiveFile } from "#app/server/uploads.ts";
import type { Application } from "#app/services/application.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { cancelImport } from "#app/services/measurement/cancel-import.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import { type ListedImport, listCallFiles } from "#app/services/measurement/list-call-files.ts";
import { previewCallRecords } from "#app/services/measurement/preview-call-records.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { CallFileList } from "./call-file-list.tsx";
import { FileHelp } from "./file-help.tsx";

const defaultZone = "Europe/Stockholm";

export const loader = guarded("response.read-own", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const search = new URL(request.url).searchParams;
  const fileId = search.get("file");
  const { files, imports, mayEdit } = expectValue(await listCallFiles(app, actor, tenderId));
  const zone = search.get("zone") ?? defaultZone;
  const seen =
    fileId === null
      ? null
      : expectValue(
          await previewCallRecords(app, actor, tenderId, fileId, { zone, format: "auto", mapping: null }),
        );
  return { files, imports, mayEdit, zone, preview: seen && { ...seen, fileId: fileId ?? "" } };
});

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("import"), file: z.string(), zone: z.string(), clock: z.enum(clocks) }),
  z.object({ intent: z.literal("cancel"), import: z.string() }),
  z.object({ intent: z.literal("remove"), file: z.string() }),
]);

export const action = guarded("response.edit", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { path: here } = pageAddress(request);
  if ((request.headers.get("content-type") ?? "").startsWith("multipart/form-data")) {
    const attached = await attachCallRecords(app, actor, tenderId, () =>
      receiveFile(request, uploadLimits.callRecords),
    );
    if (!attached.ok) return refused(attached.faults);
    throw redirect(`${here}?file=${attached.value.id}#preview`);
  }
  const entered = ownForm(form, Object.fromEntries(await request.formData()));
  const done = await act(app, actor, tenderId, entered);
  if (!done.ok) return refused(done.faults);
  throw redirect(`${here}#imports`);
});

function act(app: Application, actor: Actor, tenderId: string, entered: z.infer<typeof form>) {
  switch (entered.intent) {
    case "import":
      return importCalls(app, actor, tenderId, entered.file, { zone: entered.zone, clock: entered.clock });
    case "cancel":
      return cancelImport(app, actor, tenderId, entered.import);
    case "remove":
      return removeFile(app, actor, tenderId, entered.file);
  }
}

export default function CallRecords() {
  const { files, imports, mayEdit, preview, zone } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  useFollow(imports.some(({ state }) => state === "running"));
  return (
    <>
      <PageHeader
        title={t("measurement.calls.title")}
        lead={t("measurement.calls.lead")}
        action={
          imports.some(({ state }) => state === "done") && (
            <ButtonLink to="../measurement">{t("measurement.calls.openPage")}</ButtonLink>
          )
        }
      />
      <ErrorSummary faults={faults} />
      <Form
        method="post"
        encType="multipart/form-data"
        className="mb-10 flex flex-col items-start gap-4"
        reloadDocument
      >
        <TextField
          type="file"
          name="file"
          label={t("measurement.calls.file")}
          hint={t("measurement.calls.fileHint")}
          accept=".csv,.txt,.log,.gz"
          faults={faults ?? []}
        />
        <Button variant={preview ? "secondary" : "primary"}>{t("measurement.calls.upload")}</Button>
      </Form>
      <FileHelp />
      {preview && <Preview preview={preview} zone={zone} />}
      {files.length > 0 && (
        <section aria-labelledby="files" className="mb-10">
          <h2 id="files" className="mb-3 text-xl">
            {t("measurement.calls.files")}
          </h2>
          <CallFileList files={files} mayEdit={mayEdit} />
        </section>
      )}
      {imports.length > 0 && (
        <section id="imports" aria-labelledby="imports-title">
          <h2 id="imports-title" className="mb-3 text-xl">
            {t("measurement.calls.imports")}
          </h2>
          <ol className="flex flex-col gap-6">
            {imports.map((each) => (
              <li key={each.id}>
                <Import each={each} name={files.find(({ id }) => id === each.fileId)?.name ?? ""} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** Asks again while something is running; without scripts the page is reloaded by hand. */
function useFollow(running: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), 700);
    return () => clearInterval(timer);
  }, [running, revalidate]);
}

type Seen = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["preview"]>;

function Preview({ preview, zone }: { preview: Seen; zone: string }) {
  const t = useTranslate();
  const columns: Column<Seen["rows"][number]>[] = [
    { id: "line", head: t("measurement.calls.line"), cell: ({ line }) => line },
    { id: "queue", head: t("measurement.calls.queue"), cell: ({ queue }) => queue },
    { id: "disposition", head: t("measurement.calls.disposition"), cell: ({ disposition }) => disposition },
    { id: "arrival", head: t("measurement.calls.arrival"), cell: ({ arrival }) => <Instant at={arrival} /> },
    {
      id: "answered",
      head: t("measurement.calls.answered"),
      cell: ({ answered }) => <Instant at={answered} />,
    },
    { id: "ended", head: t("measurement.calls.ended"), cell: ({ ended }) => <Instant at={ended} /> },
  ];
  return (
    <section
      id="preview"
      aria-labelledby="preview-title"
      className="mb-10 rounded-md border border-line bg-surface p-4 sm:p-6"
    >
      <h2 id="preview-title" className="text-xl">
        {t("measurement.calls.previewTitle")}
      </h2>
      <p className="mb-4 text-ink-quiet">
        {preview.name}
        {preview.format && ` · ${t.named(`measurement.format.${preview.format}`)}`}
      </p>
      <FaultList faults={preview.faults} />
      {preview.columns.length > 0 && (
        <dl className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {preview.columns.map(({ name, column }) => (
            <div key={name} className="flex gap-1.5">
              <dt className="text-ink-quiet">{name} →</dt>
              <dd className="font-medium">{column ?? t("measurement.calls.ignored")}</dd>
            </div>
          ))}
        </dl>
      )}
      {preview.rows.length > 0 && (
        <DataTable
          caption={t("measurement.calls.rows")}
          columns={columns}
          rows={preview.rows}
          rowKey={({ line }) => String(line)}
        />
      )}
      {preview.partial && <p className="mt-2 text-ink-quiet text-sm">{t("measurement.calls.partial")}</p>}
      {preview.format && (
        <Form method="post" className="mt-6 flex flex-wrap items-end gap-4">
          <input type="hidden" name="file" value={preview.fileId} />
          <TextField name="zone" label={t("measurement.calls.zone")} defaultValue={zone} className="w-56" />
          <SelectField
            name="clock"
            label={t("measurement.calls.clock")}
            defaultValue="arrival"
            className="w-64"
            choices={clocks.map((clock) => ({ value: clock, label: t(`measurement.clock.${clock}`) }))}
          />
          <Button variant="primary" name="intent" value="import">
            {t("measurement.calls.start")}
          </Button>
          <p className="w-full text-ink-quiet text-sm">{t("measurement.calls.replace")}</p>
        </Form>
      )}
    </section>
  );
}

const Instant = ({ at }: { at: string | null }) => (
  <span className="whitespace-nowrap">{at?.replace("T", " ").replace(".000Z", "") ?? "–"}</span>
);

const tones = {
  running: "accent",
  done: "positive",
  refused: "danger",
  cancelled: "neutral",
  interrupted: "warning",
} as const;

function Import({ each, name }: { each: ListedImport; name: string }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Tag tone={tones[each.state]}>{t(`measurement.calls.state.${each.state}`)}</Tag>
        <span className="font-medium">{name}</span>
        <span className="text-ink-quiet">{formatDateTime(each.startedUs, t.language, each.zone)}</span>
        {each.state === "done" && <span>{formatNumber(String(each.rows), t.language)}</span>}
      </p>
      {each.state === "running" && (
        <Progress
          label={t("measurement.calls.progress")}
          done={each.bytesRead}
          total={each.bytesTotal}
          unit={t("measurement.calls.bytes")}
          cancel={
            <Form method="post">
              <input type="hidden" name="import" value={each.id} />
              <Button variant="quiet" name="intent" value="cancel">
                {t("measurement.calls.cancel")}
              </Button>
            </Form>
          }
        />
      )}
      {each.faultCount > 0 && (
        <>
          <p className="font-medium text-danger">
            {t("measurement.calls.faults", { count: each.faultCount })}
          </p>
          <FaultList faults={each.faults} />
        </>
      )}
      {each.warnings.length > 0 && (
        <details>
          <summary>{t("measurement.calls.warnings")}</summary>
          <ul className="mt-1 ml-5 list-disc">
            {each.warnings.map(({ code, count }) => (
              <li key={code}>
                {t(`measurement.warning.${code}`)} ({formatNumber(String(count), t.language)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const shownFaults = 50;

function FaultList({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslate();
  if (faults.length === 0) return null;
  return (
    <>
      <ul className="mb-2 ml-5 list-disc">
        {faults.slice(0, shownFaults).map((fault) => (
          <li key={JSON.stringify([fault.code, fault.place])}>{t.fault(fault)}</li>
        ))}
      </ul>
      {faults.length > shownFaults && (
        <p className="text-ink-quiet text-sm">{t("measurement.calls.faultsShown", { shown: shownFaults })}</p>
      )}
    </>
  );
}
