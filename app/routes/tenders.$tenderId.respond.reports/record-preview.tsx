import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatNumber } from "#app/components/format.ts";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { RecordPreview } from "#app/services/records/preview-records.ts";
import { Warnings } from "./record-warnings.tsx";

/** What a file is taken for: its columns and first rows, and everything that is wrong with it. */
export function Preview({ preview, mayEdit }: { preview: RecordPreview; mayEdit: boolean }) {
  const t = useTranslate();
  const { kind, accepted, faultCount, replaces, rows } = preview;
  return (
    <section
      id="preview"
      aria-labelledby="preview-title"
      className="mb-10 rounded-md border border-line bg-surface p-4 sm:p-6"
    >
      <h2 id="preview-title" className="text-xl">
        {t("records.previewTitle")}
      </h2>
      <p className="mb-4 text-ink-quiet">
        {preview.name}
        {kind && ` · ${t("records.takenAs", { kind: t(`records.kind.${kind}`) })}`}
        {` · ${t("records.rowCount", { count: rows, rows: formatNumber(String(rows), t.language) })}`}
      </p>
      {faultCount > 0 && <Faults preview={preview} />}
      <FirstRows preview={preview} />
      <Warnings warnings={preview.warnings} />
      {accepted && <p className="mt-4 font-medium">{t("records.acceptedAlready")}</p>}
      {mayEdit && kind && !accepted && (
        <>
          <Form method="get" action="#preview" className="mt-6 flex flex-wrap items-end gap-4">
            <input type="hidden" name="file" value={preview.fileId} />
            <TextField name="zone" label={t("records.zone")} defaultValue={preview.zone} className="w-56" />
            <Button>{t("records.look")}</Button>
          </Form>
          {faultCount === 0 && (
            <Form method="post" className="mt-6 flex flex-wrap items-center gap-4">
              <input type="hidden" name="file" value={preview.fileId} />
              <input type="hidden" name="zone" value={preview.zone} />
              <Button variant="primary" name="intent" value="accept">
                {t("records.accept")}
              </Button>
              {replaces !== null && <p>{t("records.replaces", { name: replaces })}</p>}
            </Form>
          )}
        </>
      )}
    </section>
  );
}

const shownFaults = 100;

function Faults({ preview: { faults, faultCount } }: { preview: RecordPreview }) {
  const t = useTranslate();
  const columns: Column<Fault>[] = [
    { id: "line", head: t("records.line"), numeric: true, cell: ({ place }) => place?.line },
    { id: "column", head: t("records.column"), cell: ({ place }) => place?.column ?? "–" },
    {
      id: "value",
      head: t("records.value"),
      cell: ({ params }) => (params?.value === undefined ? "–" : <code>{params.value}</code>),
    },
    { id: "fault", head: t("records.fault"), cell: (fault) => t.fault(fault) },
  ];
  return (
    <div className="mb-6">
      <p className="mb-2 font-medium text-danger">{t("records.faults", { count: faultCount })}</p>
      <DataTable
        caption={t("records.fault")}
        captionHidden
        columns={columns}
        rows={faults.slice(0, shownFaults)}
        rowKey={({ code, place }) => JSON.stringify([code, place])}
      />
      {faultCount > shownFaults && (
        <p className="mt-2 text-ink-quiet text-sm">{t("records.faultsShown", { shown: shownFaults })}</p>
      )}
    </div>
  );
}

/** The file's own names over what they were taken for, and the cells as they stand there. */
function FirstRows({ preview: { columns, first } }: { preview: RecordPreview }) {
  const t = useTranslate();
  if (first.length === 0) return null;
  const shown: Column<RecordPreview["first"][number]>[] = [
    { id: "line", head: t("records.line"), numeric: true, cell: ({ line }) => line },
    ...columns.map(({ name, column }, index) => ({
      id: `${name} ${index}`,
      head: (
        <>
          {name}
          <span className="block font-normal text-ink-quiet text-sm">→ {column ?? t("records.ignored")}</span>
        </>
      ),
      cell: ({ cells }: RecordPreview["first"][number]) => (
        <span className="whitespace-nowrap">{cells[index]}</span>
      ),
    })),
  ];
  return (
    <DataTable caption={t("records.rows")} columns={shown} rows={first} rowKey={({ line }) => String(line)} />
  );
}
