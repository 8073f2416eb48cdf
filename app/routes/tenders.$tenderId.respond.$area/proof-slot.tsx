import { useFetcher } from "react-router";
import { Button } from "#app/components/button.tsx";
import { FaultText } from "#app/components/field.tsx";
import { formatBytes } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { Question } from "#app/services/response/read-questions.ts";
import type { Outcome } from "./outcome.ts";

/** The proof that a requirement asks for, and the files that the vendor has put there. */
export function ProofSlot({
  question,
  faults,
  disabled,
  fileBase,
}: {
  readonly question: Question;
  readonly faults: readonly Fault[];
  readonly disabled: boolean;
  readonly fileBase: string;
}) {
  const t = useTranslate();
  const upload = useFetcher<Outcome>();
  const name = `files.${question.id}`;
  const own = (upload.data?.faults ?? faults).filter((fault) => fault.place?.field === name);
  const busy = upload.state !== "idle";
  return (
    <div className="rounded-md bg-sunken p-4">
      <h3 className="font-medium">{t("response.question.proof")}</h3>
      <p className="text-ink-quiet text-sm">{question.proof}</p>
      {question.files.length === 0 ? (
        <p className="mt-2 text-sm">{t("response.question.noneYet")}</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2">
          {question.files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
              <span className="min-w-0">
                <a href={`${fileBase}/${file.id}`} className="break-all">
                  {file.name}
                </a>{" "}
                <span className="text-ink-quiet">{formatBytes(file.bytes, t.language)}</span>
              </span>
              {!disabled && <RemoveFile file={file} />}
            </li>
          ))}
        </ul>
      )}
      {!disabled && (
        <upload.Form
          method="post"
          action={`?slot=${question.id}`}
          encType="multipart/form-data"
          className="mt-3"
          onChange={(event) => void upload.submit(event.currentTarget)}
        >
          <label htmlFor={name} className="mb-1 block font-medium text-sm">
            {t("response.question.attach")}
          </label>
          <p id={`${name}-hint`} className="mb-1 text-ink-quiet text-sm">
            {t("response.question.fileHint")}
          </p>
          <FaultText id={`${name}-fault`} faults={own} />
          <input
            // A chosen file that has been taken care of is no longer chosen.
            key={question.files.length}
            type="file"
            id={name}
            name="file"
            disabled={busy}
            aria-describedby={`${name}-hint ${name}-fault`}
            accept=".pdf,.docx,.xlsx,.csv,.txt,.png,.jpg,.jpeg"
            className="block w-full text-sm file:me-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-ink"
          />
          <p role="status" className="text-sm">
            {busy && t("response.question.uploading")}
          </p>
          <noscript>
            <Button>{t("response.question.attach")}</Button>
          </noscript>
        </upload.Form>
      )}
    </div>
  );
}

function RemoveFile({ file }: { file: Question["files"][number] }) {
  const t = useTranslate();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="remove" value={file.id} />
      <Button variant="quiet" aria-label={t("response.question.removeNamed", { name: file.name })}>
        {t("response.question.remove")}
      </Button>
    </fetcher.Form>
  );
}
