import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { quotaFaults } from "#app/domain/response/upload-quota.ts";

const megabyte = 1_000_000;
const file = (slot: string, megabytes: number) => ({ slot, bytes: megabytes * megabyte });
const files = (count: number, slot = "CONT-001") => Array.from({ length: count }, () => file(slot, 0));
const codes = (...fit: Parameters<typeof quotaFaults>) => quotaFaults(...fit).map(({ code }) => code);

describe("the files of a response", () => {
  it("are at most a hundred, of whatever kind", () => {
    const mixed = [...files(40), ...files(30, "records"), ...files(29, "calls")];
    for (const slot of ["CONT-001", "records", "calls"]) {
      expect(codes("response", mixed, file(slot, 1))).toEqual([]);
      expect(codes("response", [...mixed, file("records", 1)], file(slot, 1))).toEqual(["too_many_files"]);
    }
  });

  it("come to 500 MB with proofs and records together, and not a byte more", () => {
    const held = [file("CONT-001", 300), file("records", 100)];
    for (const slot of ["CONT-002", "records"]) {
      expect(codes("response", held, file(slot, 100))).toEqual([]);
      const more = { slot, bytes: 100 * megabyte + 1 };
      expect(quotaFaults("response", held, more)).toEqual([
        { code: "response_too_large", params: { bytes: 500 * megabyte } },
      ]);
    }
  });

  it("have 1 GB for call records beside that: neither takes the room of the other", () => {
    const calls = Array.from({ length: 5 }, () => file("calls", 200));
    expect(codes("response", calls.slice(1), file("calls", 200))).toEqual([]);
    expect(quotaFaults("response", calls, { slot: "calls", bytes: 1 })).toEqual([
      { code: "call_records_too_large", params: { bytes: 1_000 * megabyte } },
    ]);
    expect(codes("response", calls, file("CONT-001", 500))).toEqual([]);
    expect(codes("response", [file("CONT-001", 500)], file("calls", 1000))).toEqual([]);
  });

  it("are told both that they are too many and too large", () => {
    expect(codes("response", [...files(100), file("records", 500)], file("records", 1))).toEqual([
      "too_many_files",
      "response_too_large",
    ]);
  });
});

describe("the folder of a contract", () => {
  it("has room for six files a month during ten years, and for a gigabyte a year", () => {
    const tenYears = files(10 * 12 * 6, "records");
    const calls = Array.from({ length: 9 }, () => file("calls", 1000));
    expect(codes("contract", [...tenYears, ...calls], file("calls", 1000))).toEqual([]);
  });

  it("has limits too, one of each for all kinds together", () => {
    expect(codes("contract", files(uploadLimits.filesOfContract), file("calls", 1))).toEqual([
      "too_many_files",
    ]);
    expect(codes("contract", [file("calls", 10_000)], file("records", 1))).toEqual([
      "contract_files_too_large",
    ]);
  });
});

it("what does not fit does not fit beside more files either", () => {
  const slot = fc.constantFrom("CONT-001", "records", "calls");
  const some = fc.array(fc.record({ slot, bytes: fc.integer({ min: 0, max: 400 * megabyte }) }), {
    maxLength: 110,
  });
  fc.assert(
    fc.property(some, some, slot, fc.constantFrom("response", "contract"), (held, others, into, folder) => {
      const coming = { slot: into, bytes: 0 };
      const before = codes(folder, held, coming);
      expect(codes(folder, [...held, ...others], coming)).toEqual(expect.arrayContaining(before));
    }),
  );
});
