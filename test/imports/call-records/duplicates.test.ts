import { describe, expect, it } from "vitest";
import { duplicateFinders } from "#app/imports/call-records/duplicates.ts";
import { FaultLog } from "#app/imports/call-records/fault-log.ts";
import { hashOfBytes } from "#app/imports/call-records/hash.ts";
import { faultsOf, readContents } from "./reading.ts";

const header = "call_id,queue,arrival_at,answered_at,ended_at";
const row = (id: string): string => `${id},q,2025-06-10T10:00:00Z,,2025-06-10T10:00:09Z`;

/** Two call ids with the same hash. */
function collidingIds(): [string, string] {
  const known = new Map<number, string>();
  for (let i = 0; ; i++) {
    const id = `C${i}`;
    const bytes = new TextEncoder().encode(id);
    const hash = hashOfBytes(bytes, 0, bytes.length);
    const other = known.get(hash);
    if (other !== undefined) return [other, id];
    known.set(hash, id);
  }
}

describe("duplicates", () => {
  it("never rest on a hash alone", async () => {
    const [one, other] = collidingIds();
    expect(faultsOf(await readContents([[header, row(one), row(other)].join("\n")]))).toEqual([]);
    expect(faultsOf(await readContents([[header, row(one), row(other), row(one)].join("\n")]))).toEqual([
      "call_duplicate 1.csv:4 call_id",
    ]);
  });

  it("are told by the text of the call id, quoted or not, and count each repetition", async () => {
    const quoted = row('"a ""b"""');
    expect(faultsOf(await readContents([[header, quoted, row('a "b"'), quoted].join("\n")]))).toEqual([
      "call_duplicate 1.csv:3 call_id",
      "call_duplicate 1.csv:4 call_id",
    ]);
  });

  it("are compared in several readings when there are very many candidates, so that memory stays bounded", () => {
    const hashes = Array.from({ length: 250_000 }, (_, i) => i);
    const candidates = [hashes, hashes, [7]].map((each, i) => ({ queue: 0, halfHour: i, hashes: each }));
    expect([...duplicateFinders(candidates, new FaultLog())]).toHaveLength(3);
    expect([...duplicateFinders([], new FaultLog())]).toHaveLength(0);
  });
});
