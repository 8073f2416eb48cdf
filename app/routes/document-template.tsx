import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FaultText } from "#app/components/field.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, personOf, refused } from "#app/server/guard.ts";
import { receiveFile } from "#app/server/uploads.ts";
import { readDocumentTemplate } from "#app/services/document-template/read-document-template.ts";
import { removeDocumentTemplate } from "#app/services/document-template/remove-document-template.ts";
import { replaceDocumentTemplate } from "#app/services/document-template/replace-document-template.ts";

export const loader = guarded("organisation.document-template", async ({ app, actor }) => ({
  template: expectValue(await readDocumentTemplate(app, personOf(actor))),
}));

export const action = guarded("organisation.document-template", async ({ app, actor, request }) => {
  const person = personOf(actor);
  const result = new URL(request.url).searchParams.has("remove")
    ? await removeDocumentTemplate(app, person)
    : await replaceDocumentTemplate(app, person, () => receiveFile(request));
  if (!result.ok) return refused(result.faults.map((fault) => ({ ...fault, place: { field: "file" } })));
  throw redirect("/document-template");
});

/** Shown beside the time, since a template belongs to no tender with a zone of its own. */
const zone = "Europe/Stockholm";

export default function DocumentTemplate() {
  const { template } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("documentTemplate.title")} lead={t("documentTemplate.lead")} />
      <ErrorSummary faults={faults} />
      <div className="flex max-w-measure flex-col gap-8">
        {template === null ? (
          <p>{t("documentTemplate.none")}</p>
        ) : (
          <section>
            <h2 className="mb-2 text-lg">{template.name}</h2>
            <p>
              {t("documentTemplate.since", {
                time: formatDateTime(template.createdUs, t.language, zone),
                kilobytes: String(Math.ceil(template.bytes / 1000)),
              })}
            </p>
            <p className="my-2 break-all font-mono text-ink-quiet text-sm">SHA-256 {template.sha256}</p>
            <Form method="post" action="?remove=1">
              <Button variant="danger">{t("documentTemplate.remove")}</Button>
            </Form>
          </section>
        )}
        <Form
          method="post"
          encType="multipart/form-data"
          className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4"
        >
          <label htmlFor="file" className="font-medium">
            {t("documentTemplate.file")}
          </label>
          <p id="file-hint" className="text-ink-quiet text-sm">
            {t("documentTemplate.hint")}
          </p>
          <FaultText id="file-fault" faults={faults ?? []} />
          <input
            type="file"
            id="file"
            name="file"
            accept=".docx,.dotx"
            required
            aria-describedby="file-hint"
          />
          <div>
            <Button variant="primary">
              {t(template === null ? "documentTemplate.use" : "documentTemplate.replace")}
            </Button>
          </div>
        </Form>
        <section>
          <h2 className="mb-2 text-lg">{t("documentTemplate.takenTitle")}</h2>
          <ul className="list-disc pl-5">
            <li>{t("documentTemplate.takenStyles")}</li>
            <li>{t("documentTemplate.takenPage")}</li>
            <li>{t("documentTemplate.takenEdges")}</li>
            <li>{t("documentTemplate.takenTable")}</li>
            <li>{t("documentTemplate.notTaken")}</li>
          </ul>
        </section>
      </div>
    </>
  );
}
