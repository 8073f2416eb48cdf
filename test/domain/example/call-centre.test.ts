import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallCentre, callRecords } from "#app/domain/example/call-centre.ts";

const centre: CallCentre = {
  seed: 7,
  queue: "Växeln",
  callsPerDay: 200,
  staffing: 1.6,
  linesPerAgent: 1.2,
  meanTalkSeconds: 110,
  meanWrapSeconds: 25,
  meanPatienceSeconds: 240,
  greetingSeconds: 5,
  solvedAtOnce: 0.7,
  complaintShare: 0.01,
};

/** September 2026 in Stockholm. */
const september = (of: CallCentre) => callRecords(of, new Date("2026-08-31T22:00:00Z"), 1, 30);

function parsed(csv: string): Record<string, string>[] {
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

const centres = fc.record({
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  queue: fc.constant("Q"),
  callsPerDay: fc.integer({ min: 20, max: 150 }),
  staffing: fc.double({ min: 0.8, max: 3, noNaN: true }),
  linesPerAgent: fc.double({ min: 1, max: 3, noNaN: true }),
  meanTalkSeconds: fc.integer({ min: 30, max: 300 }),
  meanWrapSeconds: fc.integer({ min: 1, max: 90 }),
  meanPatienceSeconds: fc.integer({ min: 10, max: 400 }),
  greetingSeconds: fc.integer({ min: 0, max: 30 }),
  solvedAtOnce: fc.double({ min: 0, max: 1, noNaN: true }),
  complaintShare: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("a simulated call centre", () => {
  it("gives the same month for the same seed, and another for another", () => {
    expect(september(centre)).toBe(september(centre));
    expect(september({ ...centre, seed: 8 })).not.toBe(september(centre));
  });

  it("takes about as many calls as the month has working days' worth", () => {
    // 22 weekdays around 1, eight weekend days around a tenth: 23 days' worth of calls.
    const calls = parsed(september(centre)).length;
    expect(calls).toBeGreaterThan(200 * 21);
    expect(calls).toBeLessThan(200 * 25);
  });

  it("never answers before the greeting has been heard, and never ends a call before it began", () => {
    fc.assert(
      fc.property(centres, (drawn) => {
        for (const call of parsed(september(drawn))) {
          const [arrival, answered, ended] = [call.arrival_at, call.answered_at, call.ended_at].map(
            (stamp) => (stamp ? Date.parse(stamp) : null),
          );
          if (arrival === null || arrival === undefined || !ended)
            throw new Error("a call without its times");
          expect(ended).toBeGreaterThanOrEqual(arrival);
          expect(answered !== null && answered !== undefined).toBe(call.disposition === "answered");
          if (!answered) continue;
          // Stamps are whole seconds, cut: up to one second may be missing between two of them.
          expect(answered - arrival).toBeGreaterThan((drawn.greetingSeconds + 2 - 1) * 1000 - 1);
          expect(ended).toBeGreaterThanOrEqual(answered);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("names every call once, in order of arrival, within the hours and days of the month", () => {
    const calls = parsed(september(centre));
    expect(new Set(calls.map(({ call_id }) => call_id)).size).toBe(calls.length);
    const arrivals = calls.map(({ arrival_at = "" }) => arrival_at);
    expect(arrivals).toEqual([...arrivals].sort());
    // 07.00 and 18.00 in summer time.
    for (const arrival of arrivals)
      expect(arrival.slice(11) >= "05:00:00Z" && arrival.slice(11) < "16:00:00Z").toBe(true);
    expect(arrivals[0]?.slice(0, 10)).toBe("2026-09-01");
    expect(arrivals.at(-1)?.slice(0, 10)).toBe("2026-09-30");
  });

  it("blocks calls only where lines run out, and loses more of them the fewer the lines", () => {
    const blocked = (linesPerAgent: number) =>
      parsed(september({ ...centre, linesPerAgent })).filter(({ disposition }) => disposition === "blocked")
        .length;
    expect(blocked(50)).toBe(0);
    expect(blocked(1)).toBeGreaterThan(blocked(1.5));
    expect(blocked(1.5)).toBeGreaterThan(0);
  });
});
