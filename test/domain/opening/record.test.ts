import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mayOpenFrom, stillHolds } from "#app/domain/opening/opening-time.ts";
import { type OpeningFacts, openingRecord } from "#app/domain/opening/record.ts";

const deadlineUs = Date.UTC(2026, 10, 22, 12) * 1000;
const bid = (response: string, receivedUs: number, withdrawnUs: number | null = null) => ({
  response,
  bidder: `Påhittad anbudsgivare ${response}`,
  organisationNumber: "556000-0000",
  version: 1,
  receivedUs,
  contentSha256: "ab",
  files: [{ id: "f", slot: "A1", name: "intyg.pdf", bytes: 3, sha256: "cd" }],
  withdrawnUs,
});
const facts: OpeningFacts = {
  tender: "t",
  caseNumber: "KS 1",
  buyer: "Påhittade kommun",
  part: "quality",
  deadlineUs,
  openedUs: mayOpenFrom(deadlineUs),
  openers: [
    { accountId: "b", name: "B", atUs: 2 },
    { accountId: "a", name: "A", atUs: 1 },
  ],
  bids: [bid("y", deadlineUs - 1), bid("x", deadlineUs - 1), bid("z", deadlineUs - 5, deadlineUs - 2)],
  lateAttempts: 2,
  logIndex: 40,
  release: "skallbor 1",
};

describe("an opening record", () => {
  it("lists bids by time of receipt and openers by time of confirmation, however they were read", () => {
    const { record, sha256 } = openingRecord(facts);
    expect(record.bids.map(({ response }) => response)).toEqual(["z", "x", "y"]);
    expect(record.openers.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(openingRecord({ ...facts, bids: facts.bids.toReversed() }).sha256).toBe(sha256);
  });

  it("names files, hashes, what was withdrawn and how many came too late", () => {
    const { record } = openingRecord(facts);
    expect(record).toMatchObject({ opened_at: "2026-11-22T12:05:00Z", late_attempts: 2, log_index: 40 });
    expect(record.bids[0]).toMatchObject({
      withdrawn_at: "2026-11-22T11:59:59.999998Z",
      files: [{ slot: "A1", name: "intyg.pdf", bytes: 3, sha256: "cd" }],
    });
  });

  it("is hashed over its exact bytes", () => {
    const { bytes, sha256, record } = openingRecord(facts);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(record);
  });
});

it("lets a confirmation hold for an hour, inclusive", () => {
  expect(stillHolds(0, 3_600_000_000)).toBe(true);
  expect(stillHolds(0, 3_600_000_001)).toBe(false);
});
