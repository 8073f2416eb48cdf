import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInTime } from "#app/domain/response/deadline.ts";
import { instantText } from "#app/domain/response/instant.ts";
import {
  type ReceiptFacts,
  receiptBytes,
  saltedHash,
  signReceipt,
  verifyReceipt,
} from "#app/domain/response/receipt.ts";

/** Private key of RFC 8032, section 7.1, test 2, as PKCS #8. */
const key = createPrivateKey({
  key: Buffer.from(
    "302e020100300506032b657004220420" + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "hex",
  ),
  format: "der",
  type: "pkcs8",
});
const publicKey = createPublicKey(key);

const deadlineUs = Date.UTC(2026, 10, 22, 12) * 1000;
const facts: ReceiptFacts = {
  tender: "t1",
  response: "r1",
  version: 3,
  receivedUs: deadlineUs - 18_876_544,
  deadlineUs,
  files: [{ id: "f1", slot: "A1", name: "hemligt namn.pdf", sha256: "ab", bytes: 123 }],
  contentSha256: "cd",
  salt: "ef",
  modelSha256: "01",
  log: { seq: 813, leaf: Buffer.from("23", "hex") },
  release: "skallbor 1",
  keyId: "k",
};

describe("a receipt", () => {
  it("has the fields of format 1 in their order", () => {
    expect(receiptBytes(facts).toString("utf8")).toBe(
      '{"v":1,"type":"receipt","tender":"t1","lot":null,"response":"r1","version":3,' +
        '"received_at":"2026-11-22T11:59:41.123456Z","deadline":"2026-11-22T12:00:00Z","late":false,' +
        '"files":[{"slot":"A1","sha256":"ab","bytes":123}],"answers_sha256":"cd","salt":"ef","envelopes":[],' +
        '"model_sha256":"01","seal":"access-rules",' +
        '"log":{"index":812,"leaf":"23","size":813,"root":"","proof":[]},' +
        '"server_release":"skallbor 1","key_id":"k"}',
    );
  });

  it("is signed as RFC 8032 says (section 7.1, test 2)", () => {
    expect(sign(null, Buffer.from("72", "hex"), key).toString("hex")).toBe(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    );
  });

  it("verifies, and no longer when any byte of text or signature is another", () => {
    const bytes = receiptBytes(facts);
    const signature = signReceipt(bytes, key);
    expect(verifyReceipt(bytes, signature, publicKey)).toBe(true);
    const changed = (source: Buffer, at: number, by: number) => {
      const copy = Buffer.from(source);
      copy.writeUInt8((copy.readUInt8(at) + by) % 256, at);
      return copy;
    };
    for (let at = 0; at < bytes.length; at++) {
      expect(verifyReceipt(changed(bytes, at, 1), signature, publicKey)).toBe(false);
    }
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(verifyReceipt(bytes, changed(signature, at, by), publicKey)).toBe(false);
      }),
    );
  });

  it("salts a hash byte by byte: SHA-256(salt || hash)", () => {
    // sha256sum of the three bytes 61 62 63 ("abc"), FIPS 180-2 appendix B.1.
    expect(saltedHash("61", "6263")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("the deadline", () => {
  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])("is half-open: %i µs from it is in time: %s", (offset, inTime) => {
    expect(isInTime(deadlineUs + offset, deadlineUs)).toBe(inTime);
  });

  it("is written to the microsecond, and whole seconds without a fraction", () => {
    expect(instantText(deadlineUs)).toBe("2026-11-22T12:00:00Z");
    expect(instantText(deadlineUs - 1)).toBe("2026-11-22T11:59:59.999999Z");
    expect(instantText(deadlineUs + 1000)).toBe("2026-11-22T12:00:00.001000Z");
  });
});
