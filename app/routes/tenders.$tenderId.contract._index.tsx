import { Form, Link } from "react-router";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import {
  comparatorSign,
  formatDay,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatQuantity,
  shortMonths,
} from "#app/components/format.ts";
import { MonthBars } from "#app/components/month-bars.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import {
  type ContractPage,
  type MonthRow,
  type RequirementRow,
  readContractPage,
} from "#app/services/contract/read-contract-page.ts";
import type { Route } from "./+types/tenders.$tenderId.contract._index";

export const loader = guarded("contract.read", async ({ app, actor, params, request }) => {
  const search = new URL(request.url).searchParams;
  const asked = { month: search.get("month"), requirement: search.get("requirement") };
  return expectValue(await readContractPage(app, actor, param(params, "tenderId"), asked));
});

/** The contract month by month: what was kept, what was missed, what it costs. */
export default function FollowUp({ loaderData: page }: Route.ComponentProps) {
  const t = useTranslate();
  const base = `/tenders/${page.tenderId}/contract`;
  return (
    <>
      <PageHeader
        title={t("contract.title")}
        lead={t("contract.lead", {
          supplier: page.supplier,
          start: formatDay(page.startsOn, t.language),
          end: formatDay(page.endsOn, t.language),
        })}
        action={
          page.mayImport && (
            <ButtonLink to="calls" variant="primary">
              {t("contract.bring")}
            </ButtonLink>
          )
        }
      />
      {page.months.length === 0 ? (
        <EmptyState title={t("contract.none")}>{t("contract.noneText")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          {page.months
            .filter(({ termination }) => termination.length > 0)
            .slice(-1)
            .map(({ month, termination }) => (
              <Notice key={month} tone="danger">
                {formatMonth(month, t.language)}. {t("contract.termination", { ids: termination.join(", ") })}
              </Notice>
            ))}
          <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
            {page.month !== null && (
              <a href={`${base}/report?month=${page.month}&lang=${t.language}`} download>
                {t("contract.reportFor", { month: formatMonth(page.month, t.language) })}
              </a>
            )}
            <a href={`${base}/workbook?lang=${t.language}`} download>
              {t("contract.workbook")}
            </a>
          </p>
          <Bars page={page} />
          <Months page={page} />
          {page.month !== null && <Requirements page={page} month={page.month} />}
        </div>
      )}
    </>
  );
}

/** One requirement month by month, and the choice of another. */
function Bars({ page: { shown, months, requirements, month: chosen } }: { readonly page: ContractPage }) {
  const t = useTranslate();
  if (shown === null) return null;
  const values = [...shown.values, shown.threshold].flatMap((value) =>
    value === null ? [] : [Number(value)],
  );
  const max = shown.unit.sv === "%" ? 100 : Math.max(...values) * 1.15;
  const short = shortMonths(
    months.map(({ month }) => month),
    t.language,
  );
  return (
    <section className="flex flex-col gap-4">
      <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-3 print:hidden">
        {chosen !== null && <input type="hidden" name="month" value={chosen} />}
        <SelectField
          name="requirement"
          label={t("contract.requirement")}
          defaultValue={shown.id}
          choices={requirements.map(({ requirement, title }) => ({
            value: requirement,
            label: `${requirement} ${title[t.language]}`,
          }))}
        />
        <Button>{t("contract.show")}</Button>
      </Form>
      <MonthBars
        caption={t("contract.bars", { id: shown.id, title: shown.title[t.language] })}
        months={months.map(({ month }, index) => ({
          key: month,
          label: formatMonth(month, t.language),
          ...(short[index] && { short: short[index] }),
          value: shown.values[index] ?? null,
        }))}
        target={shown.threshold}
        max={String(max)}
        unit={shown.unit[t.language]}
        direction={shown.direction}
        maxDecimals={2}
      />
    </section>
  );
}

function Months({ page: { months, total, month: chosen } }: { readonly page: ContractPage }) {
  const t = useTranslate();
  const count = (kind: keyof MonthRow["counts"]) => (row: MonthRow) => row.counts[kind];
  return (
    <section>
      <DataTable<MonthRow>
        caption={t("contract.months")}
        rows={months}
        rowKey={({ month }) => month}
        chosen={({ month }) => month === chosen}
        columns={[
          {
            id: "month",
            head: t("contract.month"),
            cell: ({ month }) => <Link to={`?month=${month}`}>{formatMonth(month, t.language)}</Link>,
            foot: total === null ? undefined : t("contract.total"),
          },
          { id: "kept", head: t("contract.kept"), numeric: true, cell: count("verified") },
          { id: "missed", head: t("contract.missed"), numeric: true, cell: count("refuted") },
          {
            id: "undetermined",
            head: t("contract.undetermined"),
            numeric: true,
            cell: count("undetermined"),
          },
          { id: "noData", head: t("contract.noData"), numeric: true, cell: count("no_data") },
          {
            id: "credit",
            head: t("contract.credit"),
            numeric: true,
            cell: (row) => <Credit row={row} />,
            foot: total === null ? undefined : formatMoney(total.shown, t.language),
          },
        ]}
      />
      <p className="mt-2 text-ink-quiet text-sm">
        {t(total === null ? "contract.noSchedule" : "contract.formula")}
      </p>
    </section>
  );
}

function Credit({ row: { credit } }: { readonly row: MonthRow }) {
  const t = useTranslate();
  if (credit === null) return "–";
  const capped = Number(credit.percent) > Number(credit.cap);
  return (
    <>
      {formatMoney(credit.amount.shown, t.language)}
      {credit.percent !== "0" && (
        <span className="block text-ink-quiet text-sm">
          {t("contract.percentOfFee", {
            percent: formatPercent(credit.percent, t.language),
            fee: formatMoney(credit.fee.shown, t.language),
          })}
          {capped && `, ${t("contract.capped", { cap: formatPercent(credit.cap, t.language) })}`}
        </span>
      )}
    </>
  );
}

const verdicts = {
  verified: "verified",
  refuted: "refuted",
  undetermined: "undetermined",
  no_data: "no-data",
} as const;

function Requirements({
  page: { requirements },
  month,
}: {
  readonly page: ContractPage;
  readonly month: string;
}) {
  const t = useTranslate();
  const quantity = (value: string | null, unit: string) =>
    value === null ? "–" : formatQuantity(value, unit, t.language, { maxDecimals: 3 }).trim();
  return (
    <DataTable<RequirementRow>
      caption={t("contract.requirements", { month: formatMonth(month, t.language) })}
      rows={requirements}
      rowKey={({ requirement }) => requirement}
      columns={[
        {
          id: "requirement",
          head: t("contract.requirement"),
          cell: ({ requirement, title }) => (
            <>
              <span className="font-mono text-sm">{requirement}</span> {title[t.language]}
            </>
          ),
        },
        {
          id: "limit",
          head: t("contract.limit"),
          numeric: true,
          cell: ({ comparator, threshold, unit }) =>
            `${comparatorSign(comparator)} ${quantity(threshold, unit[t.language])}`,
        },
        {
          id: "promise",
          head: t("contract.promise"),
          numeric: true,
          cell: ({ promise, promiseKept, unit }) => (
            <>
              {quantity(promise, unit[t.language])}
              {promiseKept !== null && (
                <span className="block text-ink-quiet text-sm">
                  {t(promiseKept ? "contract.promiseKept" : "contract.promiseBroken")}
                </span>
              )}
            </>
          ),
        },
        {
          id: "measured",
          head: t("contract.measured"),
          numeric: true,
          cell: ({ shown: value, unit, numerator, denominator }) => (
            <>
              {quantity(value, unit[t.language])}
              {numerator !== null && denominator !== null && value !== null && (
                <span className="block text-ink-quiet text-sm">
                  {t("contract.counted", {
                    numerator: formatNumber(numerator, t.language, { maxDecimals: 1 }),
                    denominator: formatNumber(denominator, t.language),
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          id: "verdict",
          head: t("contract.verdict"),
          cell: ({ verdict, missedInARow }) => (
            <>
              <VerdictMark verdict={verdicts[verdict]} />
              {missedInARow > 1 && (
                <span className="block text-ink-quiet text-sm">
                  {t("contract.inARow", { count: missedInARow })}
                </span>
              )}
            </>
          ),
        },
        {
          id: "coverage",
          head: t("contract.coverage"),
          numeric: true,
          cell: ({ coverage }) =>
            coverage === null ? "–" : formatPercent(coverage, t.language, { maxDecimals: 2 }),
        },
        {
          id: "credit",
          head: t("contract.credit"),
          cell: ({ step, unit }) =>
            step === null
              ? "–"
              : t("contract.stepPassed", {
                  limit: quantity(step.limit, unit[t.language]),
                  percent: formatPercent(step.percent, t.language),
                }),
        },
      ]}
    />
  );
}
