import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "#app/server/local-path.ts";

describe("where a sign-in leads on to", () => {
  it.each(["/", "/tenders", "/tenders/1/response?step=2", "/sök?q=å%20b"])(
    "is %s when that was asked for",
    (path) => {
      expect(decodeURI(localPath(path))).toBe(decodeURI(path));
    },
  );

  it.each([
    null,
    "",
    "tenders",
    "https://elsewhere.invalid/",
    "//elsewhere.invalid",
    "///elsewhere.invalid",
    "/\\elsewhere.invalid",
    "/\t/elsewhere.invalid",
    "/\n//elsewhere.invalid",
    "/.//elsewhere.invalid",
    "/a/..//elsewhere.invalid",
    "javascript:alert(1)",
  ])("is the start page when asked for %j", (path) => {
    expect(localPath(path)).toBe("/");
  });

  it("is never on another host, whatever is asked for", () => {
    const pieces = fc.array(
      fc.constantFrom("/", "\\", ".", "..", ":", "@", "?", "#", "\t", "\n", "a", "x.invalid"),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const base = "https://upphandling.exempelbo.invalid";
        expect(new URL(localPath(`/${parts.join("")}`), base).origin).toBe(base);
      }),
      { numRuns: 2_000 },
    );
  });
});
