import { useRef } from "react";
import { Form, Link, useSubmit } from "react-router";
import { Button } from "#app/components/button.tsx";
import { CheckField, SelectField } from "#app/components/choice-field.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatMoment } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { clocks } from "#app/domain/measurement/definition.ts";
import type { AskedPreview } from "./asked-preview.ts";
import { ColumnMapper } from "./column-mapper.tsx";
import { FaultList } from "./fault-list.tsx";

/** Formats to choose from; the text files of one cannot be told from another's name. */
const choosable = ["calls-csv", "queue-log", "queue-log-table", "freeswitch", "3cx", "mapped"] as const;

/**
 * How the file is read: format, zone and, for a layout that is not known, its columns; below it the first rows as they
 * would be taken. Each change is shown at once, without scripts by the button.
 */
export function CallPreview({
  preview,
  sameAs,
  mayEdit,
}: {
  readonly preview: AskedPreview;
  readonly sameAs: string | null;
  readonly mayEdit: boolean;
}) {
  const t = useTranslate();
  const { asked, format, lookalike } = preview;
  const showAgain = useShowAgain();
  const detected =
    asked.format === "auto" && format !== null
      ? t("measurement.mapper.autoIs", { format: t.named(`measurement.format.${format}`) })
      : t("measurement.mapper.auto");
  return (
    <section
      id="preview"
      aria-labelledby="preview-title"
      className="mb-10 rounded-md border border-line bg-surface p-4 sm:p-6"
    >
      <h2 id="preview-title" className="text-xl">
        {t("measurement.calls.previewTitle")}
      </h2>
      <p className="mb-4 break-words text-ink-quiet">{preview.name}</p>
      {sameAs !== null && (
        <div className="mb-4">
          <Notice tone="warning">{t("measurement.mapper.sameAs", { name: sameAs })}</Notice>
        </div>
      )}
      {lookalike !== null && (
        <div className="mb-4">
          <Notice tone="danger">{t(`measurement.mapper.${lookalike}`)}</Notice>
        </div>
      )}
      <Form method="get" onChange={showAgain} preventScrollReset>
        <input type="hidden" name="file" value={preview.fileId} />
        <div className="mb-6 flex flex-wrap items-end gap-4">
          <SelectField
            name="format"
            label={t("measurement.mapper.format")}
            defaultValue={asked.format}
            className="w-72"
            choices={[
              { value: "auto", label: detected },
              ...choosable.map((value) => ({ value, label: t.named(`measurement.format.${value}`) })),
            ]}
          />
          <TextField
            name="zone"
            label={t("measurement.calls.zone")}
            defaultValue={preview.zone}
            className="w-56"
            faults={preview.faults}
          />
          <Button>{t("measurement.mapper.show")}</Button>
        </div>
        {format === "mapped" && preview.mapping !== null && preview.table !== null && (
          <ColumnMapper
            preview={preview}
            mapping={preview.mapping}
            names={preview.table.names}
            mayEdit={mayEdit}
          />
        )}
        <div aria-live="polite">
          {preview.faults.length > 0 && (
            <p className="mb-2 font-medium text-danger">{t("measurement.calls.faultsHere")}</p>
          )}
          <FaultList faults={preview.faults} mapping={format === "mapped" ? preview.mapping : null} />
        </div>
        {format !== "mapped" && <Taken columns={preview.columns} />}
        <FirstRows rows={preview.rows} zone={preview.zoneUsed} />
        {preview.partial && <p className="mt-2 text-ink-quiet text-sm">{t("measurement.calls.partial")}</p>}
        {format !== null && mayEdit && (
          <div className="mt-6 flex flex-col items-start gap-4">
            <SelectField
              name="clock"
              label={t("measurement.calls.clock")}
              defaultValue={asked.clock}
              className="w-64"
              choices={clocks.map((clock) => ({ value: clock, label: t(`measurement.clock.${clock}`) }))}
            />
            <CheckField
              name="replace"
              value="yes"
              defaultChecked={asked.replace}
              label={t("measurement.mapper.replace")}
              hint={t("measurement.mapper.replaceHint")}
            />
            <Button variant="primary" name="intent" value="import" formMethod="post">
              {t("measurement.calls.start")}
            </Button>
          </div>
        )}
      </Form>
      {preview.presets.length > 0 && format === "mapped" && (
        <p className="mt-6 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <span className="text-ink-quiet">{t("measurement.mapper.presets")}</span>
          {preview.presets.map((name) => (
            <Link
              key={name}
              to={`?${new URLSearchParams({ file: preview.fileId, format: "mapped", preset: name })}#preview`}
              aria-current={name === preview.preset ? "true" : undefined}
            >
              {name}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}

/** Sends the form when nothing has been changed for a moment, so that typing is not interrupted. */
function useShowAgain() {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (event: React.ChangeEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void submit(form, { replace: true, preventScrollReset: true }), 400);
  };
}

function Taken({ columns }: Pick<AskedPreview, "columns">) {
  const t = useTranslate();
  if (columns.length === 0) return null;
  return (
    <dl className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {columns.map(({ name, column }) => (
        <div key={name} className="flex min-w-0 flex-wrap gap-x-1.5">
          <dt className="break-all text-ink-quiet">{name} →</dt>
          <dd className="font-medium">
            {column === null ? t("measurement.calls.ignored") : t.named(`measurement.mapper.field.${column}`)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Times as they are taken, where the calls were: a wrong time zone shows when the file tells its own. */
function FirstRows({ rows, zone }: Pick<AskedPreview, "rows"> & { readonly zone: string }) {
  const t = useTranslate();
  if (rows.length === 0) return null;
  const at = (instant: string | null) => <Instant at={instant} zone={zone} />;
  const columns: Column<AskedPreview["rows"][number]>[] = [
    { id: "line", head: t("measurement.calls.line"), cell: ({ line }) => line },
    { id: "queue", head: t("measurement.calls.queue"), cell: ({ queue }) => queue },
    {
      id: "disposition",
      head: t("measurement.calls.disposition"),
      cell: ({ disposition }) => t(`measurement.mapper.outcome.${disposition}`),
    },
    { id: "arrival", head: t("measurement.calls.arrival"), cell: ({ arrival }) => at(arrival) },
    {
      id: "answered",
      head: t("measurement.calls.answered"),
      cell: ({ answered }) => at(answered),
    },
    { id: "ended", head: t("measurement.calls.ended"), cell: ({ ended }) => at(ended) },
  ];
  return (
    <DataTable
      caption={t("measurement.calls.rows")}
      columns={columns}
      rows={rows}
      rowKey={({ line, callId }) => `${line} ${callId}`}
    />
  );
}

function Instant({ at, zone }: { at: string | null; zone: string }) {
  const t = useTranslate();
  return (
    <span className="whitespace-nowrap">
      {at === null ? "–" : formatMoment(Date.parse(at) * 1000, t.language, zone)}
    </span>
  );
}
