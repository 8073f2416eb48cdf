import { data, useLoaderData, useParams } from "react-router";
import { Button } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { formatBytes, formatDateTime } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readReceipt } from "#app/services/response/read-receipt.ts";

/** Only the words of the page: the signed bytes themselves are downloaded. */
export const loader = guarded("response.read-own", async ({ app, actor, params }) => {
  const version = Number(param(params, "version"));
  if (!Number.isSafeInteger(version)) throw data(null, { status: 404 });
  const view = expectValue(await readReceipt(app, actor, param(params, "tenderId"), version));
  const { receipt, files, receivedUs, withdrawnUs, replaced, bidder, tenderTitle, timezone } = view;
  const signature = view.signature.toString("base64");
  return { receipt, files, receivedUs, withdrawnUs, replaced, bidder, tenderTitle, timezone, signature };
});

export default function ReceiptPage() {
  const view = useLoaderData<typeof loader>();
  const { tenderId } = useParams();
  const t = useTranslate();
  const { receipt } = view;
  const at = (us: number) => formatDateTime(us, t.language, view.timezone);
  const download = `/tenders/${tenderId}/respond/receipt/${receipt.version}/download`;
  const facts = [
    [t("response.receipt.received"), `${at(view.receivedUs)} (${receipt.received_at})`],
    [t("response.deadline"), `${at(Date.parse(receipt.deadline) * 1000)} (${receipt.deadline})`],
    [t("response.receipt.bidder"), view.bidder],
    [t("response.receipt.tender"), `${view.tenderTitle[t.language]} (${receipt.tender})`],
    [t("response.receipt.response"), receipt.response],
  ] as const;
  const proofs = [
    [t("response.receipt.content"), receipt.answers_sha256],
    [t("response.receipt.model"), receipt.model_sha256],
    [t("response.receipt.salt"), receipt.salt],
    [
      t("response.receipt.log"),
      t("response.receipt.logValue", { index: receipt.log.index, leaf: receipt.log.leaf }),
    ],
    [t("response.receipt.key"), receipt.key_id],
    [t("response.receipt.signature"), view.signature],
  ] as const;
  return (
    <>
      <PageHeader
        title={t("response.receipt.title", { version: receipt.version })}
        lead={t("response.receipt.lead")}
        action={
          <Button type="button" onClick={() => window.print()}>
            {t("response.receipt.print")}
          </Button>
        }
      />
      <div className="flex flex-col gap-6">
        {view.withdrawnUs !== null && (
          <Notice tone="warning">{t("response.receipt.withdrawn", { time: at(view.withdrawnUs) })}</Notice>
        )}
        {view.replaced && <Notice tone="warning">{t("response.receipt.replaced")}</Notice>}
        <Facts rows={facts} />
        <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
          <a href={download}>{t("response.receipt.download")}</a>
          <a href={`${download}?content`}>{t("response.receipt.copy")}</a>
        </p>
        <section>
          <h2 className="mb-2 text-xl">{t("response.receipt.files")}</h2>
          {view.files.length === 0 ? (
            <p>{t("response.receipt.noFiles")}</p>
          ) : (
            <DataTable
              caption={t("response.receipt.files")}
              captionHidden
              rows={view.files}
              rowKey={(file) => file.id}
              columns={[
                { id: "name", head: t("response.receipt.files"), cell: (file) => file.name },
                {
                  id: "slot",
                  head: t("response.receipt.slot"),
                  cell: (file) => (file.slot === "calls" ? t("measurement.calls.title") : file.slot),
                },
                {
                  id: "bytes",
                  head: t("response.receipt.bytes"),
                  numeric: true,
                  cell: (file) => formatBytes(file.bytes, t.language),
                },
                {
                  id: "sha256",
                  head: t("response.receipt.sha256"),
                  cell: (file) => <span className="break-all font-mono text-sm">{file.sha256}</span>,
                },
              ]}
            />
          )}
        </section>
        <section>
          <h2 className="mb-2 text-xl">{t("response.receipt.verify")}</h2>
          <p className="mb-3 max-w-measure">{t("response.receipt.verifyText")}</p>
          <Facts rows={proofs} exact />
        </section>
        <p className="max-w-measure text-ink-quiet text-sm">{t("response.sealed")}</p>
      </div>
    </>
  );
}

function Facts({
  rows,
  exact = false,
}: {
  readonly rows: ReadonlyArray<readonly [string, string]>;
  readonly exact?: boolean;
}) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[14rem_1fr]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-quiet">{label}</dt>
          <dd className={exact ? "break-all font-mono text-sm max-sm:mb-2" : "font-medium max-sm:mb-2"}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
