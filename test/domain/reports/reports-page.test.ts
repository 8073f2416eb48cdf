import { expect, it } from "vitest";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { type Reports, reportKinds } from "#app/domain/reports/figures-of-records.ts";
import { reportsPage } from "#app/domain/reports/reports-page.ts";

const none = Object.fromEntries(reportKinds.map((kind) => [kind, null])) as unknown as Reports;

it("a measure that the catalogue lacks still has its unit, and its warning the day that it is about", () => {
  const zone = loadZone("UTC");
  if (zone === null) throw new Error("there is UTC");
  const values = [{ metric: "recording_pre_buffer_s", value: "0", date: "2026-09-09", proof: "Visning 3" }];
  const known = {
    metrics: new Map(),
    traps: new Map([
      ["TRAP-30", { name: { sv: "n", en: "n" }, message: { sv: "Det som sades saknas.", en: "Missing." } }],
    ]),
  };
  const source = { kind: "single_values", file: "v.csv", rows: 1, atUs: 0 } as const;
  const page = reportsPage({ ...none, single_values: { values } }, [source], [], known, {
    zone,
    language: "sv",
  });
  expect(page.parts[0]?.figures).toMatchObject([{ unit: "s", value: "0" }]);
  expect(page.traps).toMatchObject([
    { id: "TRAP-30", subject: null, month: "2026-09-09", about: { sv: "Det som sades saknas." } },
  ]);
});
