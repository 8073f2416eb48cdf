import {
  box,
  type Chart,
  chart,
  chartInk,
  chartWidth,
  clipped,
  line,
  text,
} from "#app/documents/chart-svg.ts";

export interface TornadoBar {
  readonly label: string;
  /** Margin of the first bid when the thing is lower and higher; for the eye only. */
  readonly minus: number;
  readonly plus: number;
}

const plot = { left: 250, right: chartWidth - 8, top: 40 } as const;
const rowHeight = 26;

export interface TornadoWords {
  readonly lower: string;
  readonly higher: string;
  /** Beside the line at 0. */
  readonly flips: string;
  readonly number: (value: number) => string;
}

/**
 * How the margin of the first bid changes with one thing at a time: an empty bar for lower, a filled one for higher,
 * both from the margin as it is. A bar that crosses the line at 0 changes who is first.
 */
export function tornado(bars: readonly TornadoBar[], margin: number, words: TornadoWords): Chart {
  const ends = bars.flatMap(({ minus, plus }) => [minus, plus]);
  const least = Math.min(0, margin, ...ends);
  const most = Math.max(margin, ...ends);
  const x = (value: number): number =>
    plot.left + ((value - least) / (most - least || 1)) * (plot.right - plot.left);
  const bottom = plot.top + bars.length * rowHeight + 6;
  const rows = bars.flatMap(({ label, minus, plus }, row) => {
    const top = plot.top + row * rowHeight;
    const part = (to: number, fill: string) =>
      box(
        Math.min(x(margin), x(to)),
        top + 4,
        Math.abs(x(to) - x(margin)),
        rowHeight - 10,
        fill,
        chartInk.strong,
      );
    return [
      text(0, top + 17, clipped(label, plot.left - 12, 12), { size: 12 }),
      part(minus, "#ffffff"),
      part(plus, chartInk.strong),
    ];
  });
  return chart(bottom + 24, [
    box(0, 4, 12, 12, "#ffffff", chartInk.strong),
    text(18, 14, words.lower, { size: 12 }),
    box(110, 4, 12, 12, chartInk.strong, chartInk.strong),
    text(128, 14, words.higher, { size: 12 }),
    ...rows,
    line(x(margin), plot.top - 6, x(margin), bottom, chartInk.text),
    text(x(margin), plot.top - 10, words.number(margin), {
      anchor: x(margin) > chartWidth - 60 ? "end" : "middle",
      size: 12,
      bold: true,
    }),
    line(x(0), plot.top - 6, x(0), bottom, chartInk.quiet, "5 4"),
    text(x(0), bottom + 16, words.flips, { size: 12, fill: chartInk.quiet }),
  ]);
}
