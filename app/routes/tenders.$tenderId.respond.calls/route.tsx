import { useEffect } from "react";
import { Form, redirect, useActionData, useLoaderData, useRevalidator } from "react-router";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Actor } from "#app/domain/account/actor.ts";
import { callFileKinds } from "#app/domain/measurement/call-file.ts";
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
import { listCallFiles } from "#app/services/measurement/list-call-files.ts";
import { formatOfForm, mappingOfForm } from "#app/services/measurement/mapping-form.ts";
import { previewCallRecords } from "#app/services/measurement/preview-call-records.ts";
import { saveColumnMapping } from "#app/services/measurement/save-column-mapping.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { CallFileList } from "./call-file-list.tsx";
import { CallPreview } from "./call-preview.tsx";
import { inWords } from "./fault-list.tsx";
import { FileHelp } from "./file-help.tsx";
import { ImportList } from "./import-list.tsx";

export const loader = guarded("response.read-own", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const search = new URL(request.url).searchParams;
  const fileId = search.get("file");
  const { files, imports, mayEdit } = expectValue(await listCallFiles(app, actor, tenderId));
  const asked = {
    format: formatOfForm(search),
    clock: clocks.find((clock) => clock === search.get("clock")) ?? "arrival",
    replace: search.get("replace") === "yes",
  };
  if (fileId === null) return { files, imports, mayEdit, preview: null };
  const look = {
    zone: search.get("zone"),
    format: asked.format,
    mapping: mappingOfForm(search),
    preset: search.get("preset"),
  };
  const seen = expectValue(await previewCallRecords(app, actor, tenderId, fileId, look));
  return { files, imports, mayEdit, preview: { ...seen, fileId, asked } };
});

const form = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("import"),
    file: z.string(),
    zone: z.string(),
    clock: z.enum(clocks),
    replace: z.string().optional(),
  }),
  z.object({ intent: z.literal("keep"), name: z.string(), names: z.string() }),
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
  const sent = await request.formData();
  const entered = ownForm(form, Object.fromEntries(sent));
  const done = await act(app, actor, tenderId, entered, sent);
  if (!done.ok) return refused(done.faults);
  throw redirect(entered.intent === "keep" ? `${here}?file=${sent.get("file")}#preview` : `${here}#imports`);
});

function act(
  app: Application,
  actor: Actor,
  tenderId: string,
  entered: z.infer<typeof form>,
  sent: FormData,
) {
  switch (entered.intent) {
    case "import": {
      const { file, zone, clock, replace } = entered;
      const mapping = mappingOfForm(sent);
      const settings = { zone, clock, mapping, format: formatOfForm(sent), replace: replace === "yes" };
      return importCalls(app, actor, tenderId, file, settings);
    }
    case "keep": {
      const names = z.array(z.string()).parse(JSON.parse(entered.names));
      const mapping = mappingOfForm(sent) ?? ownForm(z.never(), null);
      return saveColumnMapping(app, actor, tenderId, { name: entered.name, names, mapping });
    }
    case "cancel":
      return cancelImport(app, actor, tenderId, entered.import);
    case "remove":
      return removeFile(app, actor, tenderId, entered.file);
  }
}

export default function CallRecords() {
  const { files, imports, mayEdit, preview } = useLoaderData<typeof loader>();
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
      <ErrorSummary faults={faults?.map((fault) => inWords(fault, t))} />
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
          accept={callFileKinds.map((kind) => `.${kind}`).join(",")}
          faults={faults ?? []}
        />
        <Button variant={preview ? "secondary" : "primary"}>{t("measurement.calls.upload")}</Button>
      </Form>
      <FileHelp />
      {preview && (
        <CallPreview
          // Another file, format or kept mapping fills the fields anew; what is typed otherwise stays.
          key={[preview.fileId, preview.format, preview.preset, preview.mapping?.header].join(" ")}
          preview={preview}
          sameAs={files.find(({ id }) => id === preview.fileId)?.sameAs ?? null}
          mayEdit={mayEdit}
        />
      )}
      {files.length > 0 && (
        <section aria-labelledby="files" className="mb-10">
          <h2 id="files" className="mb-3 text-xl">
            {t("measurement.calls.files")}
          </h2>
          <CallFileList files={files} mayEdit={mayEdit} />
        </section>
      )}
      {imports.length > 0 && <ImportList imports={imports} files={files} />}
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
