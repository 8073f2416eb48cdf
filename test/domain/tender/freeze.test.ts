import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingApproval } from "#app/domain/tender/approval.ts";
import { canonicalJson } from "#app/domain/tender/canonical-json.ts";
import { freeze } from "#app/domain/tender/freeze.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import { catalogue, complete, nowUs } from "./drafts.ts";

const tender = (() => {
  const result = publishable(complete, nowUs, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
})();

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value as fc.Arbitrary<Parameters<typeof canonicalJson>[0]>;

/** The same value with the keys of every object put in the other way round. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, shuffled(entry)]),
  );
}

describe("canonical JSON", () => {
  it("has sorted keys and no blanks", () => {
    expect(canonicalJson({ b: [1, null, { d: "å", c: true }], a: "x" })).toBe(
      '{"a":"x","b":[1,null,{"c":true,"d":"å"}]}',
    );
  });
  it("gives the same value back, and the same bytes in whatever order keys come", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(value);
        expect(canonicalJson(shuffled(value) as typeof value)).toBe(text);
      }),
    );
  });
  it("refuses a number that is no whole number: decimals are strings", () => {
    expect(() => canonicalJson({ weight: 0.1 })).toThrow(RangeError);
  });
});

describe("freezing", () => {
  it("gives the SHA-256 of its own bytes, and the same again", () => {
    const { content, model } = freeze(tender);
    for (const { bytes, sha256 } of [content, model]) {
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
    expect(freeze(shuffled(tender) as typeof tender)).toEqual(freeze(tender));
    expect(JSON.parse(content.bytes.toString("utf8"))).toEqual(tender);
  });

  it("never publishes why warnings were accepted", () => {
    expect(freeze(tender).content.bytes.toString("utf8")).not.toContain('"reasons"');
  });

  it("holds in the model everything that decides, and nothing that does not", () => {
    const of = (change: Partial<typeof tender>) => freeze({ ...tender, ...change }).model.sha256;
    const same = freeze(tender).model.sha256;
    expect(of({ title: { sv: "Annat", en: "Other" } })).toBe(same);
    expect(of({ ceilingPriceSek: "1" })).not.toBe(same);
    expect(of({ forbidNegativePrices: false })).not.toBe(same);
    expect(of({ evaluation: { type: "added_value_deduction", tieBreak: ["lottery"] } })).not.toBe(same);
    const [first, ...rest] = tender.requirements;
    if (first === undefined) throw new Error("no requirement");
    expect(of({ requirements: [{ ...first, valueSek: "1" }, ...rest] })).not.toBe(same);
    expect(of({ priceItems: [] })).not.toBe(same);
  });
});

describe("the approval of a publication", () => {
  const owner = { accountId: "o", roles: ["owner"] } as const;
  const approver = { accountId: "a", roles: ["approver"] } as const;
  it("takes an owner and an approver who has not written everything", () => {
    expect(missingApproval([owner, approver], ["o", "a"])).toBeNull();
    expect(missingApproval([owner], ["o"])).toBe("approval_of_second_person");
    expect(missingApproval([owner, { ...owner, accountId: "p" }], ["o"])).toBe("approval_of_approver");
    expect(missingApproval([owner, approver], ["a"])).toBe("approver_is_sole_author");
  });
  it("does not count a role that the person no longer holds, or one person twice", () => {
    expect(missingApproval([owner, { accountId: "a", roles: [] }], ["o"])).toBe("approval_of_second_person");
    const both = { accountId: "b", roles: ["owner", "approver"] } as const;
    expect(missingApproval([both, both], ["o"])).toBe("approval_of_second_person");
  });
});
