import { useParams } from "react-router";
import { formatDateTime } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { RecordSource as Source } from "#app/domain/records/record-contents.ts";

/** Which file figures come from, when it was taken over, and the hash of what was read: for whoever checks them. */
export function RecordSource({ source }: { readonly source: Source }) {
  const t = useTranslate();
  const { tenderId, responseId } = useParams();
  const { fileId, atUs, zone, sha256 } = source;
  const folder = responseId === undefined ? "respond" : "opening";
  return (
    <span className="text-ink-quiet">
      {t("records.acceptedAt", { at: formatDateTime(atUs, t.language, zone), zone })}
      {". "}
      <a href={`/tenders/${tenderId}/${folder}/file/${fileId}`}>{t("records.download")}</a>{" "}
      <code className="text-sm" title={sha256}>
        {sha256.slice(0, 16)}…
      </code>
    </span>
  );
}
