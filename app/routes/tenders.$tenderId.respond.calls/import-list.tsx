import { Form, Link } from "react-router";
import { Button } from "#app/components/button.tsx";
import { formatBytes, formatDateTime, formatNumber } from "#app/components/format.ts";
import { Progress } from "#app/components/progress.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { CallFiles, ListedImport } from "#app/services/measurement/list-call-files.ts";
import { FaultList } from "./fault-list.tsx";

/** What came of reading each file, newest first. */
export function ImportList({ imports, files }: Pick<CallFiles, "imports" | "files">) {
  const t = useTranslate();
  const replaced = new Set(imports.flatMap(({ replaces }) => replaces));
  return (
    <section id="imports" aria-labelledby="imports-title">
      <h2 id="imports-title" className="mb-3 text-xl">
        {t("measurement.calls.imports")}
      </h2>
      <ol className="flex flex-col gap-6">
        {imports.map((each) => (
          <li key={each.id}>
            <Import
              each={each}
              name={files.find(({ id }) => id === each.fileId)?.name ?? ""}
              replaced={replaced.has(each.id)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

const tones = {
  running: "accent",
  done: "positive",
  refused: "danger",
  cancelled: "neutral",
  interrupted: "warning",
} as const;

function Import({
  each,
  name,
  replaced,
}: {
  readonly each: ListedImport;
  readonly name: string;
  readonly replaced: boolean;
}) {
  const t = useTranslate();
  // The file is good, but does not stand beside what has been read before.
  const beside = each.faults.length > 0 && each.faults.every(({ code }) => code.startsWith("import_"));
  const state = replaced
    ? t("measurement.mapper.replaced")
    : t(beside ? "measurement.mapper.besideOthers" : `measurement.calls.state.${each.state}`);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Tag tone={replaced ? "neutral" : tones[each.state]}>{state}</Tag>
        <span className="font-medium">{name}</span>
        <span className="text-ink-quiet">{formatDateTime(each.startedUs, t.language, each.zone)}</span>
        {each.format && <span>{t.named(`measurement.format.${each.format}`)}</span>}
        {each.state === "done" && (
          <span>
            {t("measurement.mapper.rows", {
              count: each.rows,
              rows: formatNumber(String(each.rows), t.language),
            })}
          </span>
        )}
      </p>
      {each.state === "running" && (
        <Progress
          label={t("measurement.calls.progress")}
          done={each.bytesRead}
          total={each.bytesTotal}
          write={(bytes) => formatBytes(bytes, t.language)}
          cancel={
            <Form method="post">
              <input type="hidden" name="import" value={each.id} />
              <Button variant="quiet" name="intent" value="cancel">
                {t("measurement.calls.cancel")}
              </Button>
            </Form>
          }
        />
      )}
      {each.faultCount > 0 && (
        <>
          {!beside && (
            <p className="font-medium text-danger">
              {t("measurement.calls.faults", {
                count: each.faultCount,
                faults: formatNumber(String(each.faultCount), t.language),
              })}
            </p>
          )}
          <FaultList faults={each.faults} mapping={each.mapping} />
          {each.faults.some(({ code }) => code === "import_overlaps") && (
            <p>
              <Link to={`?${new URLSearchParams({ file: each.fileId, replace: "yes" })}#preview`}>
                {t("measurement.mapper.replaceInstead")}
              </Link>
            </p>
          )}
        </>
      )}
      {each.warnings.length > 0 && (
        <details>
          <summary>{t("measurement.calls.warnings")}</summary>
          <ul className="mt-1 ml-5 list-disc">
            {each.warnings.map(({ code, count }) => (
              <li key={code}>
                {t(`measurement.warning.${code}`)} ({formatNumber(String(count), t.language)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
