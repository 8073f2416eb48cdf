import { describe, expect, it } from "vitest";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { recordKindIds, templateOfKind } from "#app/imports/records/kinds.ts";
import { readRecords } from "#app/imports/records/read-records.ts";

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no zone");

describe("templates of record files", () => {
  it("are told by their header and read without a fault, each as its own kind", () => {
    for (const kind of recordKindIds) {
      const bytes = Buffer.from(templateOfKind(kind) ?? "");
      const { kind: told, faults, content } = readRecords({ name: `${kind}.csv`, bytes }, zone);
      expect({ kind, told, faults }).toEqual({ kind, told: kind, faults: [] });
      expect(content).not.toBeNull();
    }
  });

  it("give the same bytes for the same records, whatever the delimiter, the case of names and a mark at the start", () => {
    for (const kind of recordKindIds.filter((each) => each !== "interval_report")) {
      const template = templateOfKind(kind) ?? "";
      const [header = "", ...rows] = template.split("\n");
      const other = `\ufeff${[header.toUpperCase(), ...rows].join("\r\n")}`;
      const read = (text: string) => readRecords({ name: "a.csv", bytes: Buffer.from(text) }, zone).content;
      expect(read(other)).toEqual(read(template));
    }
  });
});
