import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { decodeBlob } from "#app/domain/measurement/blob.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import {
  type CallRecords,
  type ReadOptions,
  readCallRecords,
  recordFile,
} from "#app/imports/call-records/read-call-records.ts";

export const projectRoot = resolve(import.meta.dirname, "../../..");

function zoneNamed(name: string): Zone {
  const zone = loadZone(name);
  if (zone === null) throw new Error(`no zone ${name}`);
  return zone;
}

export const readingOptions: ReadOptions = {
  zone: zoneNamed("Europe/Stockholm"),
  zoneDeclared: true,
  clock: "arrival",
  format: "auto",
  hashFiles: false,
  root: projectRoot,
  mostBytes: Number.POSITIVE_INFINITY,
  temporaryFolder: tmpdir(),
};

/** A folder for the files of one test. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "skallbor-calls-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files in a folder that this process has open, also those without a name. */
export function openIn(folder: string): string[] {
  return readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`);
      return file.startsWith(folder) ? [file] : [];
    } catch {
      return [];
    }
  });
}

/** Reads contents as the files `1.csv`, `2.csv`, … of one import. */
export const readContents = (
  contents: readonly (string | Uint8Array)[],
  options: Partial<ReadOptions> = {},
): Promise<CallRecords> =>
  inFolder((folder) => {
    const files = contents.map((content, i) => {
      const path = join(folder, `${i + 1}.csv`);
      writeFileSync(path, content);
      return recordFile(path);
    });
    return readCallRecords(files, { ...readingOptions, ...options });
  });

/** `code file:line column` of each fault. */
export const faultsOf = ({ faults }: CallRecords): string[] =>
  faults.map(({ code, place }) => `${code} ${place?.file}:${place?.line} ${place?.column ?? "-"}`);

export const warningsOf = ({ warnings }: CallRecords): string[] =>
  warnings.map(({ code, line, column, count }) => `${code} ${line} ${column ?? "-"} ${count}`);

export const cellsOf = ({ blobs }: CallRecords): Cell[] => blobs.flatMap(decodeBlob);
