import { DataTable } from "#app/components/data-table.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readOpenedResponse } from "#app/services/opening/read-opened-response.ts";
import type { Route } from "./+types/tenders.$tenderId.responses.$responseId";

export const loader = guarded("quality.read", async ({ app, actor, params, language }) =>
  expectValue(
    await readOpenedResponse(app, actor, param(params, "tenderId"), param(params, "responseId"), language),
  ),
);

/** An opened response as it was submitted, without its prices. */
export default function OpenedResponse({ loaderData: page }: Route.ComponentProps) {
  const t = useTranslate();
  const said = (type: "text" | "yes-no", value: string | null) => {
    if (value === null) return <span className="text-ink-quiet">{t("response.company.notStated")}</span>;
    return type === "text" ? (
      <span className="whitespace-pre-line">{value}</span>
    ) : (
      t(value === "yes" ? "response.company.yes" : "response.company.no")
    );
  };
  return (
    <>
      <PageHeader
        title={page.vendor}
        lead={t("response.opened.lead", {
          version: page.version,
          time: formatDateTime(page.receivedUs, t.language, page.timezone),
        })}
      />
      <div className="flex flex-col gap-8">
        {page.statements.map(({ title, rows }) => (
          <section key={title}>
            <h2 className="mb-2 text-xl">{title}</h2>
            <dl className="grid max-w-[70rem] gap-x-6 gap-y-2 sm:grid-cols-[1fr_1fr]">
              {rows.map(({ id, type, sentence, value }) => (
                <div key={id} className="contents">
                  <dt className="text-ink-quiet">{sentence}</dt>
                  <dd className="font-medium max-sm:mb-2">{said(type, value)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <DataTable
          caption={t("response.opened.answers", { count: page.answers.length })}
          rows={page.answers}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "requirement",
              head: t("response.requirement"),
              cell: ({ id, title, text }) => (
                <details>
                  <summary>
                    <span className="font-mono text-sm">{id}</span> {title}
                  </summary>
                  <p className="mt-1 max-w-measure text-ink-quiet text-sm">{text}</p>
                </details>
              ),
            },
            { id: "level", head: t("response.level"), cell: ({ level }) => <LevelLabel level={level} /> },
            {
              id: "answer",
              head: t("response.opened.answer"),
              cell: ({ answer }) =>
                answer === null ? (
                  <span className="text-ink-quiet">{t("response.states.missing")}</span>
                ) : (
                  <span className="whitespace-pre-line">{answer}</span>
                ),
            },
            {
              id: "files",
              head: t("response.opened.files"),
              cell: ({ files }) =>
                files.length === 0 ? (
                  "–"
                ) : (
                  <ul>
                    {files.map(({ id, name }) => (
                      <li key={id}>
                        <a href={`/tenders/${page.tenderId}/opening/file/${id}`} download>
                          {name}
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
        <p className="text-ink-quiet text-sm">
          {t("response.opened.hash")} <span className="break-all font-mono">{page.contentSha256}</span>
        </p>
      </div>
    </>
  );
}
