import { type KeyboardEvent, memo, type ReactNode, useCallback, useId, useState } from "react";
import { formatQuantity } from "#app/components/format.ts";
import { type Direction, type HeatStep, heatStep } from "#app/components/target.ts";
import { useTranslate } from "#app/components/translation.tsx";

export interface HeatMapDay {
  readonly key: string;
  readonly label: string;
  /** 48 half hours from midnight, decimal strings; null is "no data". A day of a clock change may leave some out. */
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

/**
 * Half hours by days. Lightness and hatching say how far from the target; the cell's value shows on hover, on focus
 * and with the arrow keys; the same numbers stand in a table below.
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
  const [shown, setShown] = useState("");
  const words = useCallback(
    (value: string | null) =>
      value === null ? t("common.noData") : formatQuantity(value, unit, t.language, { maxDecimals }),
    [t, unit, maxDecimals],
  );
  return (
    <figure className="min-w-0">
      <figcaption id={`${id}c`} className="mb-2 font-medium">
        {caption}
      </figcaption>
      <div className="overflow-x-auto">
        <Cells {...{ id, days, target, direction, words, onShow: setShown }} />
      </div>
      <p aria-hidden="true" className="mt-1 min-h-6 font-medium tabular-nums">
        {shown}
      </p>
      <HeatLegend id={id} target={words(target)} />
      <details className="mt-2">
        <summary className="text-accent text-sm">{t("common.asTable")}</summary>
        <HeatTable days={days} words={words} />
      </details>
    </figure>
  );
}

/** The drawing. It is not made again when the value below it changes: a month has 1,488 cells. */
const Cells = memo(function Cells({
  id,
  days,
  target,
  direction,
  words,
  onShow,
}: {
  id: string;
  days: readonly HeatMapDay[];
  target: string;
  direction: Direction;
  words: (value: string | null) => string;
  onShow: (text: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; arrow keys move between its cells
    <svg
      className="chart min-w-[40rem]"
      role="group"
      aria-labelledby={`${id}c`}
      viewBox={`0 0 ${left + 48 * cell} ${top + days.length * cell}`}
      onKeyDown={moveFocus}
    >
      <HeatPatterns id={id} />
      {halfHours
        .filter((halfHour) => halfHour % 4 === 0)
        .map((halfHour) => (
          <text key={halfHour} x={left + halfHour * cell} y={top - 7} fontSize="10">
            {clock(halfHour).slice(0, 2)}
          </text>
        ))}
      {days.map((day, row) => (
        <g key={day.key}>
          <text x={left - 8} y={top + row * cell + 10.5} textAnchor="end" fontSize="10">
            {day.label}
          </text>
          {halfHours.map((halfHour) => {
            const value = day.values[halfHour] ?? null;
            const text = `${day.label} ${clock(halfHour)}–${clock((halfHour + 1) % 48)}: ${words(value)}`;
            return (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a cell is read, not pressed
              <rect
                key={halfHour}
                role="img"
                aria-label={text}
                data-row={row}
                data-column={halfHour}
                tabIndex={row === 0 && halfHour === 0 ? 0 : -1}
                onFocus={() => onShow(text)}
                onMouseEnter={() => onShow(text)}
                x={left + halfHour * cell + 0.5}
                y={top + row * cell + 0.5}
                width={cell - 1}
                height={cell - 1}
                className={`heat-cell ${value === null ? "heat-cell-empty" : ""}`}
                {...(value === null ? {} : { fill: `url(#${id}${heatStep(value, target, direction)})` })}
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
});

/** One stop with the Tab key for the whole drawing, and the arrow keys from cell to cell. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>) {
  const move = moves[event.key];
  const from = event.target;
  if (move === undefined || !(from instanceof SVGElement)) return;
  event.preventDefault();
  const [row, column] = [Number(from.dataset.row) + move[0], Number(from.dataset.column) + move[1]];
  event.currentTarget.querySelector<SVGElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
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

function HeatTable({
  days,
  words,
}: {
  days: readonly HeatMapDay[];
  words: (value: string | null) => string;
}) {
  const t = useTranslate();
  return (
    <div className="data-table data-table-scrolls mt-2">
      <table className="text-sm">
        <thead>
          <tr>
            <th scope="col">{t("common.day")}</th>
            {halfHours.map((halfHour) => (
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
              {halfHours.map((halfHour) => (
                <td key={halfHour} className="numeric">
                  {words(day.values[halfHour] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
