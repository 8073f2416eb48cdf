import { type KeyboardEvent, memo, type PointerEvent, type ReactNode, useId, useState } from "react";
import { formatNumber, formatQuantity } from "#app/components/format.ts";
import { type Direction, type HeatStep, heatStep } from "#app/components/target.ts";
import { useTranslate } from "#app/components/translation.tsx";

export interface HeatMapDay {
  readonly key: string;
  readonly label: string;
  /** 48 half hours from midnight, decimal strings; null is "no data". */
  readonly values: readonly (string | null)[];
}

const cell = 14;
const left = 64;
const top = 20;
const halfHours = Array.from({ length: 48 }, (_, index) => index);
const clock = (halfHour: number) =>
  `${String(Math.floor(halfHour / 2)).padStart(2, "0")}:${halfHour % 2 === 0 ? "00" : "30"}`;
const steps: readonly HeatStep[] = [1, 2, 3, 4, 5];
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Half hours by days. Lightness and hatching say how far from the target. The value of one cell stands below: of the one
 * under the pointer, or of the one that the arrow keys have come to. The same numbers stand in a table.
 */
export function HeatMap({
  caption,
  days,
  target,
  unit,
  direction = "higher",
  maxDecimals = 1,
}: {
  readonly caption: ReactNode;
  readonly days: readonly HeatMapDay[];
  readonly target: string;
  readonly unit: string;
  readonly direction?: Direction;
  readonly maxDecimals?: number;
}) {
  const t = useTranslate();
  const id = useId();
  const [at, setAt] = useState<Place | null>(null);
  const words = (value: string | null) =>
    value === null ? t("common.noData") : formatQuantity(value, unit, t.language, { maxDecimals });
  const day = at === null ? undefined : days[at.row];
  const shown =
    at === null || day === undefined
      ? ""
      : `${day.label} ${clock(at.column)}–${clock((at.column + 1) % 48)}: ${words(day.values[at.column] ?? null)}`;
  const moveTo = (row: number, column: number) => {
    if (row >= 0 && row < days.length && column >= 0 && column < 48) setAt({ row, column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    moveTo((at?.row ?? 0) + move[0], (at?.column ?? 0) + move[1]);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const { x, y, width } = event.currentTarget.getBoundingClientRect();
    const scale = (left + 48 * cell) / width;
    const column = Math.floor(((event.clientX - x) * scale - left) / cell);
    const row = Math.floor(((event.clientY - y) * scale - top) / cell);
    if (row !== at?.row || column !== at.column) moveTo(row, column);
  };
  return (
    <figure className="min-w-0">
      <figcaption id={`${id}c`} className="mb-2 font-medium">
        {caption}
      </figcaption>
      <div className="overflow-x-auto">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          className="chart heat-map min-w-[40rem]"
          role="group"
          aria-labelledby={`${id}c`}
          aria-describedby={`${id}v`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move between its cells
          tabIndex={0}
          viewBox={`0 0 ${left + 48 * cell} ${top + days.length * cell}`}
          onKeyDown={onKeyDown}
          onFocus={() => setAt((before) => before ?? { row: 0, column: 0 })}
          onPointerMove={onPointerMove}
        >
          <Cells {...{ id, days, target, direction }} />
          {at && (
            <rect
              className="heat-cursor"
              x={left + at.column * cell}
              y={top + at.row * cell}
              width={cell}
              height={cell}
            />
          )}
        </svg>
      </div>
      <p id={`${id}v`} aria-live="polite" className="mt-1 min-h-6 font-medium tabular-nums">
        {shown}
      </p>
      <HeatLegend id={id} target={words(target)} />
      <details className="mt-2">
        <summary className="text-accent text-sm">
          {t("common.asTable")} ({unit}; –: {t("common.noData").toLowerCase()})
        </summary>
        <HeatTable days={days} words={(value) => formatNumber(value, t.language, { maxDecimals })} />
      </details>
    </figure>
  );
}

/** The drawing: one path for all cells of a step, since a month has 1,488 cells. It is not made again when one moves. */
const Cells = memo(function Cells({
  id,
  days,
  target,
  direction,
}: {
  id: string;
  days: readonly HeatMapDay[];
  target: string;
  direction: Direction;
}) {
  const paths = new Map<HeatStep | null, string[]>();
  // Exact comparison of a thousand values, many of them the same.
  const stepOf = remembered((value: string) => heatStep(value, target, direction));
  days.forEach((day, row) => {
    for (const column of halfHours) {
      const value = day.values[column] ?? null;
      const step = value === null ? null : stepOf(value);
      const place = `M${left + column * cell + 0.5} ${top + row * cell + 0.5}h13v13h-13z`;
      const known = paths.get(step);
      if (known === undefined) paths.set(step, [place]);
      else known.push(place);
    }
  });
  return (
    <>
      <HeatPatterns id={id} />
      {halfHours
        .filter((halfHour) => halfHour % 4 === 0)
        .map((halfHour) => (
          <text key={halfHour} x={left + halfHour * cell} y={top - 7} fontSize="10">
            {clock(halfHour).slice(0, 2)}
          </text>
        ))}
      {days.map((day, row) => (
        <text key={day.key} x={left - 8} y={top + row * cell + 10.5} textAnchor="end" fontSize="10">
          {day.label}
        </text>
      ))}
      {[...paths].map(([step, places]) => (
        <path
          key={step}
          d={places.join("")}
          {...(step === null ? { className: "empty" } : { fill: `url(#${id}${step})` })}
        />
      ))}
    </>
  );
});

function remembered<T>(of: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const result = of(value);
    known.set(value, result);
    return result;
  };
}

/** The far misses are hatched, so that they show without colour too. */
function HeatPatterns({ id }: { id: string }) {
  const lines: Readonly<Record<HeatStep, string>> = {
    1: "M0 5 5 0M0 0l5 5",
    2: "M0 5 5 0",
    3: "",
    4: "",
    5: "",
  };
  return (
    <defs>
      {steps.map((step) => (
        <pattern key={step} id={`${id}${step}`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className={`heat-${step}`} />
          <path d={lines[step]} className="hatch" strokeWidth="0.9" />
        </pattern>
      ))}
    </defs>
  );
}

function HeatLegend({ id, target }: { id: string; target: string }) {
  const t = useTranslate();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-quiet text-sm">
      <span>{t("common.heatBelow")}</span>
      <svg aria-hidden="true" width="132" height="24">
        {steps.map((step, index) => (
          <rect key={step} x={index * 26 + 1} y="5" width="25" height="14" fill={`url(#${id}${step})`} />
        ))}
        <line x1="79" x2="79" y1="0" y2="24" className="stroke-ink" strokeWidth="2" />
      </svg>
      <span>{t("common.heatAbove", { target })}</span>
    </div>
  );
}

/** On an upright sheet of A4. */
const columnsOnPaper = 26;

/** Only half hours in which some day has a value: a service that is closed at night has no columns of the night. */
function HeatTable({ days, words }: { days: readonly HeatMapDay[]; words: (value: string) => string }) {
  const t = useTranslate();
  const shown = halfHours.filter((halfHour) =>
    days.some(({ values }) => typeof values[halfHour] === "string"),
  );
  const wordsOf = remembered(words);
  return (
    <div
      className={`data-table data-table-scrolls heat-table mt-2 ${shown.length > columnsOnPaper ? "heat-table-wide" : ""}`}
    >
      <table className="text-sm">
        <thead>
          <tr>
            <th scope="col">{t("common.day")}</th>
            {shown.map((halfHour) => (
              <th key={halfHour} scope="col" className="numeric">
                {clock(halfHour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.key}>
              <th scope="row">{day.label}</th>
              {shown.map((halfHour) => (
                <td key={halfHour} className="numeric">
                  {typeof day.values[halfHour] === "string" ? wordsOf(day.values[halfHour]) : "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
