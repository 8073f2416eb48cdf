import { Readable } from "node:stream";
import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import { success } from "#app/domain/fault.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import { measuredValues } from "#app/services/measurement/measured-values.ts";
import { readMeasurement } from "#app/services/measurement/read-measurement.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { serviceLevel } from "../../domain/catalogue/service-level.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { judgedTender, openedTender } from "../evaluation/opened-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";

const tender: PublishedTender = {
  ...judgedTender,
  requirements: judgedTender.requirements.map(
    (requirement): TenderRequirement =>
      requirement.id === "AVAIL-002" ? { ...requirement, measure: serviceLevel } : requirement,
  ),
};

/** Ten calls a day through September; `late` of them wait a minute. */
function september(late: number): string {
  const lines = ["call_id,queue,arrival_at,answered_at,ended_at"];
  for (let day = 1; day <= 30; day++) {
    for (let call = 0; call < 10; call++) {
      const date = `2026-09-${String(day).padStart(2, "0")}`;
      const minute = call < late ? "09" : "08";
      lines.push(`${day}-${call},Q,${date}T08:08:00Z,${date}T08:${minute}:00Z,${date}T08:15:00Z`);
    }
  }
  return `${lines.join("\n")}\n`;
}

const importFor = (world: World, late: number) => async (vendor: Person, tenderId: string) => {
  const file = accepted(
    await attachCallRecords(world.app, vendor, tenderId, async () =>
      success({
        name: "calls.csv",
        chunks: Readable.from([Buffer.from(september(late))]),
        interruption: () => null,
      }),
    ),
  );
  const settings = { zone: "Europe/Stockholm", clock: "arrival" } as const;
  await accepted(await importCalls(world.app, vendor, tenderId, file.id, settings)).ended;
};

onBothDatabases("measured values", (open) => {
  it.each([
    { late: 1, verdict: "verified", value: "90" },
    { late: 2, verdict: "refuted", value: "80" },
  ])(
    "say $verdict when $late of ten calls wait a minute and 90 % are to be answered in 20 s",
    async (row) => {
      const world = open();
      const { tenderId, chair } = await openedTender(world, tender, importFor(world, row.late));
      const opened = accepted(await openedResponses(world.app, chair, tenderId));
      const responses = opened.map(({ id, quality }) => ({ id, files: quality?.files ?? [] }));
      const values = await measuredValues(world.app.database.read, tender, responses);
      expect(values.map((each) => [each.requirement, each.verdict, each.value, each.coverage])).toEqual([
        ["AVAIL-002", row.verdict, row.value, "100"],
        ["AVAIL-002", row.verdict, row.value, "100"],
      ]);
    },
  );

  it("say no data, not zero, when a response has no records", async () => {
    const world = open();
    const { tenderId, responses, chair } = await openedTender(world, tender);
    const values = await measuredValues(
      world.app.database.read,
      tender,
      responses.map((id) => ({ id, files: [] })),
    );
    expect(values.map(({ verdict, value }) => [verdict, value])).toEqual([
      ["no_data", null],
      ["no_data", null],
    ]);
    const shown = await readMeasurement(world.app, chair, tenderId, responses[0] ?? "", {
      month: null,
      queue: null,
      figure: null,
      by: null,
      language: "en",
    });
    expect(accepted(shown).page).toBeNull();
  });

  it("count only records whose file was submitted", async () => {
    const world = open();
    const { responses } = await openedTender(world, tender, importFor(world, 0));
    const values = await measuredValues(
      world.app.database.read,
      tender,
      responses.map((id) => ({ id, files: [] })),
    );
    expect(values.map(({ verdict }) => verdict)).toEqual(["no_data", "no_data"]);
  });

  it("are not shown to vendors or before the opening", async () => {
    const world = open();
    let before: readonly string[] = [];
    const { tenderId, responses, vendors, chair } = await openedTender(world, tender, async (vendor, id) => {
      await importFor(world, 0)(vendor, id);
      const query = { month: null, queue: null, figure: null, by: null, language: "en" } as const;
      before = codesOf(await readMeasurement(world.app, vendor, id, "anything", query));
    });
    expect(before).toEqual(["not_found"]);
    const query = { month: null, queue: null, figure: null, by: null, language: "en" } as const;
    for (const vendor of vendors) {
      expect(codesOf(await readMeasurement(world.app, vendor, tenderId, responses[0] ?? "", query))).toEqual([
        "not_found",
      ]);
    }
    expect(
      accepted(await readMeasurement(world.app, chair, tenderId, responses[0] ?? "", query)).page,
    ).not.toBeNull();
  });
});
