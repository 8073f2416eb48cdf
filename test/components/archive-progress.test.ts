import fc from "fast-check";
import { expect, it } from "vitest";
import { ArchiveProgress } from "#app/components/archive-progress.ts";
import { archiveOf, archiveStream } from "#app/documents/stable-archive.ts";

const entry = fc.record({
  name: fc.stringMatching(/^[a-zåäö]{1,12}\.docx$/),
  content: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
});

it("counts the files of an archive that have come whole, however it is cut into pieces", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), (entries, length) => {
      const archive = archiveOf(entries);
      const progress = new ArchiveProgress();
      for (let at = 0; at < archive.length; at += length) progress.take(archive.subarray(at, at + length));
      expect(progress.done).toBe(entries.length);
    }),
  );
});

it("counts each file when its last byte has come and not before", async () => {
  const entries = ["a.docx", "b.docx"].map((name) => ({ name, content: Buffer.from(`Påhittat ${name}`) }));
  const progress = new ArchiveProgress();
  const counted: number[] = [];
  for await (const piece of archiveStream(asSoonAs(entries))) {
    progress.take(piece.subarray(0, -1));
    counted.push(progress.done);
    progress.take(piece.subarray(-1));
    counted.push(progress.done);
  }
  expect(counted).toEqual([0, 1, 1, 2, 2, 2]);
});

it("takes an archive within an archive for one file", () => {
  const inner = archiveOf([{ name: "x", content: Buffer.from("x") }]);
  const progress = new ArchiveProgress();
  progress.take(archiveOf([{ name: "inner.docx", content: inner }]));
  expect(progress.done).toBe(1);
});

async function* asSoonAs<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}
