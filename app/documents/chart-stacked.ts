import {
  box,
  type Chart,
  chart,
  chartInk,
  chartWidth,
  clipped,
  key,
  text,
} from "#app/documents/chart-svg.ts";

export interface StackedBar {
  readonly label: string;
  /** What the bar is worth, as it is printed. */
  readonly total: string;
  /** One value for each part, in the order of `parts`; for the eye only. */
  readonly values: readonly number[];
}

const fills = ["#0f4c5c", "#a9c3c9", "#3d7a89", "#d5c9a8", "#6b8f3f", "#c9d8b4", "#8a5a2b", "#e6cfb3"];
const dark = new Set(["#0f4c5c", "#3d7a89", "#6b8f3f", "#8a5a2b"]);
const barHeight = 20;
const rowHeight = 48;

/** One bar for each bidder, made of numbered parts whose names stand below. Parts that nobody has are left out. */
export function stackedBars(bars: readonly StackedBar[], parts: readonly string[]): Chart {
  const used = parts
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => bars.some(({ values }) => (values[index] ?? 0) > 0));
  const widest = Math.max(...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)), 0) || 1;
  const drawn = bars.flatMap((bar, row) => {
    const top = row * rowHeight;
    let x = 0;
    const segments = used.flatMap(({ index }, place) => {
      const width = ((bar.values[index] ?? 0) / widest) * chartWidth;
      const left = x;
      x += width;
      if (width <= 0) return [];
      const fill = fills[place % fills.length] ?? chartInk.strong;
      const number = String(place + 1);
      return [
        box(left, top + 20, width, barHeight, fill, "#ffffff"),
        ...(width < 16
          ? []
          : [
              text(left + width / 2, top + 34, number, {
                anchor: "middle",
                size: 11,
                bold: true,
                fill: dark.has(fill) ? "#ffffff" : chartInk.text,
              }),
            ]),
      ];
    });
    return [
      text(0, top + 14, clipped(bar.label, chartWidth * 0.7), { bold: true }),
      text(chartWidth, top + 14, bar.total, { anchor: "end" }),
      ...segments,
    ];
  });
  const bottom = bars.length * rowHeight;
  const names = key(
    used.map(({ name }) => name),
    bottom,
  );
  return chart(bottom + names.height, [...drawn, ...names.parts]);
}
