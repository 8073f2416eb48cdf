import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { approvePublication } from "#app/services/tender/approve-publication.ts";
import { assignRoles } from "#app/services/tender/assign-roles.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { previewPublication } from "#app/services/tender/preview-publication.ts";
import { readDraftOutline } from "#app/services/tender/read-draft-outline.ts";
import { readDraftRequirement } from "#app/services/tender/read-draft-requirement.ts";
import { readDraftSettings } from "#app/services/tender/read-draft-settings.ts";
import { readPickList } from "#app/services/tender/read-pick-list.ts";
import { readStarts } from "#app/services/tender/read-starts.ts";
import { readTenderOverview } from "#app/services/tender/read-tender-overview.ts";
import { readTenderPage } from "#app/services/tender/read-tender-page.ts";
import { writeTenderDocument } from "#app/services/tender/write-tender-document.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";

const anonymous = { kind: "anonymous" } as const;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));

async function drafted(world: World): Promise<{ owner: Person; tenderId: string }> {
  const owner = await makePerson(world, { organisation: "buyer" });
  const start = { from: "profile", profile: "municipal-switchboard" } as const;
  const { tenderId } = value(await createTender(world.app, owner, start));
  return { owner, tenderId };
}

async function published(world: World) {
  const { app } = world;
  const { owner, tenderId } = await drafted(world);
  const approver = await makePerson(world, { organisation: "buyer" });
  value(await assignRoles(app, owner, tenderId, approver.accountId, ["approver", "opener"]));
  value(
    await editTenderDraft(app, owner, tenderId, 1, [
      { type: "set-facts", facts: { caseNumber: "KS 2026/1" } },
      { type: "set-deadline", local: "2027-01-15T12:00", timezone: "Europe/Stockholm" },
      { type: "set-provisions", provisions: { ...initialProvisions, contractStart: "2027-05-01" } },
    ]),
  );
  const { contentSha256, modelSha256 } = value(await previewPublication(app, owner, tenderId));
  for (const person of [owner, approver]) {
    value(await approvePublication(app, person, tenderId, contentSha256 ?? ""));
  }
  return { owner, approver, tenderId, contentSha256, modelSha256 };
}

onBothDatabases("the pages of a draft", (world) => {
  it("mark where something is to be mended", async () => {
    const { app } = world();
    const { owner, tenderId } = await drafted(world());
    const unworthy = { type: "set-worth", id: "CONT-001", worth: null } as const;
    value(await editTenderDraft(app, owner, tenderId, 1, [unworthy]));
    const outline = value(await readDraftOutline(app, owner, tenderId));
    expect(outline.marks).toEqual({ settings: 3, pick: 0, prices: 0, credits: 0, evaluation: 0 });
    const marked = outline.areas.flatMap(({ requirements }) =>
      requirements.filter(({ findings }) => findings > 0),
    );
    expect(marked.map(({ id, findings }) => [id, findings])).toEqual([["CONT-001", 1]]);
  });

  it("make no new version of a form that changes nothing", async () => {
    const { app } = world();
    const { owner, tenderId } = await drafted(world());
    const { facts } = value(await readDraftSettings(app, owner, tenderId));
    const same = await editTenderDraft(app, owner, tenderId, 1, [{ type: "set-facts", facts }]);
    expect(value(same)).toEqual({ version: 1 });
  });

  it("offer a measure's own variants and windows, and the neighbours", async () => {
    const { app } = world();
    const { owner, tenderId } = await drafted(world());
    const view = value(await readDraftRequirement(app, owner, tenderId, "AVAIL-001", "sv"));
    expect(view.measure?.variants.map(({ id }) => id)).toContain("SL-ATTEMPTS");
    expect(view.measure?.windows.map(({ id }) => id)).toContain("calendar_month");
    expect([view.previous, view.next]).toEqual(["CONT-023", "AVAIL-004"]);
    expect(codes(await readDraftRequirement(app, owner, tenderId, "NONE-001", "sv"))).toEqual(["not_found"]);
  });

  it("say in the picker what is picked", async () => {
    const { app } = world();
    const { owner, tenderId } = await drafted(world());
    const { rows, picked } = value(await readPickList(app, owner, tenderId, { area: "availability" }));
    expect(picked).toBe(35);
    expect(rows.find(({ id }) => id === "AVAIL-001")?.picked).toBe(true);
    expect(rows.find(({ id }) => id === "AVAIL-002")?.picked).toBe(false);
  });
});

onBothDatabases("the public page of a tender", (world) => {
  it("shows anybody what was frozen, by its hashes", async () => {
    const { app } = world();
    const { tenderId, contentSha256, modelSha256 } = await published(world());
    const overview = value(await readTenderOverview(app, anonymous, tenderId, "sv"));
    expect(overview).toMatchObject({ contentSha256, modelSha256, musts: 12, shoulds: 23 });
    expect(overview.example).toHaveLength(3);
    expect(JSON.stringify(overview)).not.toContain("reasons");
  });

  it("tells a draft's people that it is one, and others that there is nothing", async () => {
    const { app } = world();
    const { owner, tenderId } = await drafted(world());
    expect(codes(await readTenderOverview(app, owner, tenderId, "sv"))).toEqual(["wrong_stage"]);
    expect(codes(await readTenderOverview(app, anonymous, tenderId, "sv"))).toEqual(["not_found"]);
  });

  it("links only to what the reader may reach at that stage", async () => {
    const { app, clock } = world();
    const { owner, approver, tenderId } = await published(world());
    const vendor = await makePerson(world(), { organisation: "vendor" });
    const reach = async (actor: Person | typeof anonymous) =>
      value(await readTenderPage(app, actor, tenderId)).reach;
    expect(await reach(anonymous)).toEqual(["questions"]);
    expect(await reach(owner)).toEqual(["questions", "opening"]);
    expect(await reach(vendor)).toEqual(["questions", "respond"]);
    clock.nowUs = Date.parse("2027-01-15T11:00:00Z") * 1000;
    expect(await reach(approver)).toEqual(["questions", "opening"]);
    expect(value(await readTenderPage(app, approver, tenderId)).next).toBe("open");
  });

  it("can be the start of the next tender of the same buyer", async () => {
    const { app } = world();
    const { owner, tenderId } = await published(world());
    const starts = value(await readStarts(app, owner));
    expect(starts.profiles).toHaveLength(3);
    expect(starts.tenders.map(({ id }) => id)).toEqual([tenderId]);
  });
});

onBothDatabases("the documents of a tender", (world) => {
  const isZip = (file: Buffer) => file.subarray(0, 2).toString("latin1") === "PK";

  it("are previews for those who may read the draft, and nobody else", async () => {
    const { app } = world();
    const { owner, tenderId } = await drafted(world());
    for (const name of ["requirement-specification.docx", "response-workbook.xlsx"] as const) {
      expect(isZip(value(await writeTenderDocument(app, owner, tenderId, name, "sv")))).toBe(true);
      expect(codes(await writeTenderDocument(app, anonymous, tenderId, name, "sv"))).toEqual(["not_found"]);
    }
  });

  it("are everybody's once published; the same bytes each time, and the model as it was hashed", async () => {
    const { app } = world();
    const { tenderId, modelSha256 } = await published(world());
    const write = async (name: "requirement-specification.docx" | "model.json") =>
      value(await writeTenderDocument(app, anonymous, tenderId, name, "en"));
    const specification = await write("requirement-specification.docx");
    expect(specification.equals(await write("requirement-specification.docx"))).toBe(true);
    const model = await write("model.json");
    const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(model));
    expect(Buffer.from(hash).toString("hex")).toBe(modelSha256);
  });
});
