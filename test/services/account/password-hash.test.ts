import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "#app/services/account/password-hash.ts";

describe("the hash of a password", () => {
  it("is argon2id with 19,456 KiB, two passes and one lane, and never twice the same", async () => {
    const [one, two] = await Promise.all([hashPassword("gröna hattar"), hashPassword("gröna hattar")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it("is verified by the same password only", async () => {
    const hash = await hashPassword("gröna hattar");
    expect(await verifyPassword(hash, "gröna hattar")).toBe(true);
    expect(await verifyPassword(hash, "gröna hattar ")).toBe(false);
  });

  it("is false for no account and for a damaged hash", async () => {
    expect(await verifyPassword(null, "gröna hattar")).toBe(false);
    expect(await verifyPassword("", "gröna hattar")).toBe(false);
  });

  it("comes out of every one of forty asked for at once", async () => {
    const hashes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => hashPassword(`lösen ${index}`)),
    );
    expect(new Set(hashes).size).toBe(40);
  });
});
