import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountLimits, addressLimits, waitUs } from "#app/domain/account/throttle.ts";

const second = 1_000_000;
const minute = 60 * second;
const now = 1_000 * minute;

describe("the throttle of an account", () => {
  it("lets five attempts a minute through and holds the sixth until the first is a minute old", () => {
    const attempts = [50, 40, 30, 20].map((ago) => now - ago * second);
    expect(waitUs(attempts, accountLimits, now)).toBe(0);
    expect(waitUs([...attempts, now - 10 * second], accountLimits, now)).toBe(10 * second);
  });

  it("lets twenty attempts an hour through", () => {
    const attempts = Array.from({ length: 20 }, (_, index) => now - (59 - 2 * index) * minute);
    expect(waitUs(attempts, accountLimits, now)).toBe(minute);
    expect(waitUs(attempts.slice(1), accountLimits, now)).toBe(0);
  });

  it("never locks: after the wait it names, an attempt is allowed", () => {
    const times = fc.array(fc.integer({ min: now - 90 * minute, max: now }), { maxLength: 200 });
    fc.assert(
      fc.property(times, (attempts) => {
        const wait = waitUs(attempts, accountLimits, now);
        expect(wait).toBeLessThanOrEqual(60 * minute);
        expect(waitUs(attempts, accountLimits, now + wait)).toBe(0);
        if (wait > 0) expect(waitUs(attempts, accountLimits, now + wait - 1)).toBeGreaterThan(0);
      }),
    );
  });

  it("does not depend on the order in which attempts are read", () => {
    const times = fc.array(fc.integer({ min: now - 90 * minute, max: now }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (attempts) => {
        const reversed = [...attempts].reverse();
        expect(waitUs(reversed, accountLimits, now)).toBe(waitUs(attempts, accountLimits, now));
      }),
    );
  });
});

describe("the throttle of an address", () => {
  it("lets fifty attempts a minute through, since a whole office may sit behind it", () => {
    const attempts = Array.from({ length: 50 }, (_, index) => now - index * second);
    expect(waitUs(attempts.slice(1), addressLimits, now)).toBe(0);
    expect(waitUs(attempts, addressLimits, now)).toBe(11 * second);
  });
});
