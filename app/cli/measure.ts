import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { intervalDocument } from "#app/cli/measure-intervals.ts";
import type { Fault } from "#app/domain/fault.ts";
import { decodeBlob } from "#app/domain/measurement/blob.ts";
import { type Definition, defaultDefinition } from "#app/domain/measurement/definition.ts";
import { measurementDocument } from "#app/domain/measurement/document.ts";
import { longestBinnedSeconds } from "#app/domain/measurement/histogram.ts";
import { measureFromCells, measureHalfHours } from "#app/domain/measurement/measure.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import type { Selection } from "#app/domain/measurement/period.ts";
import { dayOfIsoDate, loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import { readDefinition } from "#app/imports/call-records/definition-file.ts";
import { type Format, formats } from "#app/imports/call-records/detect-format.ts";
import { readMapping } from "#app/imports/call-records/mapping-file.ts";
import { type RecordFile, readCallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";
import { faultMessage, warningMessage } from "#app/imports/call-records/wording.ts";
import { isIntervalReport } from "#app/imports/interval/read-interval-report.ts";

export interface CommandIo {
  /** Folder of the project. */
  readonly root: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A command line that cannot be followed; exit code 2. */
class UsageError extends Error {}

interface Request {
  readonly files: readonly string[];
  readonly format: Format | "auto" | "interval";
  readonly mapping: ColumnMapping | undefined;
  /** Seconds by which an interval report counts that does not say so itself. */
  readonly serviceLimitS: number | null;
  readonly zone: Zone;
  readonly zoneDeclared: boolean;
  readonly definition: Definition;
  readonly definitionGiven: boolean;
  readonly selection: Selection;
  readonly halfHours: boolean;
}

const usage =
  `skallbor measure FILE... [--format auto|${formats.join("|")}|interval] [--mapping M.json] [--zone Europe/Stockholm] [--definition D.json] ` +
  "[--from 2025-03-01] [--to 2025-04-01] [--queue Q] [--half-hours] [--service-limit 20]";

/** Call records in, one JSON document out. Exit code 0 measured, 1 import refused, 2 bad usage. */
export async function measureCommand(args: readonly string[], io: CommandIo): Promise<0 | 1 | 2> {
  let request: Request;
  try {
    request = await readRequest(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message}\n${usage}\n`);
    return 2;
  }
  const { zone, definition, selection } = request;
  const files = request.files.map(recordFile);
  const format = await formatOf(request.format, files, io.root);
  if (format === "interval") {
    const { document, refused } = await intervalDocument(files, { ...request, root: io.root });
    io.out(`${JSON.stringify(document, null, 1)}\n`);
    return refused ? 1 : 0;
  }
  const records = await readCallRecords(files, {
    zone,
    zoneDeclared: request.zoneDeclared,
    clock: definition.clock,
    format,
    mapping: request.mapping,
    hashFiles: false,
    root: io.root,
    mostBytes: Number.POSITIVE_INFINITY,
    temporaryFolder: tmpdir(),
  });
  const refused = records.faultCount > 0;
  const cells = records.blobs.flatMap(decodeBlob);
  const measurement = refused ? null : measureFromCells(cells, definition, selection, zone);
  const halfHours = request.halfHours ? measureHalfHours(cells, definition, selection, zone) : null;
  const include = { halfHours, verdicts: request.definitionGiven };
  const words = { fault: faultMessage, warning: warningMessage };
  io.out(`${JSON.stringify(measurementDocument(records, measurement, include, words), null, 1)}\n`);
  return refused ? 1 : 0;
}

/** Interval reports are told from call records by the first file; the formats of call records when they are read. */
async function formatOf(
  asked: Request["format"],
  files: readonly RecordFile[],
  root: string,
): Promise<Request["format"]> {
  const [first] = files;
  return asked === "auto" && first !== undefined && (await isIntervalReport(first, root))
    ? "interval"
    : asked;
}

async function readRequest(args: readonly string[]): Promise<Request> {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError("no file is given");
  const missing = positionals.find((file) => !statSync(file, { throwIfNoEntry: false })?.isFile());
  if (missing !== undefined) throw new UsageError(`${missing}: no such file`);
  const mapping = await mappingOption(values.mapping);
  if (mapping !== undefined && values.format !== undefined && values.format !== "auto")
    throw new UsageError("--mapping is a format of its own: leave out --format");
  const declaredZone = values.zone ?? mapping?.zone ?? null;
  const zone = loadZone(declaredZone ?? defaultZone);
  if (zone === null) throw new UsageError(`${declaredZone}: no time zone with whole or half hours`);
  const fromDay = dayOption("--from", values.from);
  const toDay = dayOption("--to", values.to);
  if (fromDay !== null && toDay !== null && fromDay >= toDay)
    throw new UsageError("--to is not after --from");
  return {
    files: positionals,
    format: mapping === undefined ? formatOption(values.format) : "mapped",
    mapping,
    serviceLimitS: limitOption(values["service-limit"]),
    zone,
    zoneDeclared: declaredZone !== null,
    definition: await definitionOption(values.definition),
    definitionGiven: values.definition !== undefined,
    selection: { fromDay, toDay, queue: values.queue?.normalize("NFC") ?? allQueues },
    halfHours: values["half-hours"] ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        mapping: { type: "string" },
        zone: { type: "string" },
        definition: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        queue: { type: "string" },
        "half-hours": { type: "boolean" },
        "service-limit": { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function dayOption(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const day = dayOfIsoDate(text);
  if (day === null) throw new UsageError(`${name} ${text}: not a date such as 2025-03-01`);
  return day;
}

function limitOption(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= longestBinnedSeconds) return Number(text);
  throw new UsageError(`--service-limit ${text}: not a number of seconds up to ${longestBinnedSeconds}`);
}

function formatOption(text = "auto"): Request["format"] {
  const known = (["auto", ...formats, "interval"] as const).find((format) => format === text);
  if (known === undefined) throw new UsageError(`--format ${text}: not a format that can be read`);
  return known;
}

async function mappingOption(path: string | undefined): Promise<ColumnMapping | undefined> {
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new UsageError(`${path}: no such file`);
  const result = readMapping(await readFile(path, "utf8"));
  if (result.ok) return result.value;
  throw new UsageError(`${path}: cannot be used: ${placesOf(result.faults)}`);
}

const placesOf = (faults: readonly Fault[]): string =>
  faults.map((fault) => fault.place?.field ?? fault.code).join(", ");

async function definitionOption(path: string | undefined): Promise<Definition> {
  if (path === undefined) return defaultDefinition;
  if (!existsSync(path)) throw new UsageError(`${path}: no such file`);
  const result = readDefinition(await readFile(path, "utf8"));
  if (result.ok) return result.value;
  throw new UsageError(`${path}: cannot be computed: ${placesOf(result.faults)}`);
}

const defaultZone = "Europe/Stockholm";
