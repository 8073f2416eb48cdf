import { Form, Link } from "react-router";
import { Button } from "#app/components/button.tsx";
import { formatBytes } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { CallFiles } from "#app/services/measurement/list-call-files.ts";

/** The files that belong to the response. One that was uploaded by mistake can be taken out again. */
export function CallFileList({ files, mayEdit }: Pick<CallFiles, "files" | "mayEdit">) {
  const t = useTranslate();
  return (
    <ul className="flex flex-col gap-2">
      {files.map(({ id, name, bytes, sha256, sameAs }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-medium">{name}</span>
          <span className="text-ink-quiet">{formatBytes(bytes, t.language)}</span>
          <code className="text-ink-quiet text-sm">{sha256.slice(0, 16)}…</code>
          {sameAs !== null && <span>{t("measurement.mapper.sameAs", { name: sameAs })}</span>}
          <Link to={`?file=${id}#preview`}>{t("measurement.calls.preview")}</Link>
          {mayEdit && (
            <Form method="post" className="contents">
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="file" value={id} />
              <Button variant="quiet" aria-label={t("response.question.removeNamed", { name })}>
                {t("response.question.remove")}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
