import type { PriceCurve } from "#app/domain/laboratory/price-effect.ts";

/** A picture's height with the room above and below the lines, in pixels. */
export const curvePicture = { height: 320, top: 16, bottom: 36 } as const;

/** A place on the picture: across in percent, down in pixels. */
export interface Place {
  readonly x: string;
  readonly y: number;
}

export interface PlacedCurve {
  readonly bid: string;
  readonly at: Place;
  readonly points: readonly Place[];
}

/** Where lines and the marks of the price axis stand. Places on a picture, nothing else: floats decide nothing here. */
export interface PlacedCurves {
  readonly curves: readonly PlacedCurve[];
  /** Lowest, middle and highest price. */
  readonly ends: readonly { readonly x: string; readonly price: string }[];
}

export function placeCurves(curves: readonly PriceCurve[]): PlacedCurves {
  const prices = curves[0]?.points.map(({ price }) => price.decimal) ?? [];
  const across = scale(prices);
  const up = scale(curves.flatMap(({ points }) => points.map(({ score }) => score.decimal)));
  const { height, top, bottom } = curvePicture;
  const x = (price: string) => `${(4 + 92 * across(price)).toFixed(2)}%`;
  const place = ({ price, score }: PriceCurve["at"]): Place => ({
    x: x(price.decimal),
    y: Math.round((top + (1 - up(score.decimal)) * (height - top - bottom)) * 10) / 10,
  });
  return {
    curves: curves.map(({ bid, at, points }) => ({ bid, at: place(at), points: points.map(place) })),
    ends: [prices[0], prices[Math.floor(prices.length / 2)], prices.at(-1)].flatMap((price) =>
      price === undefined ? [] : [{ x: x(price), price }],
    ),
  };
}

function scale(values: readonly string[]): (value: string) => number {
  const numbers = values.map(Number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return (value) => (high > low ? (Number(value) - low) / (high - low) : 0.5);
}
