import { Form, redirect, useActionData, useLoaderData, useNavigation, useParams } from "react-router";
import { Button } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FaultText } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { receiveFile } from "#app/server/uploads.ts";
import { acceptWorkbook } from "#app/services/response/pending-workbook.ts";
import { readWorkbook } from "#app/services/response/read-workbook.ts";
import { type HeldChange, readWorkbookPage } from "#app/services/response/read-workbook-page.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) =>
  expectValue(await readWorkbookPage(app, actor, param(params, "tenderId"), language)),
);

export const action = guarded("response.edit", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const accepting = new URL(request.url).searchParams.get("accept");
  const result =
    accepting === null
      ? await readWorkbook(app, actor, tenderId, () => receiveFile(request), request.signal)
      : await acceptWorkbook(app, actor, tenderId, Number(accepting));
  if (!result.ok) return refused(result.faults);
  throw redirect(`/tenders/${tenderId}/respond${accepting === null ? "/workbook" : ""}`);
});

export default function Workbook() {
  const { pending, mayEdit } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const { tenderId } = useParams();
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("response.workbook")} lead={t("response.excel.lead")} />
      <ErrorSummary faults={faults?.map((fault) => ({ ...fault, place: { field: "file" } }))} />
      <p>
        <a href={`/tenders/${tenderId}/respond/workbook/download`} className="font-medium">
          {t("response.excel.download")}
        </a>{" "}
        <span className="text-ink-quiet">{t("response.excel.downloadHint")}</span>
      </p>
      {mayEdit && <Upload faults={faults ?? []} primary={pending === null} />}
      {pending !== null && <Difference pending={pending} mayEdit={mayEdit} />}
    </>
  );
}

function Upload({ faults, primary }: { faults: readonly Fault[]; primary: boolean }) {
  const t = useTranslate();
  const busy = useNavigation().formEncType === "multipart/form-data";
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="mt-6 max-w-measure rounded-md border border-line bg-surface p-4"
    >
      <h2 className="mb-2 text-lg">{t("response.excel.upload")}</h2>
      <label htmlFor="file" className="mb-1 block font-medium">
        {t("response.excel.file")}
      </label>
      <FaultText id="file-fault" faults={faults} />
      <input
        type="file"
        id="file"
        name="file"
        accept=".xlsx"
        aria-describedby="file-fault"
        className="mb-3 block w-full file:me-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-ink"
      />
      <Button variant={primary ? "primary" : "secondary"} disabled={busy}>
        {t(busy ? "response.excel.reading" : "response.excel.read")}
      </Button>
    </Form>
  );
}

type Pending = NonNullable<Awaited<ReturnType<typeof loader>>["pending"]>;

function Difference({ pending, mayEdit }: { pending: Pending; mayEdit: boolean }) {
  const t = useTranslate();
  const { changes, unchanged, faults, warnings } = pending;
  return (
    <section className="mt-8 flex flex-col gap-6">
      <div>
        <h2 className="mb-2 text-xl">{t("response.excel.difference", { name: pending.name })}</h2>
        {changes.length === 0 ? (
          <p>{t(faults.length === 0 ? "response.excel.nothing" : "response.excel.nothingElse")}</p>
        ) : (
          <DataTable<HeldChange>
            caption={t("response.excel.difference", { name: pending.name })}
            captionHidden
            rows={changes}
            rowKey={(row) => row.id}
            columns={[
              { id: "what", head: t("response.requirement"), cell: (row) => row.title },
              {
                id: "kind",
                head: t("response.excel.kind"),
                cell: (row) => (
                  <Tag tone={row.kind === "removed" ? "warning" : "neutral"}>
                    {t(`response.excel.kinds.${row.kind}`)}
                  </Tag>
                ),
              },
              { id: "before", head: t("response.excel.before"), cell: (row) => row.before ?? "–" },
              { id: "after", head: t("response.excel.after"), cell: (row) => row.after ?? "–" },
            ]}
          />
        )}
        {unchanged > 0 && (
          <p className="mt-2 text-ink-quiet text-sm">{t("response.excel.unchanged", { count: unchanged })}</p>
        )}
      </div>
      {faults.length > 0 && (
        <div>
          <h2 className="mb-1 text-xl">{t("response.excel.faults")}</h2>
          <p className="mb-2 max-w-measure">{t("response.excel.faultsLead")}</p>
          <DataTable
            caption={t("response.excel.faults")}
            captionHidden
            rows={faults}
            rowKey={(fault) => JSON.stringify(fault)}
            columns={[
              { id: "where", head: t("response.excel.where"), cell: (fault) => <Place fault={fault} /> },
              { id: "what", head: t("response.excel.what"), cell: (fault) => t.fault(fault) },
            ]}
          />
        </div>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" title={t("response.excel.warnings")}>
          <ul>
            {warnings.map((warning) => (
              <li key={JSON.stringify(warning)}>{t.fault(warning)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {mayEdit && changes.length > 0 && (
        <Form method="post" action={`?accept=${pending.readUs}`}>
          <Button variant="primary">{t("response.excel.accept")}</Button>
        </Form>
      )}
    </section>
  );
}

function Place({ fault: { place = {} } }: { fault: Fault }) {
  const t = useTranslate();
  const { sheet, row, column, field } = place;
  if (sheet !== undefined && row !== undefined) {
    return t("response.excel.cell", { sheet, row, column: column ?? "–" });
  }
  return field?.split(".").at(-1) ?? "–";
}
