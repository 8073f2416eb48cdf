import { Link } from "react-router";
import { DataTable } from "#app/components/data-table.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { OpeningRecord } from "#app/domain/opening/record.ts";
import type { OpeningView } from "#app/services/opening/read-opening.ts";

type Bid = OpeningRecord["bids"][number];

/** The opening record, to be read and printed. Times are local with the exact instant beside the ones that decide. */
export function OpeningRecordSection({
  opened: { part, record, sha256 },
  timezone,
  readBase,
}: {
  readonly opened: OpeningView["records"][number];
  readonly timezone: string;
  /** Where opened responses are read; null for those who may not. */
  readonly readBase: string | null;
}) {
  const t = useTranslate();
  const at = (instant: string) => formatDateTime(Date.parse(instant) * 1000, t.language, timezone);
  const facts = [
    [t("opening.caseNumber"), record.case_number],
    [t("opening.record.buyer"), record.buyer],
    [t("opening.deadline"), `${at(record.deadline)} (${record.deadline})`],
    [t("opening.record.opened"), `${at(record.opened_at)} (${record.opened_at})`],
    [
      t("opening.record.openers"),
      record.openers
        .map(({ name, confirmed_at }) => t("opening.record.confirmed", { name, time: at(confirmed_at) }))
        .join("; "),
    ],
    [
      t("opening.record.late"),
      record.late_attempts === 0
        ? t("opening.record.lateNone")
        : t("opening.record.lateValue", { count: record.late_attempts }),
    ],
    [t("opening.record.logIndex"), String(record.log_index)],
  ] as const;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{t(`opening.record.${part}`)}</h2>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[16rem_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-quiet">{label}</dt>
            <dd className="font-medium max-sm:mb-2">{value}</dd>
          </div>
        ))}
      </dl>
      {record.bids.length === 0 ? (
        <p>{t("opening.record.none")}</p>
      ) : (
        <DataTable<Bid>
          caption={t("opening.record.bids", { count: record.bids.length })}
          rows={record.bids}
          rowKey={(bid) => bid.response}
          columns={[
            {
              id: "bidder",
              head: t("opening.record.bidder"),
              cell: (bid) => (
                <>
                  {readBase === null || bid.withdrawn_at !== null ? (
                    bid.bidder
                  ) : (
                    <Link to={`${readBase}/${bid.response}`}>{bid.bidder}</Link>
                  )}
                  <span className="block text-ink-quiet text-sm">{bid.organisation_number}</span>
                </>
              ),
            },
            {
              id: "received",
              head: t("opening.record.received"),
              cell: (bid) => (
                <>
                  {at(bid.received_at)}
                  <span className="block whitespace-nowrap text-ink-quiet text-sm tabular-nums">
                    {bid.received_at}
                  </span>
                  {bid.withdrawn_at !== null && (
                    <span className="block">
                      <Tag tone="warning">
                        {t("opening.record.withdrawn", { time: at(bid.withdrawn_at) })}
                      </Tag>
                    </span>
                  )}
                </>
              ),
            },
            { id: "version", head: t("opening.record.version"), numeric: true, cell: (bid) => bid.version },
            { id: "files", head: t("opening.record.files"), cell: (bid) => <Files bid={bid} /> },
            {
              id: "sha256",
              head: t("opening.record.sha256"),
              cell: (bid) => <span className="break-all font-mono text-sm">{bid.content_sha256}</span>,
            },
          ]}
        />
      )}
      <p className="text-sm">
        {t("opening.record.fingerprint")}: <span className="break-all font-mono">{sha256}</span>
      </p>
      <p className="text-ink-quiet text-sm">{t("opening.record.remote")}</p>
    </section>
  );
}

/** Folded on the screen, where the bids are what one looks for; printed whole. */
function Files({ bid }: { bid: Bid }) {
  const t = useTranslate();
  if (bid.files.length === 0) return "–";
  return (
    <details className="min-w-56 text-sm">
      <summary className="text-accent">{t("opening.record.fileCount", { count: bid.files.length })}</summary>
      <ul className="mt-2 flex flex-col gap-1">
        {bid.files.map((file) => (
          <li key={`${file.slot} ${file.name} ${file.sha256}`}>
            {file.slot === "calls" ? t("measurement.calls.title") : file.slot}: {file.name}
            <span className="block break-all font-mono text-ink-quiet">{file.sha256}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
