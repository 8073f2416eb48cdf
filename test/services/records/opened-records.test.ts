import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { measuredValues } from "#app/services/measurement/measured-values.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { readAvailability, readOwnAvailability } from "#app/services/records/read-availability.ts";
import { readOwnStaffing, readStaffing } from "#app/services/records/read-staffing.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { judgedTender, openedTender } from "../evaluation/opened-tender.ts";
import { accepted, codesOf, submitNow } from "../response/submitting.ts";
import { handIn, septemberLog, upload } from "./record-files.ts";

const availability: Measure = {
  metric: "system_availability",
  variant: "EXCLUDE-BOTH",
  role: "limit",
  comparator: ">=",
  threshold: "99.5",
  thresholdUpper: null,
  unit: "%",
  window: "calendar_month",
  timezone: "Europe/Stockholm",
  parameters: { scope: "per_system" },
  exclusions: ["planned_maintenance_announced"],
  aggregation: "every_window",
  aggregationK: null,
  aggregationN: null,
  evidence: "census",
  thresholdBasis: "source",
};

const tender: PublishedTender = {
  ...judgedTender,
  requirements: judgedTender.requirements.map(
    (requirement): TenderRequirement =>
      requirement.id === "AVAIL-002" ? { ...requirement, measure: availability } : requirement,
  ),
};

const plan = "weekday,time,queue,agents,forecast_calls,aht_s\nmon,08:00,Växel,12,100,180\n";
const query = { month: null, queue: null, language: "en" } as const;
const zone = "Europe/Stockholm";

const both = (world: World) => async (vendor: Person, tenderId: string) => {
  await handIn(world, vendor, tenderId, septemberLog);
  await handIn(world, vendor, tenderId, plan, "plan.csv");
};

/** What the committee reads of the first response. */
async function seen(world: World, opened: { tenderId: string; responses: readonly string[]; chair: Person }) {
  const { tenderId, responses, chair } = opened;
  const [response = ""] = responses;
  return {
    log: accepted(await readAvailability(world.app, chair, tenderId, response, query)).page,
    staff: accepted(await readStaffing(world.app, chair, tenderId, response, query)).page,
  };
}

onBothDatabases("records of opened responses", (open) => {
  it("are shown with verdicts to those who judge", async () => {
    const world = open();
    const { log, staff } = await seen(world, await openedTender(world, tender, both(world)));
    expect(log?.requirements[0]?.windows[0]).toMatchObject({ window: "2026-09", verdict: "verified" });
    expect(log?.requirements[0]?.rows[0]).toMatchObject({
      agreedS: "2584800",
      allowedS: "12924",
      downS: "3600",
    });
    expect(staff?.rows).toMatchObject([{ weekday: 1, slot: 16, agents: 12, neededC: 15, verdict: "fail" }]);
  });

  it("become measured values of the evaluation", async () => {
    const world = open();
    const { tenderId, chair } = await openedTender(world, tender, both(world));
    const opened = accepted(await openedResponses(world.app, chair, tenderId));
    const responses = opened.map(({ id, quality }) => ({ id, files: quality?.files ?? [] }));
    const values = await measuredValues(world.app.database.read, tender, responses);
    // 3,600 of 2,584,800 s: 717/718.
    expect(values.map(({ requirement, verdict, value }) => [requirement, verdict, value])).toEqual(
      Array(2).fill(["AVAIL-002", "verified", "99.860724234"]),
    );
    expect(values.every(({ source }) => source !== "")).toBe(true);
  });

  it("are none when nothing was handed in, which is no value and not 100 %", async () => {
    const world = open();
    const opened = await openedTender(world, tender);
    expect(await seen(world, opened)).toEqual({ log: null, staff: null });
    const responses = opened.responses.map((id) => ({ id, files: [] }));
    const values = await measuredValues(world.app.database.read, tender, responses);
    expect(values.map(({ verdict, value }) => [verdict, value])).toEqual(Array(2).fill(["no_data", null]));
  });

  it("are those of the version that was submitted last", async () => {
    const world = open();
    const opened = await openedTender(world, tender, async (vendor, tenderId) => {
      await both(world)(vendor, tenderId);
      await submitNow(world, vendor, tenderId);
      const longer = septemberLog.replace("14:00:00,INC-1", "23:00:00,INC-1");
      world.clock.advance(1_000_000);
      await handIn(world, vendor, tenderId, longer, "longer.csv");
    });
    const { log } = await seen(world, opened);
    expect(log?.requirements[0]?.rows[0]).toMatchObject({ downS: "36000", verdict: "refuted" });
  });

  it("do not count before they have been taken over, nor from a file that was not submitted", async () => {
    const world = open();
    const waiting: { vendor: Person; fileId: string }[] = [];
    const opened = await openedTender(world, tender, async (vendor, tenderId) => {
      const file = accepted(
        await attachRecords(world.app, vendor, tenderId, upload("log.csv", septemberLog)),
      );
      waiting.push({ vendor, fileId: file.id });
    });
    expect((await seen(world, opened)).log).toBeNull();
    const [first] = waiting;
    if (first === undefined) throw new Error("nothing is waiting");
    const late = await acceptRecords(world.app, first.vendor, opened.tenderId, first.fileId, zone);
    expect(codesOf(late)).toEqual(["wrong_stage"]);
  });

  it("are nobody's business but the vendor's own before the opening, and never another vendor's", async () => {
    const world = open();
    const before: (readonly string[])[] = [];
    const { tenderId, responses, vendors } = await openedTender(world, tender, async (vendor, id) => {
      await both(world)(vendor, id);
      before.push(codesOf(await readAvailability(world.app, vendor, id, "anything", query)));
      expect(accepted(await readOwnAvailability(world.app, vendor, id, query)).page).not.toBeNull();
      expect(accepted(await readOwnStaffing(world.app, vendor, id, query)).page).not.toBeNull();
    });
    expect(before).toEqual([["not_found"], ["not_found"]]);
    for (const vendor of vendors) {
      for (const response of responses) {
        expect(codesOf(await readAvailability(world.app, vendor, tenderId, response, query))).toEqual([
          "not_found",
        ]);
        expect(codesOf(await readStaffing(world.app, vendor, tenderId, response, query))).toEqual([
          "not_found",
        ]);
      }
    }
  });
});
