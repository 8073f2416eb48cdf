import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBlob, encodeBlob } from "#app/domain/measurement/blob.ts";
import { mergeByHalfHour, sumTotals } from "#app/domain/measurement/cell.ts";
import { anyTotals, cellsOfDay } from "./totals.ts";

const day = 20_000;

describe("stored aggregates", () => {
  it("come back as they were, in the unit of their day", () => {
    fc.assert(
      fc.property(cellsOfDay(day), (cells) => {
        const merged = mergeByHalfHour(cells, "q");
        const decimals = Math.max(0, ...merged.map((cell) => cell.totals.decimals));
        const expected = merged.map((cell) => ({ ...cell, totals: { ...cell.totals, decimals } }));
        expect(decodeBlob(encodeBlob("q", day, cells))).toEqual(expected);
      }),
    );
  });

  it("are the same bytes whatever the order and the split of what went in", () => {
    fc.assert(
      fc.property(cellsOfDay(day), fc.nat(8), fc.func(fc.integer()), (cells, at, order) => {
        const shuffled = cells.toSorted((a, b) => order(a) - order(b));
        const halves = [shuffled.slice(at), shuffled.slice(0, at)].map((half) => encodeBlob("q", day, half));
        const merged = encodeBlob("q", day, halves.flatMap(decodeBlob));
        expect(merged).toEqual(encodeBlob("q", day, cells));
      }),
    );
  });

  it("refuse bytes that end early, go on, or are of another version", () => {
    const { bytes } = encodeBlob("q", day, []);
    const of = (changed: Uint8Array) => () => decodeBlob({ queue: "q", day, bytes: changed });
    expect(of(bytes.slice(0, -1))).toThrow(RangeError);
    expect(of(Uint8Array.of(...bytes, 0))).toThrow(RangeError);
    expect(of(Uint8Array.of(9, 0, 0))).toThrow(RangeError);
  });
});

describe("adding totals", () => {
  it("is associative and commutative, also beyond 2^53", () => {
    fc.assert(
      fc.property(anyTotals, anyTotals, anyTotals, (a, b, c) => {
        expect(sumTotals([sumTotals([a, b]), c])).toEqual(sumTotals([a, sumTotals([c, b])]));
        expect(sumTotals([a, b, c])).toEqual(sumTotals([c, a, b]));
      }),
    );
  });
});
