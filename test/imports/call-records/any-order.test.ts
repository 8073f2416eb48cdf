import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf, readContents } from "./reading.ts";

const header = "call_id,queue,arrival_at,queued_at,answered_at,ended_at,disposition,wrap_s";
const stamp = (second: number): string => new Date(Date.UTC(2025, 2, 29, 22) + second * 1000).toISOString();

/** Calls around midnight and a clock change, in two queues, some still open at the data end. */
const rows = Array.from({ length: 120 }, (_, i) => {
  const arrival = (i * 7919) % 14_400;
  const left = arrival + 4 + (i % 50);
  const start = `c${i},${i % 3 === 0 ? "Växel" : "Kö"},${stamp(arrival)},${stamp(arrival + (i % 4))}`;
  if (i % 11 === 0) return `${start},,,open,`;
  if (i % 5 === 0) return `${start},,${stamp(left)},abandoned,`;
  return `${start},${stamp(left)},${stamp(left + 300)},answered,${i % 7}${i % 2 === 0 ? ".25" : ""}`;
});

describe("the blobs of an import", () => {
  it("are the same bytes for any order of the rows and any split into files", async () => {
    const whole = await readContents([[header, ...rows].join("\n")]);
    expect(faultsOf(whole)).toEqual([]);
    expect(whole.blobs.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.array(fc.nat(rows.length), { maxLength: 3 }),
        async (shuffled, cuts) => {
          const borders = [0, ...cuts.toSorted((a, b) => a - b), rows.length];
          const files = borders
            .slice(1)
            .map((to, i) => [header, ...shuffled.slice(borders[i], to)].join("\n"));
          expect((await readContents(files)).blobs).toEqual(whole.blobs);
        },
      ),
      { numRuns: 60 },
    );
  });
});
