import { useId } from "react";
import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { StaffingPage, StaffingRow } from "#app/domain/staffing/staffing-page.ts";

const slots = 48;
const step = 2.8;
const left = 36;
const top = 22;
const plot = 200;
const bottom = 8;
const width = left + 7 * slots * step + 4;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const dayAnchor = (weekday: number): string => `day-${weekday}`;

const x = (weekday: number, slot: number): number => left + ((weekday - 1) * slots + slot) * step;

/**
 * Offered load as an area, those present as a line and the need as a dashed one; half hours that fall short are
 * hatched up to the need. Each day is a link to its rows in the table, with its outcome in words.
 */
export function StaffingWeek({ page }: { readonly page: StaffingPage }) {
  const t = useTranslate();
  const id = useId();
  const { rows } = page;
  const most = Math.max(1, ...rows.map((row) => Math.max(row.agents, row.neededA, Number(row.offered))));
  const y = (value: number) => top + plot - (value / most) * plot;
  const ticks = [0, most / 2, most].map(Math.round);
  return (
    <figure className="min-w-0">
      <figcaption id={`${id}c`} className="mb-2 text-ink-quiet">
        {t("staffing.weekLead")}
      </figcaption>
      <div className="overflow-x-auto">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its days are reached one by one */}
        <svg
          className="chart min-w-[44rem]"
          role="group"
          aria-labelledby={`${id}c`}
          viewBox={`0 0 ${width} ${top + plot + bottom}`}
        >
          <defs>
            <pattern
              id={`${id}h`}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" className="bar-missed" />
              <path d="M0 0v5" className="hatch" strokeWidth="2" />
            </pattern>
          </defs>
          {[...new Set(ticks)].map((value) => (
            <g key={value}>
              <line className="axis" x1={left} x2={width} y1={y(value)} y2={y(value)} />
              <text x={left - 6} y={y(value) + 4} fontSize="11" textAnchor="end">
                {formatNumber(String(value), t.language)}
              </text>
            </g>
          ))}
          <path className="staffing-offered" d={area(rows, y)} />
          {rows
            .filter(({ verdict }) => verdict === "fail")
            .map(({ weekday, slot, agents, neededA }) => (
              <rect
                key={`${weekday} ${slot}`}
                x={x(weekday, slot)}
                y={y(neededA)}
                width={step}
                height={Math.max(2, y(agents) - y(neededA))}
                fill={`url(#${id}h)`}
              />
            ))}
          <path className="staffing-needed" d={steps(rows, ({ neededA }) => y(neededA))} />
          <path className="staffing-agents" d={steps(rows, ({ agents }) => y(agents))} />
          {weekdays.map((weekday) => (
            <Day key={weekday} weekday={weekday} rows={rows.filter((row) => row.weekday === weekday)} />
          ))}
        </svg>
      </div>
      <Legend id={id} />
    </figure>
  );
}

function Day({ weekday, rows }: { weekday: (typeof weekdays)[number]; rows: readonly StaffingRow[] }) {
  const t = useTranslate();
  const countOf = (verdict: StaffingRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const words = t("staffing.weekDay", {
    day: t(`staffing.day.${weekday}`),
    count: rows.length,
    fail: countOf("fail"),
    question: countOf("question"),
  });
  const from = x(weekday, 0);
  const body = (
    <>
      <rect className="staffing-day" x={from} y="0" width={slots * step} height={top + plot} />
      <text x={from + 4} y="14" fontSize="12" className="strong">
        {t(`staffing.day.${weekday}`)}
      </text>
    </>
  );
  if (rows.length === 0) return <g>{body}</g>;
  return (
    <a href={`#${dayAnchor(weekday)}`} aria-label={words} className="incident">
      <title>{words}</title>
      {body}
    </a>
  );
}

/** Neighbouring half hours as one line with steps; a half hour that is not judged breaks it. */
function steps(rows: readonly StaffingRow[], height: (row: StaffingRow) => number): string {
  return rows
    .map((row, index) => {
      const before = rows[index - 1];
      const from = x(row.weekday, row.slot);
      const h = height(row).toFixed(1);
      const joined = before !== undefined && x(before.weekday, before.slot) + step > from - 0.01;
      return `${joined ? "V" : `M${from.toFixed(1)} `}${h}H${(from + step).toFixed(1)}`;
    })
    .join("");
}

function area(rows: readonly StaffingRow[], y: (value: number) => number): string {
  const ground = y(0).toFixed(1);
  return rows
    .map((row) => {
      const from = x(row.weekday, row.slot);
      return `M${from.toFixed(1)} ${ground}V${y(Number(row.offered)).toFixed(1)}h${step}V${ground}z`;
    })
    .join("");
}

function Legend({ id }: { id: string }) {
  const t = useTranslate();
  return (
    <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-ink-quiet text-sm">
      {(["offered", "agents", "needed", "fail"] as const).map((part) => (
        <li key={part} className="flex items-center gap-2">
          <svg aria-hidden="true" className="chart w-6 shrink-0" viewBox="0 0 24 14">
            {part === "offered" || part === "fail" ? (
              <rect
                x="1"
                y="2"
                width="22"
                height="10"
                {...(part === "fail" ? { fill: `url(#${id}h)` } : { className: "staffing-offered" })}
              />
            ) : (
              <path d="M1 7H23" className={`staffing-${part}`} />
            )}
          </svg>
          {t(`staffing.legend.${part}`)}
        </li>
      ))}
    </ul>
  );
}
