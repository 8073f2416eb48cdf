import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { type TenderInList, TenderRow } from "#app/components/tender-row.tsx";
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

function Rows({ title, rows, nowUs }: { title: string; rows: readonly TenderInList[]; nowUs: number }) {
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
