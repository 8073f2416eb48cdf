import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSignificant } from "#app/domain/money/decimal.ts";
import {
  add,
  divide,
  type Fraction,
  fraction,
  one,
  parseDecimal,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { agentsNeededByErlangA, erlangA } from "#app/domain/staffing/erlang-a.ts";
import { blocking, trunksNeeded } from "#app/domain/staffing/erlang-b.ts";
import { agentsNeeded, erlangC, rostered } from "#app/domain/staffing/erlang-c.ts";

const decimal = (text: string): Fraction => parseDecimal(text) ?? zero;
const queue = (offered: Fraction, { handling = 180, threshold = 20, patience = 120 } = {}) => ({
  offered,
  handling: wholeNumber(handling),
  threshold: wholeNumber(threshold),
  patience: wholeNumber(patience),
});
const ninety = decimal("0.9");

/** Erlang B as it is defined, (A^N/N!)/Σ A^k/k!, in exact fractions. */
function exactBlocking(offered: Fraction, trunks: number): Fraction {
  let [term, sum] = [one, one];
  for (let k = 1; k <= trunks; k += 1) {
    term = fraction(term.n * offered.n, term.d * offered.d * BigInt(k));
    sum = add(sum, term);
  }
  return divide(term, sum);
}

const anyTraffic = fc.integer({ min: 1, max: 30_000 }).map((n) => fraction(BigInt(n), 1000n));
const anyQueue = fc
  .tuple(
    anyTraffic,
    fc.record({
      handling: fc.integer({ min: 20, max: 900 }),
      threshold: fc.integer({ min: 0, max: 120 }),
      patience: fc.integer({ min: 10, max: 1200 }),
    }),
  )
  .map(([offered, times]) => queue(offered, times));
const anyServers = fc.integer({ min: 1, max: 40 });

describe("Erlang B", () => {
  it("blocks 2.68 % of 20 erlangs on 27 trunks, so that 2 % takes 28", () => {
    expect(blocking(wholeNumber(20), 27)).toBeCloseTo(0.0268, 4);
    expect(trunksNeeded(wholeNumber(20), decimal("0.02"))).toBe(28);
  });

  it("is the quotient of its sums", () => {
    fc.assert(
      fc.property(anyTraffic, fc.nat(40), (offered, trunks) => {
        const exact = Number(toSignificant(exactBlocking(offered, trunks), 17, halfEven));
        expect(Math.abs(blocking(offered, trunks) / exact - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it("falls with every further trunk and grows with traffic", () => {
    fc.assert(
      fc.property(anyTraffic, anyServers, (offered, trunks) => {
        expect(blocking(offered, trunks)).toBeLessThan(blocking(offered, trunks - 1));
        expect(blocking(add(offered, one), trunks)).toBeGreaterThan(blocking(offered, trunks));
      }),
    );
  });

  it("needs no more trunks than those that block exactly as much as is allowed", () => {
    fc.assert(
      fc.property(anyTraffic, anyServers, (offered, trunks) => {
        expect(trunksNeeded(offered, exactBlocking(offered, trunks))).toBe(trunks);
      }),
    );
  });

  it("is 0 where its inverse passes every double, and where nobody calls", () => {
    expect(blocking(one, 200)).toBe(0);
    expect(blocking(zero, 5)).toBe(0);
    expect(blocking(zero, 0)).toBe(1);
  });
});

describe("Erlang C", () => {
  it.each([
    [1, 3],
    [10, 15],
    [50, 58],
    [250, 262],
  ])("%i erlangs need %i agents for 90/20 at 180 s", (offered, agents) => {
    expect(agentsNeeded(queue(wholeNumber(offered)), ninety)).toBe(agents);
  });

  it("has no level when as much is offered as the agents can carry, to the last digit", () => {
    expect(erlangC(queue(wholeNumber(10)), 10)).toBeNull();
    expect(erlangC(queue(decimal("10.0000000000000000001")), 10)).toBeNull();
    expect(erlangC(queue(decimal("9.9999999999999999999")), 10)?.waits).toBeCloseTo(1, 10);
  });

  it("never has a lower level or a longer wait with one agent more", () => {
    fc.assert(
      fc.property(anyQueue, anyServers, (any, agents) => {
        const [fewer, more] = [erlangC(any, agents), erlangC(any, agents + 1)];
        if (fewer === null) return;
        expect(more?.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel);
        expect(more?.meanWait).toBeLessThanOrEqual(fewer.meanWait);
      }),
    );
  });

  it("needs the fewest agents that reach the target", () => {
    fc.assert(
      fc.property(anyQueue, fc.integer({ min: 1, max: 999 }), (any, permille) => {
        const agents = agentsNeeded(any, fraction(BigInt(permille), 1000n));
        expect(erlangC(any, agents)?.serviceLevel).toBeGreaterThanOrEqual(permille / 1000 - 1e-12);
        expect(erlangC(any, agents - 1)?.serviceLevel ?? 0).toBeLessThan(permille / 1000);
      }),
    );
  });

  it("takes an exact tie as met: of 2 erlangs on 3 agents, 4 in 9 wait", () => {
    const atOnce = queue(wholeNumber(2), { threshold: 0 });
    expect(agentsNeeded(atOnce, fraction(5n, 9n))).toBe(3);
    expect(agentsNeeded(atOnce, fraction(5_000_000_001n, 9_000_000_000n))).toBe(4);
  });

  it("puts a whole number of people on the roster: 7 of 10, not 11, at 30 % shrinkage", () => {
    expect([7, 8, 15].map((agents) => rostered(agents, decimal("0.3")))).toEqual([10, 12, 22]);
  });
});

describe("Erlang A", () => {
  it("never answers fewer within the limit with one agent more", () => {
    fc.assert(
      fc.property(anyQueue, anyServers, (any, agents) => {
        const [fewer, more] = [erlangA(any, agents), erlangA(any, agents + 1)];
        expect(more.notAnsweredWithinLimit).toBeLessThanOrEqual(fewer.notAnsweredWithinLimit * (1 + 1e-12));
        expect(more.abandons).toBeLessThan(fewer.abandons);
      }),
    );
  });

  /**
   * Another route: the states as they are, and for each the chance that a wait behind k others ends within the limit,
   * which is that of more than k successes before the a-th failure (a negative binomial tail).
   */
  function slowErlangA(any: ReturnType<typeof queue>, agents: number) {
    const number = ({ n, d }: Fraction) => Number(n) / Number(d);
    const [offered, handling, patience] = [number(any.offered), number(any.handling), number(any.patience)];
    const x = Math.exp(-number(any.threshold) / patience);
    const a = (agents * patience) / handling;
    const states = [1];
    for (let j = 1; j < agents + 2000; j += 1) {
      const leaving = Math.min(j, agents) + (Math.max(j - agents, 0) * handling) / patience;
      states.push(((states[j - 1] ?? 0) * offered) / leaving);
    }
    const all = states.reduce((sum, each) => sum + each);
    let inTime = states.slice(0, agents).reduce((sum, each) => sum + each, 0);
    let [term, above] = [x ** (a + 1), 1];
    states.slice(agents).forEach((state, k) => {
      above -= term;
      term *= ((a + 1 + k) / (k + 1)) * (1 - x);
      inTime += ((state * a) / (a + k + 1)) * above;
    });
    return inTime / all;
  }

  it("answers as many in time as the states of the queue say one by one", () => {
    fc.assert(
      fc.property(anyQueue, fc.integer({ min: 0, max: 10 }), (any, spare) => {
        // Not far into overload, where the likelihoods of the slow route pass every double.
        const agents = Math.ceil(Number(any.offered.n) / Number(any.offered.d) / 1.2) + spare;
        const inTime = 1 - erlangA(any, agents).notAnsweredWithinLimit;
        expect(inTime).toBeCloseTo(slowErlangA(any, agents), 9);
      }),
    );
  });

  it("accounts for every call: answered, hung up, or still waiting at the limit", () => {
    fc.assert(
      fc.property(anyQueue, anyServers, (any, agents) => {
        const shares = erlangA(any, agents);
        const patient = Math.exp(-Number(any.threshold.n) / Number(any.patience.n));
        const stillWaiting = shares.virtualWaitAboveLimit * patient;
        expect(shares.notAnsweredWithinLimit).toBeCloseTo(shares.abandonsWithinLimit + stillWaiting, 12);
        expect(shares.answered + shares.abandons).toBeCloseTo(1, 12);
        expect(shares.abandonsWithinLimit).toBeLessThanOrEqual(shares.abandons);
        expect(shares.virtualWaitAboveLimit).toBeLessThanOrEqual(shares.waits + 1e-12);
      }),
    );
  });

  it("carries as much as is answered: a single agent is busy whenever a caller would have to wait", () => {
    fc.assert(
      fc.property(anyQueue, (any) => {
        const { waits, answered } = erlangA(any, 1);
        const carried = (Number(any.offered.n) / Number(any.offered.d)) * answered;
        expect(carried / waits).toBeCloseTo(1, 9);
      }),
    );
  });

  it("becomes Erlang C when patience is endless and Erlang B when there is none", () => {
    fc.assert(
      fc.property(anyTraffic, fc.integer({ min: 1, max: 10 }), (offered, spare) => {
        const agents = Math.floor(Number(offered.n) / Number(offered.d)) + spare;
        const patient = { ...queue(offered), patience: wholeNumber(30_000_000) };
        const endless = erlangC(patient, agents);
        if (endless === null || endless.meanWait > 600) return;
        expect(1 - erlangA(patient, agents).notAnsweredWithinLimit).toBeCloseTo(endless.serviceLevel, 3);
        const impatient = { ...queue(offered), patience: decimal("0.000001") };
        expect(erlangA(impatient, agents).abandons).toBeCloseTo(blocking(offered, agents), 6);
      }),
      { numRuns: 30 },
    );
  });

  it("answers all at once where agents are countless or nobody calls", () => {
    const atOnce = {
      waits: 0,
      answered: 1,
      abandons: 0,
      notAnsweredWithinLimit: 0,
      virtualWaitAboveLimit: 0,
    };
    expect(erlangA(queue(one), 200)).toMatchObject(atOnce);
    expect(erlangA(queue(zero), 5)).toMatchObject(atOnce);
  });

  it("loses every call where there is no agent", () => {
    expect(erlangA(queue(wholeNumber(3)), 0)).toMatchObject({
      answered: 0,
      abandons: 1,
      notAnsweredWithinLimit: 1,
    });
  });

  it("keeps its shares where ten times as much is offered as can be carried", () => {
    const shares = erlangA(queue(wholeNumber(10_000)), 1000);
    expect(shares.waits).toBe(1);
    expect(shares.abandons).toBeCloseTo(0.9, 9);
    expect(shares.notAnsweredWithinLimit).toBeCloseTo(1, 9);
    expect(shares.abandonsWithinLimit).toBeCloseTo(1 - Math.exp(-20 / 120), 9);
  });

  it("needs the fewest agents that reach the target", () => {
    fc.assert(
      fc.property(anyQueue, fc.integer({ min: 1, max: 999 }), (any, permille) => {
        const agents = agentsNeededByErlangA(any, fraction(BigInt(permille), 1000n));
        const missed = (count: number) => erlangA(any, count).notAnsweredWithinLimit;
        expect(missed(agents)).toBeLessThanOrEqual(1 - permille / 1000 + 1e-12);
        expect(missed(agents - 1)).toBeGreaterThan(1 - permille / 1000);
      }),
    );
  });
});
