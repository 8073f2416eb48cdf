import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { approvePublication } from "#app/services/tender/approve-publication.ts";
import { assignRoles, readTenderRoles } from "#app/services/tender/assign-roles.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { editTenderDraft, undoDraftEdit } from "#app/services/tender/edit-tender-draft.ts";
import { listTenders } from "#app/services/tender/list-tenders.ts";
import { previewPublication } from "#app/services/tender/preview-publication.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";
import { readPublishedTender } from "#app/services/tender/read-published-tender.ts";
import { readTenderPage } from "#app/services/tender/read-tender-page.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { disableAccount, enableAccount, makePerson } from "../../support/people.ts";

const anonymous = { kind: "anonymous" } as const;
const complete: readonly DraftEdit[] = [
  { type: "set-facts", facts: { caseNumber: "KS 2026/1" } },
  { type: "set-deadline", local: "2027-01-15T12:00", timezone: "Europe/Stockholm" },
  { type: "set-provisions", provisions: { ...initialProvisions, contractStart: "2027-05-01" } },
];

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));

interface Started {
  readonly owner: Person;
  readonly approver: Person;
  readonly tenderId: string;
}

/** A complete draft from the municipal profile (version 2), with an owner and an approver. */
async function started(world: World): Promise<Started> {
  const { app } = world;
  const owner = await makePerson(world, { organisation: "buyer" });
  const approver = await makePerson(world, { organisation: "buyer" });
  const start = { from: "profile", profile: "municipal-switchboard" } as const;
  const { tenderId } = value(await createTender(app, owner, start));
  value(await editTenderDraft(app, owner, tenderId, 1, complete));
  value(await assignRoles(app, owner, tenderId, approver.accountId, ["approver"]));
  return { owner, approver, tenderId };
}

const seen = async (world: World, person: Person, tenderId: string): Promise<string> => {
  const preview = value(await previewPublication(world.app, person, tenderId));
  expect(preview.findings).toEqual([]);
  return preview.contentSha256 ?? "";
};

async function published(world: World): Promise<Started> {
  const all = await started(world);
  const hash = await seen(world, all.owner, all.tenderId);
  value(await approvePublication(world.app, all.owner, all.tenderId, hash));
  value(await approvePublication(world.app, all.approver, all.tenderId, hash));
  return all;
}

const kindsOf = async ({ app }: World, tenderId: string) => {
  const rows = await app.database.read
    .selectFrom("log")
    .select("kind")
    .where("tender", "=", tenderId)
    .orderBy("seq")
    .execute();
  return rows.map((row) => row.kind);
};

onBothDatabases("publishing a tender", (world) => {
  it("takes two people, freezes the content and sets stage and deadline", async () => {
    const { app } = world();
    const { owner, approver, tenderId } = await started(world());
    const hash = await seen(world(), owner, tenderId);
    const first = value(await approvePublication(app, owner, tenderId, hash));
    expect(first).toEqual({ published: false, missing: "approval_of_second_person" });
    const second = value(await approvePublication(app, approver, tenderId, hash));
    expect(second).toEqual({ published: true, missing: null });

    const view = value(await readPublishedTender(app, anonymous, tenderId));
    expect(view.stage).toBe("published");
    expect(view.contentSha256).toBe(hash);
    expect(view.content.requirements).toHaveLength(35);
    expect(view.deadlineUs).toBe(Date.parse("2027-01-15T11:00:00Z") * 1000);
    const kinds = await kindsOf(world(), tenderId);
    expect(kinds.slice(-4)).toEqual(["tender.approve", "tender.approve", "model.freeze", "tender.publish"]);
  });

  it("does not publish when the same person approves twice", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const hash = await seen(world(), owner, tenderId);
    value(await approvePublication(app, owner, tenderId, hash));
    const again = value(await approvePublication(app, owner, tenderId, hash));
    expect(again.published).toBe(false);
    expect(codes(await readPublishedTender(app, anonymous, tenderId))).toEqual(["not_found"]);
  });

  it("does not publish on the word of two owners without an approver", async () => {
    const { app } = world();
    const { owner, approver: second, tenderId } = await started(world());
    value(await assignRoles(app, owner, tenderId, second.accountId, ["owner"]));
    const hash = await seen(world(), owner, tenderId);
    value(await approvePublication(app, owner, tenderId, hash));
    const outcome = value(await approvePublication(app, second, tenderId, hash));
    expect(outcome).toEqual({ published: false, missing: "approval_of_approver" });
  });

  it("voids the first approval when the draft changes after it", async () => {
    const { app } = world();
    const { owner, approver, tenderId } = await started(world());
    const old = await seen(world(), owner, tenderId);
    value(await approvePublication(app, owner, tenderId, old));
    const change = { type: "set-facts", facts: { caseNumber: "KS 2026/2" } } as const;
    value(await editTenderDraft(app, owner, tenderId, 2, [change]));
    expect(codes(await approvePublication(app, approver, tenderId, old))).toEqual(["version_conflict"]);
    const fresh = await seen(world(), approver, tenderId);
    const outcome = value(await approvePublication(app, approver, tenderId, fresh));
    expect(outcome).toEqual({ published: false, missing: "approval_of_second_person" });
  });

  it("does not count the approval of an account that has been disabled since, until it is enabled again", async () => {
    const { app } = world();
    const { owner, approver, tenderId } = await started(world());
    const hash = await seen(world(), owner, tenderId);
    value(await approvePublication(app, owner, tenderId, hash));
    await disableAccount(world(), owner);
    const outcome = value(await approvePublication(app, approver, tenderId, hash));
    expect(outcome).toEqual({ published: false, missing: "approval_of_second_person" });
    const shown = value(await previewPublication(app, approver, tenderId));
    expect(shown.approvals.map(({ name }) => name)).toEqual([approver.name]);
    expect(shown.missing).toBe("approval_of_second_person");
    await enableAccount(world(), owner);
    expect(value(await previewPublication(app, approver, tenderId)).approvedByMe).toBe(false);
    expect(value(await approvePublication(app, approver, tenderId, hash)).published).toBe(true);
  });

  it("does not count the approval of somebody who is owner or approver no longer", async () => {
    const { app } = world();
    const { owner, approver, tenderId } = await started(world());
    const hash = await seen(world(), owner, tenderId);
    value(await approvePublication(app, approver, tenderId, hash));
    value(await assignRoles(app, owner, tenderId, approver.accountId, ["drafter"]));
    const outcome = value(await approvePublication(app, owner, tenderId, hash));
    expect(outcome).toEqual({ published: false, missing: "approval_of_second_person" });
    const shown = value(await previewPublication(app, owner, tenderId));
    expect(shown.approvals.map(({ name }) => name)).toEqual([owner.name]);
  });

  it("does not count the approval of somebody who has become a system administrator", async () => {
    const { app } = world();
    const { owner, approver, tenderId } = await started(world());
    const hash = await seen(world(), owner, tenderId);
    value(await approvePublication(app, approver, tenderId, hash));
    const role = { account_id: approver.accountId, role: "sysadmin" };
    await app.database.write((trx) => trx.insertInto("account_role").values(role).execute());
    const outcome = value(await approvePublication(app, owner, tenderId, hash));
    expect(outcome).toEqual({ published: false, missing: "approval_of_second_person" });
  });

  it("refuses a faulty draft with every reason", async () => {
    const { app } = world();
    const owner = await makePerson(world(), { organisation: "buyer" });
    const { tenderId } = value(await createTender(app, owner, { from: "empty" }));
    const found = codes(await approvePublication(app, owner, tenderId, ""));
    expect(found).toContain("title_missing");
    expect(found).toContain("case_number_missing");
    expect(found).toContain("deadline_missing");
    expect(found).toContain("requirements_missing");
    expect(found).toContain("price_items_missing");
  });

  it("refuses an approver's approval of a draft that an evaluator asks to publish", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const evaluator = await makePerson(world(), { organisation: "buyer" });
    value(await assignRoles(app, owner, tenderId, evaluator.accountId, ["evaluator"]));
    const hash = await seen(world(), owner, tenderId);
    expect(codes(await approvePublication(app, evaluator, tenderId, hash))).toEqual(["not_found"]);
  });

  describe("after publication", () => {
    it("no edit, undo, role or approval changes anything", async () => {
      const { app } = world();
      const { owner, approver, tenderId } = await published(world());
      const change = { type: "set-facts", facts: { caseNumber: "X" } } as const;
      expect(codes(await editTenderDraft(app, owner, tenderId, 2, [change]))).toEqual(["wrong_stage"]);
      expect(codes(await undoDraftEdit(app, owner, tenderId, 2))).toEqual(["wrong_stage"]);
      expect(codes(await approvePublication(app, owner, tenderId, ""))).toEqual(["wrong_stage"]);
      const roles = assignRoles(app, owner, tenderId, approver.accountId, ["opener"]);
      expect(codes(await roles)).toEqual(["wrong_stage"]);
    });

    it("the database itself refuses to change or delete what is published", async () => {
      const { app } = world();
      const { tenderId } = await published(world());
      const direct = (statement: string) =>
        app.database.write((trx) =>
          sql
            .raw(statement)
            .execute(trx)
            .then(() => "done"),
        );
      const where = `where tender_id = '${tenderId}'`;
      await expect(direct(`update publication set model_sha256 = 'x' ${where}`)).rejects.toThrow(
        /append-only/,
      );
      await expect(direct(`delete from publication ${where}`)).rejects.toThrow(/append-only/);
      const view = value(await readPublishedTender(app, anonymous, tenderId));
      expect(view.content.caseNumber).toBe("KS 2026/1");
    });

    it("closes at the very instant of the deadline", async () => {
      const { app, clock } = world();
      const { tenderId } = await published(world());
      const deadlineUs = Date.parse("2027-01-15T11:00:00Z") * 1000;
      clock.nowUs = deadlineUs - 1;
      expect(value(await readTenderPage(app, anonymous, tenderId)).stage).toBe("published");
      clock.nowUs = deadlineUs;
      expect(value(await readTenderPage(app, anonymous, tenderId)).stage).toBe("closed");
    });
  });
});

onBothDatabases("a draft", (world) => {
  it("tells the second of two people that the first has changed it", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const change = (caseNumber: string) =>
      editTenderDraft(app, owner, tenderId, 2, [{ type: "set-facts", facts: { caseNumber } }]);
    expect(value(await change("first"))).toEqual({ version: 3 });
    expect(codes(await change("second"))).toEqual(["version_conflict"]);
    expect(value(await readDraft(app, owner, tenderId)).draft.caseNumber).toBe("first");
  });

  it("takes a change back, and back again", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const before = value(await readDraft(app, owner, tenderId)).draft;
    const edits: DraftEdit[] = [{ type: "unpick", ids: ["AVAIL-001"] }];
    value(await editTenderDraft(app, owner, tenderId, 2, edits));
    const after = value(await readDraft(app, owner, tenderId)).draft;
    value(await undoDraftEdit(app, owner, tenderId, 3));
    expect(value(await readDraft(app, owner, tenderId)).draft).toEqual(before);
    value(await undoDraftEdit(app, owner, tenderId, 4));
    expect(value(await readDraft(app, owner, tenderId)).draft).toEqual(after);
  });

  it("is not there for anybody without a role in it", async () => {
    const { app } = world();
    const { tenderId } = await started(world());
    const colleague = await makePerson(world(), { organisation: "buyer" });
    const vendor = await makePerson(world(), { organisation: "vendor" });
    for (const actor of [colleague, vendor, anonymous]) {
      expect(codes(await readDraft(app, actor, tenderId))).toEqual(["not_found"]);
      expect(codes(await readTenderPage(app, actor, tenderId))).toEqual(["not_found"]);
      expect(codes(await previewPublication(app, actor, tenderId))).toEqual(["not_found"]);
      const { waiting, others } = value(await listTenders(app, actor));
      expect([...waiting, ...others]).toEqual([]);
    }
  });

  it("may be read but not written by its approver", async () => {
    const { app } = world();
    const { approver, tenderId } = await started(world());
    expect(value(await readDraft(app, approver, tenderId)).mayEdit).toBe(false);
    expect(codes(await editTenderDraft(app, approver, tenderId, 2, complete))).toEqual(["not_found"]);
  });

  it("can be made by a buyer only", async () => {
    const { app } = world();
    const vendor = await makePerson(world(), { organisation: "vendor" });
    expect(codes(await createTender(app, vendor, { from: "empty" }))).toEqual(["not_allowed"]);
    expect(codes(await createTender(app, anonymous, { from: "empty" }))).toEqual(["not_allowed"]);
  });

  it("can repeat a published tender, without its case number and deadline", async () => {
    const { app } = world();
    const { owner, tenderId } = await published(world());
    const again = value(await createTender(app, owner, { from: "tender", tender: tenderId }));
    const { draft } = value(await readDraft(app, owner, again.tenderId));
    expect(draft.requirements).toHaveLength(35);
    expect([draft.caseNumber, draft.deadline]).toEqual(["", null]);
  });
});

onBothDatabases("the roles of a tender", (world) => {
  it("are given and taken by its owner, and each is logged", async () => {
    const { app } = world();
    const { owner, approver, tenderId } = await started(world());
    value(await assignRoles(app, owner, tenderId, approver.accountId, ["opener", "evaluator"]));
    const { people } = value(await readTenderRoles(app, owner, tenderId));
    expect(people.find(({ accountId }) => accountId === approver.accountId)?.roles).toEqual([
      "opener",
      "evaluator",
    ]);
    const kinds = await kindsOf(world(), tenderId);
    expect(kinds.slice(-3).sort()).toEqual(["role.grant", "role.grant", "role.revoke"]);
  });

  it("stay within the organisation and never leave a tender without an owner", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const vendor = await makePerson(world(), { organisation: "vendor" });
    expect(codes(await assignRoles(app, owner, tenderId, vendor.accountId, ["opener"]))).toEqual([
      "person_unknown",
    ]);
    expect(codes(await assignRoles(app, owner, tenderId, owner.accountId, []))).toEqual(["owner_needed"]);
  });

  it("are never given to a system administrator, who reads no tender content", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const admin = await makePerson(world(), { organisation: "buyer", roles: ["sysadmin"] });
    const result = await assignRoles(app, owner, tenderId, admin.accountId, ["opener"]);
    expect(codes(result)).toEqual(["sysadmin_reads_nothing"]);
  });
});

onBothDatabases("the list of tenders", (world) => {
  it("shows published ones to everyone, and what waits for whom", async () => {
    const { app } = world();
    const { owner, tenderId } = await published(world());
    const vendor = await makePerson(world(), { organisation: "vendor" });
    const forVendor = value(await listTenders(app, vendor));
    expect(forVendor.waiting.map((row) => [row.tenderId, row.next])).toEqual([[tenderId, "respond"]]);
    const forAnybody = value(await listTenders(app, anonymous));
    expect(forAnybody.others.map((row) => row.tenderId)).toEqual([tenderId]);
    expect(forAnybody.mayCreate).toBe(false);
    expect(value(await listTenders(app, owner)).waiting).toEqual([]);
  });

  it("shows a draft to those who write it", async () => {
    const { app } = world();
    const { owner, tenderId } = await started(world());
    const { waiting } = value(await listTenders(app, owner));
    expect(waiting.map((row) => [row.tenderId, row.next, row.stage])).toEqual([[tenderId, "edit", "draft"]]);
  });
});
