import { Link } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { formatDateTime, formatDistance } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { StageBar } from "#app/components/stage-bar.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded } from "#app/server/guard.ts";
import { listTenders } from "#app/services/tender/list-tenders.ts";
import type { Route } from "./+types/tenders._index";

export const loader = guarded("tender.list", async ({ app, actor }) =>
  expectValue(await listTenders(app, actor)),
);

export default function Tenders({ loaderData: { waiting, others, nowUs, mayCreate } }: Route.ComponentProps) {
  const t = useTranslate();
  const create = mayCreate && (
    <ButtonLink variant="primary" to="/tenders/new">
      {t("tender.new.create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("common.tenders")} lead={t("tender.list.lead")} action={create} />
      {waiting.length + others.length === 0 && (
        <EmptyState title={t("tender.list.none")} action={create}>
          {t("tender.list.noneText")}
        </EmptyState>
      )}
      <Rows title={t("tender.list.waiting")} rows={waiting} nowUs={nowUs} />
      <Rows title={t("tender.list.others")} rows={others} nowUs={nowUs} />
    </>
  );
}

type Row = Route.ComponentProps["loaderData"]["waiting"][number];

function Rows({ title, rows, nowUs }: { title: string; rows: readonly Row[]; nowUs: number }) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-10" aria-label={title}>
      <h2 className="mb-2 text-lg">{title}</h2>
      <ul className="border-line border-t">
        {rows.map((row) => (
          <TenderRow key={row.tenderId} row={row} nowUs={nowUs} />
        ))}
      </ul>
    </section>
  );
}

function TenderRow({ row, nowUs }: { row: Row; nowUs: number }) {
  const t = useTranslate();
  const { tenderId, title, caseNumber, buyer, stage, deadlineUs, timezone, next } = row;
  const name = title[t.language] || t("tender.untitled");
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-line border-b py-4 sm:grid-cols-[1fr_12rem_13rem]">
      <div className="min-w-0">
        <Link to={`/tenders/${tenderId}`} className="font-medium text-lg">
          {name}
        </Link>
        <p className="text-ink-quiet text-sm">{[buyer, caseNumber].filter(Boolean).join(" · ")}</p>
        {next && <p className="mt-1 font-medium text-accent text-sm">{t(`tender.next.${next}`)}</p>}
      </div>
      <StageBar stage={stage} compact />
      <p className="text-sm">
        {deadlineUs === null ? (
          <span className="text-ink-quiet">{t("tender.list.noDeadline")}</span>
        ) : (
          <>
            {formatDateTime(deadlineUs, t.language, timezone)}
            <span className="block text-ink-quiet">{formatDistance(deadlineUs, nowUs, t.language)}</span>
          </>
        )}
      </p>
    </li>
  );
}
