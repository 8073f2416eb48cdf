import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Actor } from "#app/domain/account/actor.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { ownForm } from "#app/server/form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { pageAddress } from "#app/server/page-address.ts";
import { receiveFile } from "#app/server/uploads.ts";
import type { Application } from "#app/services/application.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { listRecords } from "#app/services/records/list-records.ts";
import { previewRecords } from "#app/services/records/preview-records.ts";
import { removeRecords } from "#app/services/records/remove-records.ts";
import { Kinds, WaitingFiles } from "./record-files.tsx";
import { Preview } from "./record-preview.tsx";

export const loader = guarded("response.read-own", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const search = new URL(request.url).searchParams;
  const fileId = search.get("file");
  const listed = expectValue(await listRecords(app, actor, tenderId));
  const preview =
    fileId === null
      ? null
      : expectValue(await previewRecords(app, actor, tenderId, fileId, search.get("zone")));
  return { ...listed, preview };
});

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), file: z.string(), zone: z.string() }),
  z.object({ intent: z.literal("remove"), file: z.string() }),
]);

export const action = guarded("response.edit", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { path: here } = pageAddress(request);
  if ((request.headers.get("content-type") ?? "").startsWith("multipart/form-data")) {
    const attached = await attachRecords(app, actor, tenderId, () =>
      receiveFile(request, uploadLimits.records),
    );
    if (!attached.ok) return refused(attached.faults);
    throw redirect(`${here}?file=${attached.value.id}#preview`);
  }
  const entered = ownForm(form, Object.fromEntries(await request.formData()));
  const done = await act(app, actor, tenderId, entered);
  if (!done.ok) return refused(done.faults);
  throw redirect(`${here}#kinds`);
});

function act(app: Application, actor: Actor, tenderId: string, entered: z.infer<typeof form>) {
  switch (entered.intent) {
    case "accept":
      return acceptRecords(app, actor, tenderId, entered.file, entered.zone);
    case "remove":
      return removeRecords(app, actor, tenderId, entered.file);
  }
}

export default function Records() {
  const { files, kinds, mayEdit, preview } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("records.title")} lead={t("records.lead")} />
      <ErrorSummary faults={faults} />
      <div className="mb-8">
        <Notice>{t("records.counts")}</Notice>
      </div>
      {mayEdit && (
        <Form
          method="post"
          encType="multipart/form-data"
          className="mb-10 flex flex-col items-start gap-4"
          reloadDocument
        >
          <TextField
            type="file"
            name="file"
            label={t("records.file")}
            hint={t("records.fileHint")}
            accept=".csv,.txt"
            faults={faults ?? []}
          />
          <Button variant={preview ? "secondary" : "primary"}>{t("records.upload")}</Button>
        </Form>
      )}
      {preview && <Preview preview={preview} mayEdit={mayEdit} />}
      <WaitingFiles files={files} mayEdit={mayEdit} />
      <Kinds kinds={kinds} files={files} mayEdit={mayEdit} />
    </>
  );
}
