import { readdir } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { type Area, areas } from "#app/domain/catalogue/requirement.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import { metricFile, toMetric } from "#app/imports/catalogue/metric-file.ts";
import { repeatedIds, unexpectedFiles } from "#app/imports/catalogue/misplaced-files.ts";
import { profileFile, toProfile } from "#app/imports/catalogue/profile-file.ts";
import { requirementFile, toRequirement } from "#app/imports/catalogue/requirement-file.ts";
import {
  areasFile,
  recordsFile,
  sourcesFile,
  standardsFile,
  vocabularyFile,
} from "#app/imports/catalogue/shared-files.ts";
import { toTrap, trapFile } from "#app/imports/catalogue/trap-file.ts";
import { readYamlFile } from "#app/imports/catalogue/yaml-file.ts";

/**
 * Reads the catalogue's YAML files into the domain's objects. Every fault of every file is reported with file
 * (relative to `folder`), line and field. What the files say of each other is left to `checkCatalogue`.
 *
 * @param folder the folder that holds `areas.yml`, `metrics`, … (in the project: `requirements`)
 */
export async function readCatalogue(folder: string): Promise<Result<Catalogue>> {
  const faults: Fault[] = [];

  async function file<T>(name: string, schema: z.ZodType<T>): Promise<T | null> {
    const result = await readYamlFile(folder, name, schema);
    if (result.ok) return result.value;
    faults.push(...result.faults);
    return null;
  }

  /** Every file of a sub-folder, in the order of names, with the id that its name gives. */
  async function files<T>(subfolder: string, schema: z.ZodType<T>): Promise<readonly [string, T][]> {
    const names = await readdir(path.join(folder, subfolder)).catch(() => []);
    const read = names
      .filter((name) => name.endsWith(".yml"))
      .sort()
      .map(async (name): Promise<[string, T][]> => {
        const value = await file(path.posix.join(subfolder, name), schema);
        return value === null ? [] : [[path.basename(name, ".yml"), value]];
      });
    return (await Promise.all(read)).flat();
  }

  faults.push(...(await unexpectedFiles(folder)));
  const requirementFiles = Promise.all(
    areas.map(async (area) => ({ area, read: await files(area, requirementFile) })),
  );
  const [areaFile, standards, sources, vocabulary, records, metrics, traps, profiles] = await Promise.all([
    file("areas.yml", areasFile),
    file("standards.yml", standardsFile),
    file("sources.yml", sourcesFile),
    file("vocabulary.yml", vocabularyFile),
    file("records.yml", recordsFile),
    files("metrics", metricFile),
    files("traps", trapFile),
    files("profiles", profileFile),
  ]);
  const requirements = await requirementFiles;
  faults.push(...repeatedIds(requirements));
  if (
    faults.length > 0 ||
    areaFile === null ||
    standards === null ||
    sources === null ||
    vocabulary === null ||
    records === null
  ) {
    return { ok: false, faults };
  }

  const standardsById = byId(standards, (id, { superseded_by, ...standard }) => ({
    id,
    ...standard,
    supersededBy: superseded_by,
  }));
  return success({
    areas: new Map(Object.entries(areaFile).map(([id, area]) => [id as Area, { id: id as Area, ...area }])),
    requirements: new Map(
      requirements.flatMap(({ area, read }) =>
        read.map(([id, value]) => [id, toRequirement(id, area, value, standardsById)]),
      ),
    ),
    metrics: new Map(metrics.map(([id, value]) => [id, toMetric(id, value)])),
    traps: new Map(traps.map(([id, value]) => [id, toTrap(id, value)])),
    profiles: new Map(profiles.map(([id, value]) => [id, toProfile(id, value)])),
    standards: standardsById,
    sources: byId(sources, (id, source) => ({ id, ...source })),
    units: byId(vocabulary.units, (id, unit) => ({ id, ...unit })),
    windows: byId(vocabulary.windows, (code, term) => ({ code, ...term })),
    exclusions: byId(vocabulary.exclusions, (code, term) => ({ code, ...term })),
    sentences: {
      ...vocabulary.sentences,
      parameters: new Map(Object.entries(vocabulary.sentences.parameters)),
    },
    records: new Map(Object.entries(records)),
  });
}

function byId<V, T>(
  record: Readonly<Record<string, V>>,
  make: (id: string, value: V) => T,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([id, value]) => [id, make(id, value)]));
}
