import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Blob, decodeBlob, decodeTotals } from "#app/domain/measurement/blob.ts";
import { type Cell, mergeByHalfHour, type Totals } from "#app/domain/measurement/cell.ts";
import { allQueues, compareCodePoints, monthsOfQueue, queuesOf } from "#app/domain/measurement/months.ts";
import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import { type CallRecords, readCallRecords } from "#app/imports/call-records/read-call-records.ts";
import { Choice, type GeneratedImport, generateImport } from "./generated-files.ts";
import { projectRoot } from "./reading.ts";
import { readReference } from "./reference-reader.ts";

const generatedImports = 1500;

let folder = "";
const zones = new Map<string, Zone>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "skallbor-calls-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function zoneOf(name: string): Zone {
  const zone = zones.get(name) ?? loadZone(name);
  if (zone === null) throw new Error(name);
  zones.set(name, zone);
  return zone;
}

async function readFast(given: GeneratedImport, compressed: boolean): Promise<CallRecords> {
  const files = given.files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, compressed ? gzipSync(bytes) : bytes);
    return { name, path };
  });
  return await readCallRecords(files, {
    zone: zoneOf(given.zone),
    zoneDeclared: given.zoneDeclared,
    clock: given.clock,
    format: "auto",
    hashFiles: false,
    root: projectRoot,
    mostBytes: Number.POSITIVE_INFINITY,
    temporaryFolder: folder,
  });
}

const faultsOf = ({ faults }: CallRecords): string[] =>
  faults.map(({ code, place }) => `${code} ${place?.file}:${place?.line} ${place?.column ?? "-"}`);

const warningsOf = ({ warnings }: CallRecords): string[] =>
  warnings
    .map(({ code, file, line, column, count }) => `${code} ${file}:${line} ${column ?? "-"} ${count}`)
    .sort();

/** The unit of a stored cell is that of its day, so it is compared apart. */
function comparable(totals: Readonly<Totals>): object {
  return { ...totals, decimals: null };
}

const comparableCell = (cell: Cell): object => ({ ...cell, totals: comparable(cell.totals) });

const storedMonths = ({ months }: CallRecords): object[] =>
  months.map(({ queue, month, bytes }) => ({ queue, month, totals: comparable(decodeTotals(bytes)) }));

const monthsOfCells = (cells: readonly Cell[], zone: Zone): object[] =>
  [allQueues, ...queuesOf(cells)]
    .sort(compareCodePoints)
    .flatMap((queue) => monthsOfQueue(cells, queue, zone))
    .map(({ queue, month, totals }) => ({ queue, month, totals: comparable(totals) }));

const cellsOfBlobs = (blobs: readonly Blob[]): Map<string, object> =>
  new Map(
    blobs.flatMap(decodeBlob).map((cell) => [`${cell.queue}|${cell.halfHour}`, comparable(cell.totals)]),
  );

describe("the streaming reader", () => {
  it(`says the same of ${generatedImports} generated imports as the slow, obvious reader`, async () => {
    let valid = 0;
    for (let seed = 1; seed <= generatedImports; seed++) {
      const given = generateImport(seed);
      const expected = readReference(given.files, given);
      const actual = await readFast(given, new Choice(seed).chance(10));
      const about = `seed ${seed}`;
      expect(faultsOf(actual), about).toEqual(expected.faults);
      expect(actual.faultCount, about).toBe(expected.faults.length);
      expect(actual.rows, about).toBe(expected.rows);
      expect(warningsOf(actual), about).toEqual(expected.warnings);
      const cells = new Map([...expected.cells].map(([key, totals]) => [key, comparable(totals)]));
      expect(cellsOfBlobs(actual.blobs), about).toEqual(cells);
      if (expected.faults.length > 0) continue;
      const decoded = actual.blobs.flatMap(decodeBlob);
      expect(actual.allQueues.flatMap(decodeBlob).map(comparableCell), about).toEqual(
        mergeByHalfHour(decoded, allQueues).map(comparableCell),
      );
      expect(storedMonths(actual), about).toEqual(monthsOfCells(decoded, zoneOf(given.zone)));
      expect(actual.stampDecimals, about).toBe(expected.stampDecimals);
      if (expected.rows > 0) valid += 1;
    }
    // The generator must keep making both kinds.
    expect(valid).toBeGreaterThan(generatedImports / 5);
    expect(valid).toBeLessThan((generatedImports * 4) / 5);
  }, 60_000);
});
