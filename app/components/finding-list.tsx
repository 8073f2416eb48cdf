import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { languages } from "#app/domain/language.ts";

/** A finding of the linter, as a page shows it. */
export interface ShownFinding {
  readonly key: string;
  readonly ruleId: string;
  readonly severity: "error" | "warning";
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly reason: string | null;
}

/**
 * Findings with their rule, errors first. A warning asks for the reason why it is accepted; `version` null shows
 * without asking. `hrefOf` leads to the field.
 */
export function FindingList({
  findings,
  version,
  hrefOf,
  named = false,
}: {
  readonly findings: readonly ShownFinding[];
  readonly version: number | null;
  readonly hrefOf?: (finding: ShownFinding) => string;
  /** Says which requirement each belongs to, where several stand together. */
  readonly named?: boolean;
}) {
  const t = useTranslate();
  const ordered = [...findings].sort((a, b) =>
    a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1,
  );
  return (
    <ul className="flex flex-col gap-3">
      {ordered.map((finding) => {
        const { key, severity, ruleId, code, params, path } = finding;
        const words = t.fault({ code, params, place: { field: path } });
        const language = languages.find((one) => path.endsWith(`.${one}`));
        const look = severity === "error" ? "border-l-danger" : "border-l-warning";
        return (
          <li key={key} className={`rounded-md border border-line border-l-4 bg-surface p-3 text-sm ${look}`}>
            <p className="mb-1 flex flex-wrap items-center gap-x-2 text-ink-quiet">
              <Icon name="warning" className={severity === "error" ? "text-danger" : "text-warning"} />
              <span className="font-medium">{t(`tender.severity.${severity}`)}</span>
              {language && <span>{t(`tender.edit.${language}`)}</span>}
              <span className="ml-auto whitespace-nowrap font-mono">
                {named && params.id ? `${params.id} · ${ruleId}` : ruleId}
              </span>
            </p>
            {hrefOf ? <a href={hrefOf(finding)}>{words}</a> : <p>{words}</p>}
            {severity === "warning" && <Reason finding={finding} version={version} />}
          </li>
        );
      })}
    </ul>
  );
}

function Reason({ finding: { key, reason }, version }: { finding: ShownFinding; version: number | null }) {
  const t = useTranslate();
  if (version === null) return reason === null ? null : <p className="mt-2 text-ink-quiet">{reason}</p>;
  return (
    <details className="mt-2" open={reason === null}>
      <summary>{reason === null ? t("tender.reason.give") : t("tender.reason.given")}</summary>
      <Form method="post" preventScrollReset className="mt-2 flex flex-col gap-2">
        <input type="hidden" name="intent" value="reason" />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="finding" value={key} />
        <TextArea
          name={`reason.${key}`}
          label={<span className="sr-only">{t("tender.reason.label")}</span>}
          rows={2}
          defaultValue={reason ?? ""}
          key={reason}
        />
        <Button className="self-start">{t("tender.reason.save")}</Button>
      </Form>
    </details>
  );
}
