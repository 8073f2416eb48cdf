import { Form, Link } from "react-router";
import { Button } from "#app/components/button.tsx";
import { formatBytes, formatDateTime, formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { RecordKindId } from "#app/domain/records/record-contents.ts";
import type { ListedRecords } from "#app/services/records/list-records.ts";
import { Warnings } from "./record-warnings.tsx";

/** Where the vendor sees what the buyer will see of the records, beside this page. */
const pages: Partial<Record<RecordKindId, string>> = {
  incidents: "../incidents",
  staffing_plan: "../staffing-plan",
};
const pageOfOthers = "../key-figures";

/** Uploaded but not accepted: they lie in the response and count for nothing. */
export function WaitingFiles({ files, mayEdit }: { files: readonly ListedRecords[]; mayEdit: boolean }) {
  const t = useTranslate();
  const waiting = files.filter(({ accepted }) => accepted === null);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="mb-10">
      <h2 id="waiting" className="mb-1 text-xl">
        {t("records.waiting")}
      </h2>
      <p className="mb-3 text-ink-quiet">{t("records.notAccepted")}</p>
      <ul className="flex flex-col gap-2">
        {waiting.map((file) => (
          <li key={file.fileId}>
            <FileLine file={file} mayEdit={mayEdit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each kind with what belongs there, its template, and the file that was handed in. */
export function Kinds({
  kinds,
  files,
  mayEdit,
}: {
  kinds: readonly RecordKindId[];
  files: readonly ListedRecords[];
  mayEdit: boolean;
}) {
  const t = useTranslate();
  return (
    <section id="kinds" aria-labelledby="kinds-title">
      <h2 id="kinds-title" className="mb-4 text-xl">
        {t("records.kinds")}
      </h2>
      <ul className="flex flex-col gap-4">
        {kinds.map((kind) => {
          const file = files.find(({ accepted }) => accepted?.kind === kind);
          const page = pages[kind] ?? pageOfOthers;
          return (
            <li key={kind} className="rounded-md border border-line bg-surface p-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <h3 className="font-semibold text-lg">{t(`records.kind.${kind}`)}</h3>
                <a href={`/record-templates/${kind}`} download>
                  {t("records.template")}
                  <span className="sr-only"> {t(`records.kind.${kind}`)}</span>
                </a>
              </div>
              <p className="max-w-measure text-ink-quiet">{t(`records.about.${kind}`)}</p>
              {file?.accepted ? (
                <div className="mt-3 border-line border-t pt-3">
                  <FileLine file={file} mayEdit={mayEdit} />
                  <p className="text-ink-quiet text-sm">
                    {t("records.rowCount", {
                      count: file.accepted.rows,
                      rows: formatNumber(String(file.accepted.rows), t.language),
                    })}
                    {" · "}
                    {t("records.acceptedAt", {
                      at: formatDateTime(file.accepted.atUs, t.language, file.accepted.zone),
                      zone: file.accepted.zone,
                    })}
                  </p>
                  <Warnings warnings={file.accepted.warnings} />
                  <p className="mt-2">
                    <Link to={page} relative="path">
                      {t("records.see")}
                      <span className="sr-only"> {t(`records.kind.${kind}`)}</span>
                    </Link>
                  </p>
                </div>
              ) : (
                <p className="mt-2 font-medium">{t("records.none")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FileLine({ file, mayEdit }: { file: ListedRecords; mayEdit: boolean }) {
  const t = useTranslate();
  const { fileId, name, bytes, sha256, accepted } = file;
  return (
    <div className="flex flex-wrap items-baseline gap-x-4">
      <a href={`file/${fileId}`} className="font-medium">
        {name}
      </a>
      <span className="text-ink-quiet">{formatBytes(bytes, t.language)}</span>
      <code className="text-ink-quiet text-sm">{sha256.slice(0, 16)}…</code>
      <Link to={`?file=${fileId}${accepted ? `&zone=${accepted.zone}` : ""}#preview`}>
        {t("records.preview")}
        <span className="sr-only"> {name}</span>
      </Link>
      {mayEdit && (
        <Form method="post" className="contents">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="file" value={fileId} />
          <Button variant="quiet" aria-label={t("records.removeNamed", { name })}>
            {t("records.remove")}
          </Button>
        </Form>
      )}
    </div>
  );
}
