import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatNumber } from "#app/components/format.ts";
import { dayAnchor } from "#app/components/staffing-week.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { StaffingRow } from "#app/domain/staffing/staffing-page.ts";
import type { Translate } from "#app/i18n/translate.ts";

export const planTones = { fail: "danger", question: "warning", plausible: "positive" } as const;

const clockOf = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;

export const timeOf = (t: Translate, { weekday, slot, date }: StaffingRow): string =>
  `${t.named(`staffing.day.${weekday}`)} ${clockOf(slot)}${date === null ? "" : ` (${date})`}`;

/** Half hours of a plan against what they need. `anchored` rows are where the picture's days lead to. */
export function StaffingRows({
  caption,
  rows,
  anchored = false,
}: {
  caption: string;
  rows: readonly StaffingRow[];
  anchored?: boolean;
}) {
  const t = useTranslate();
  const number = (value: string | number) => formatNumber(String(value), t.language);
  const columns: Column<StaffingRow>[] = [
    {
      id: "time",
      head: t("staffing.time"),
      cell: (row) => {
        const first = rows.find(({ weekday }) => weekday === row.weekday) === row;
        return (
          <span id={anchored && first ? dayAnchor(row.weekday) : undefined} className="whitespace-nowrap">
            {timeOf(t, row)}
          </span>
        );
      },
    },
    {
      id: "verdict",
      head: t("staffing.outcome"),
      cell: ({ verdict }) => <Tag tone={planTones[verdict]}>{t(`staffing.verdict.${verdict}`)}</Tag>,
    },
    { id: "margin", head: t("staffing.margin"), numeric: true, cell: ({ margin }) => number(margin) },
    { id: "agents", head: t("staffing.agents"), numeric: true, cell: ({ agents }) => number(agents) },
    { id: "neededA", head: t("staffing.neededA"), numeric: true, cell: ({ neededA }) => number(neededA) },
    { id: "neededC", head: t("staffing.neededC"), numeric: true, cell: ({ neededC }) => number(neededC) },
    { id: "calls", head: t("staffing.calls"), numeric: true, cell: ({ calls }) => number(calls) },
    {
      id: "handling",
      head: t("staffing.handling"),
      unit: "s",
      numeric: true,
      cell: ({ handlingS }) => number(handlingS),
    },
    { id: "offered", head: t("staffing.offered"), numeric: true, cell: ({ offered }) => number(offered) },
    {
      id: "levelA",
      head: t("staffing.levelA"),
      unit: "%",
      numeric: true,
      cell: ({ levelA }) => number(levelA),
    },
    {
      id: "levelC",
      head: t("staffing.levelC"),
      unit: "%",
      numeric: true,
      cell: ({ levelC }) => (levelC === null ? t("staffing.infeasible") : number(levelC)),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ weekday, slot }) => `${weekday} ${slot}`}
      scrolls={rows.length > 30}
    />
  );
}
