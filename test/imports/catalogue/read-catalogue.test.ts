import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "#app/domain/fault.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";
import { catalogueFolder, requirementOf, shippedCatalogue } from "../../catalogue/shipped-catalogue.ts";

const serviceLevel = "availability/AVAIL-001.yml";

describe("a catalogue with faults", () => {
  let parent: string;
  let folder: string;
  let original: string;
  beforeAll(async () => {
    parent = await mkdtemp(path.join(tmpdir(), "catalogue-"));
    folder = path.join(parent, "requirements");
    original = await readFile(path.join(catalogueFolder, serviceLevel), "utf8");
  });
  beforeEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await cp(catalogueFolder, folder, { recursive: true });
  });
  afterAll(() => rm(parent, { recursive: true }));

  const lineOf = (text: string) => original.slice(0, original.indexOf(text)).split("\n").length;

  async function change(from: string, to: string): Promise<void> {
    expect(original).toContain(from);
    await writeFile(path.join(folder, serviceLevel), original.replace(from, to));
  }

  async function faults(): Promise<readonly Fault[]> {
    const read = await readCatalogue(folder);
    return read.ok ? [] : read.faults;
  }

  it("names file, line and field of a value that is not allowed", async () => {
    await change("level: must\n", "level: perhaps\n");
    const place = { file: serviceLevel, line: lineOf("level: must"), field: "level" };
    expect(await faults()).toMatchObject([{ code: "field_invalid", place }]);
  });

  it("reports a missing field at the part that should hold it", async () => {
    await change("  window: calendar_month\n", "");
    const place = { file: serviceLevel, line: lineOf("measure:"), field: "measure.window" };
    expect(await faults()).toEqual([{ code: "field_missing", place }]);
  });

  it("reports an unknown field at its own line", async () => {
    await change("  metric: service_level\n", "  metric: service_level\n  colour: red\n");
    const place = { file: serviceLevel, line: lineOf("  variant:"), field: "measure.colour" };
    expect(await faults()).toEqual([{ code: "field_unknown", place }]);
  });

  it("does not take a number that is not quoted, since it would pass through floating point", async () => {
    await change('threshold: "90"', "threshold: 90");
    expect(await faults()).toMatchObject([{ code: "field_invalid", place: { field: "measure.threshold" } }]);
  });

  it("refuses an empty text", async () => {
    await change("  sv: Servicenivå 90/20\n", '  sv: ""\n');
    expect(await faults()).toMatchObject([{ code: "field_invalid", place: { line: 2, field: "title.sv" } }]);
  });

  it("reports YAML that cannot be read, with its line", async () => {
    await change("level: must\n", "level: must\nlevel: should\n");
    const place = { file: serviceLevel, line: lineOf("level_switch:") };
    expect(await faults()).toMatchObject([{ code: "yaml_invalid", place }]);
  });

  it("reports every fault of every file", async () => {
    await change("level: must\nlevel_switch: free", "level: perhaps\nlevel_switch: never");
    await writeFile(path.join(folder, "traps/TRAP-01.yml"), "name: [");
    await rm(path.join(folder, "standards.yml"));
    const places = (await faults()).map(({ code, place }) => `${place?.file} ${place?.field ?? ""} ${code}`);
    expect(places.toSorted()).toEqual([
      `${serviceLevel} level field_invalid`,
      `${serviceLevel} level_switch field_invalid`,
      "standards.yml  file_unreadable",
      expect.stringMatching(/^traps\/TRAP-01\.yml .*yaml_invalid$/),
    ]);
  });

  it("reports a file that stands where nothing is read", async () => {
    await cp(path.join(folder, "availability"), path.join(folder, "avialability"), { recursive: true });
    await writeFile(path.join(folder, "traps/TRAP-31.yaml"), original);
    const found = (await faults()).map(({ code, place }) => `${place?.file} ${code}`);
    expect(found).toHaveLength(30);
    expect(found).toContain("avialability/AVAIL-001.yml file_unexpected");
    expect(found).toContain("traps/TRAP-31.yaml file_unexpected");
  });

  it("reports an id that stands in two areas", async () => {
    await writeFile(path.join(folder, "capacity/AVAIL-001.yml"), original);
    expect(await faults()).toEqual([{ code: "id_repeated", place: { file: "capacity/AVAIL-001.yml" } }]);
  });

  it("reports an area that areas.yml does not name", async () => {
    const areas = await readFile(path.join(folder, "areas.yml"), "utf8");
    await writeFile(path.join(folder, "areas.yml"), areas.replace("licensing:", "licences:"));
    const fields = (await faults()).map(({ place }) => `${place?.file} ${place?.field}`);
    expect(fields).toContain("areas.yml licensing");
  });
});

describe("a catalogue without faults", () => {
  it("takes id and area from the path, and fills in what a file leaves out", async () => {
    const requirement = requirementOf(await shippedCatalogue(), "AVAIL-001");
    expect(requirement).toMatchObject({ id: "AVAIL-001", area: "availability", core: true });
    expect(requirement.measure).toMatchObject({
      timezone: "Europe/Stockholm",
      thresholdUpper: null,
      aggregationK: null,
      parameters: { seconds: 20 },
    });
    expect(requirement.scoring).toMatchObject({ type: "piecewise", unit: "%" });
  });

  it("says of a requirement's standard what the list of standards says", async () => {
    const catalogue = await shippedCatalogue();
    expect(requirementOf(catalogue, "ETH-001").standard).toEqual({
      id: "ISO18295-1",
      ref: "SS-EN ISO 18295-1:2017",
      status: "in force",
      supersededBy: null,
      role: "referenced",
    });
    expect(catalogue.standards.get("EN15838")).toMatchObject({ supersededBy: "SS-EN ISO 18295-1:2017" });
  });

  it("values a profile's item at its weight times the SEK per weight unit, and a must at nothing", async () => {
    const items = (await shippedCatalogue()).profiles.get("municipal-switchboard")?.items;
    expect(items?.slice(0, 3)).toEqual([
      { id: "CONT-001", level: "should", weight: "4", valueSek: "80000" },
      { id: "CONT-008", level: "should", weight: "5", valueSek: "100000" },
      { id: "CONT-016", level: "must", weight: null, valueSek: null },
    ]);
  });
});
