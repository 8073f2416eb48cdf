import {
  type Chart,
  chart,
  chartInk,
  chartWidth,
  disc,
  key,
  line,
  text,
  ticks,
} from "#app/documents/chart-svg.ts";

export interface PricedBid {
  readonly name: string;
  readonly price: number;
  readonly quality: number;
  readonly first: boolean;
}

export interface PriceQualityWords {
  readonly price: string;
  readonly quality: string;
  /** What the dashed line joins; null in a model that has no such line. */
  readonly equal: string | null;
  readonly number: (value: number) => string;
}

const plot = { left: 92, right: chartWidth - 44, top: 26, bottom: 300 } as const;

/**
 * Price to the right, quality upwards; each bid a numbered disc, the first one filled. Where quality is worth SEK, the
 * dashed line holds all bids that would be equal to the first: what lies above it would win.
 */
export function priceAgainstQuality(bids: readonly PricedBid[], words: PriceQualityWords): Chart {
  const xs = ticks(Math.min(...bids.map(({ price }) => price)), Math.max(...bids.map(({ price }) => price)));
  const ys = ticks(0, Math.max(...bids.map(({ quality }) => quality), 1));
  const scale = (values: readonly number[], from: number, to: number) => {
    const least = values[0] ?? 0;
    const span = (values.at(-1) ?? 1) - least || 1;
    return (value: number): number => from + ((value - least) / span) * (to - from);
  };
  const x = scale(xs, plot.left, plot.right);
  const y = scale(ys, plot.bottom, plot.top);
  const best = bids.find(({ first }) => first);
  const equal = best && words.equal !== null ? equalLine(best, xs, ys) : null;
  const names = key(
    bids.map(({ name }) => name),
    plot.bottom + 44,
  );
  return chart(plot.bottom + 44 + names.height, [
    text(0, 14, words.quality, { bold: true, size: 12 }),
    ...ys.flatMap((value) => [
      line(plot.left, y(value), plot.right, y(value), value === ys[0] ? chartInk.quiet : chartInk.line),
      text(plot.left - 8, y(value) + 4, words.number(value), { anchor: "end", size: 12 }),
    ]),
    ...xs.map((value) =>
      text(x(value), plot.bottom + 18, words.number(value), { anchor: "middle", size: 12 }),
    ),
    text(plot.right, plot.bottom + 36, words.price, { anchor: "end", bold: true, size: 12 }),
    ...(equal === null
      ? []
      : [
          line(
            x(equal.from.price),
            y(equal.from.quality),
            x(equal.to.price),
            y(equal.to.quality),
            chartInk.quiet,
            "5 4",
          ),
          text(plot.left, plot.bottom + 36, `– – ${words.equal}`, { size: 12, fill: chartInk.quiet }),
        ]),
    ...bids.flatMap(({ price, quality, first }, index) => [
      disc(x(price), y(quality), 10, first ? chartInk.strong : "#ffffff", chartInk.strong),
      text(x(price), y(quality) + 4, String(index + 1), {
        anchor: "middle",
        size: 11,
        bold: true,
        fill: first ? "#ffffff" : chartInk.text,
      }),
    ]),
    ...names.parts,
  ]);
}

/** The part within the axes of the line on which price less quality is that of one bid. */
function equalLine({ price, quality }: PricedBid, xs: readonly number[], ys: readonly number[]) {
  const difference = price - quality;
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [low, high] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  const from = Math.max(left, low + difference);
  const to = Math.min(right, high + difference);
  return from >= to
    ? null
    : { from: { price: from, quality: from - difference }, to: { price: to, quality: to - difference } };
}
