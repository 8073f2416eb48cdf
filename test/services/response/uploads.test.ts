import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { blobPath } from "#app/db/blob.ts";
import type { Person } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { newId } from "#app/services/new-id.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { attachFile } from "#app/services/response/attach-file.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { septemberLog } from "../records/record-files.ts";
import { incoming } from "./incoming.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, codesOf } from "./submitting.ts";

type Attach = (
  world: World,
  person: Person,
  tenderId: string,
  receive: Receive,
) => Promise<Result<ResponseFile>>;

interface Kind {
  readonly what: string;
  readonly slot: string;
  readonly field: string;
  readonly attach: Attach;
  readonly name: string;
  readonly content: Buffer;
  /** What a file named `x.exe` is refused with. */
  readonly refusal: string;
  /** The sum that the slot has a part in. */
  readonly sum: { readonly code: string; readonly bytes: number };
}

const proofsAndRecords = { code: "response_too_large", bytes: uploadLimits.response };

const kinds: readonly Kind[] = [
  {
    what: "a proof",
    slot: "CONT-001",
    field: "files.CONT-001",
    attach: ({ app }, person, id, receive) => attachFile(app, person, id, "CONT-001", receive),
    name: "intyg.pdf",
    content: Buffer.from("%PDF-1.7 påhittat"),
    refusal: "file_kind_not_allowed",
    sum: proofsAndRecords,
  },
  {
    what: "a record file",
    slot: "records",
    field: "file",
    attach: ({ app }, person, id, receive) => attachRecords(app, person, id, receive),
    name: "log.csv",
    content: Buffer.from(septemberLog),
    refusal: "record_file_kind",
    sum: proofsAndRecords,
  },
  {
    what: "a file of call records",
    slot: "calls",
    field: "file",
    attach: ({ app }, person, id, receive) => attachCallRecords(app, person, id, receive),
    name: "calls.csv",
    content: Buffer.from("call_id,queue,arrival_at,answered_at,ended_at\n"),
    refusal: "call_file_kind",
    sum: { code: "call_records_too_large", bytes: uploadLimits.callRecordsOfResponse },
  },
];

async function started(world: World) {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  const responseId = accepted(await startResponse(world.app, vendor, tenderId));
  return { tenderId, vendor, responseId };
}

/** The folder of a concluded contract and somebody who keeps it, straight into the database. */
async function concluded(world: World) {
  const tenderId = await publishTender(world);
  const manager = await makePerson(world, { organisation: "buyer" });
  await grantTenderRole(world, tenderId, manager, "contract_manager");
  const responseId = newId();
  await world.app.database.write(async (trx) => {
    const organisation_id = manager.organisation.id;
    await trx
      .insertInto("response")
      .values({ id: responseId, tender_id: tenderId, organisation_id, created_us: world.app.now() })
      .execute();
    await trx.updateTable("tender").set({ stage: "concluded" }).where("id", "=", tenderId).execute();
  });
  return { tenderId, manager, responseId };
}

/** Files that lie in the folder, or were taken out of it, as far as the database knows. */
async function hold(
  { app }: World,
  responseId: string,
  files: {
    readonly slot: string;
    readonly bytes: number;
    readonly count?: number;
    readonly removed?: boolean;
  },
): Promise<void> {
  const { slot, bytes, count = 1, removed = false } = files;
  const rows = Array.from({ length: count }, () => ({
    id: newId(),
    response_id: responseId,
    slot,
    name: "x.pdf",
    bytes,
    sha256: "00",
    blob: newId(),
    created_us: 1,
    removed_us: removed ? 2 : null,
  }));
  await app.database.write((trx) => trx.insertInto("response_file").values(rows).execute());
}

const blobs = ({ app }: World) => readdir(blobPath(app.dataDir, ""));

async function logged({ app }: World): Promise<readonly unknown[]> {
  const rows = await app.database.read
    .selectFrom("log")
    .select(["kind", "body"])
    .where("kind", "like", "upload.%")
    .orderBy("seq")
    .execute();
  return rows.map(({ kind, body }) => ({ kind, ...JSON.parse(body.toString("utf8")).facts }));
}

const never: Receive = () => {
  throw new Error("the body was read");
};

/** Is under way while something else happens. */
const during =
  (happens: () => Promise<void> | void, receive: Receive): Receive =>
  async () => {
    await happens();
    return await receive();
  };

onBothDatabases("an upload", (open) => {
  describe.each(kinds)("of $what", ({ slot, field, attach, name, content, refusal, sum }) => {
    const whole = incoming(name, content);

    it("is stored, listed and logged when it is accepted", async () => {
      const world = open();
      const { tenderId, vendor, responseId } = await started(world);
      const file = accepted(await attach(world, vendor, tenderId, whole));
      expect(file).toMatchObject({ slot, name, bytes: content.length });
      expect(accepted(await readOwnResponse(world.app, vendor, tenderId)).draft.files).toEqual([file]);
      expect(await blobs(world)).toHaveLength(1);
      const bytes = content.length;
      expect(await logged(world)).toEqual([
        { kind: "upload.accept", response: responseId, slot, file: file.id, bytes },
      ]);
    });

    it("leaves no blob and an entry in the log when it is refused", async () => {
      const world = open();
      const { tenderId, vendor, responseId } = await started(world);
      const bad = await attach(world, vendor, tenderId, incoming("x.exe", Buffer.from("MZ")));
      expect(bad).toMatchObject({ ok: false, faults: [{ code: refusal, place: { field } }] });
      const broken = await attach(world, vendor, tenderId, incoming(name, content, "upload_interrupted"));
      expect(broken).toMatchObject({ ok: false, faults: [{ code: "upload_interrupted", place: { field } }] });
      expect(await blobs(world)).toEqual([]);
      expect(await logged(world)).toEqual([
        { kind: "upload.reject", response: responseId, slot, code: refusal },
        { kind: "upload.reject", response: responseId, slot, code: "upload_interrupted" },
      ]);
    });

    it("is refused unread in a response of a hundred files, until one is taken out", async () => {
      const world = open();
      const { tenderId, vendor, responseId } = await started(world);
      await hold(world, responseId, { slot: "CONT-002", bytes: 1, count: 99 });
      await hold(world, responseId, { slot: "calls", bytes: 1 });
      const full = await attach(world, vendor, tenderId, never);
      expect(full).toMatchObject({
        faults: [{ code: "too_many_files", params: { max: 100 }, place: { field } }],
      });
      expect(await logged(world)).toMatchObject([{ kind: "upload.reject", slot, code: "too_many_files" }]);
      const { files } = accepted(await readOwnResponse(world.app, vendor, tenderId)).draft;
      accepted(await removeFile(world.app, vendor, tenderId, files[0]?.id ?? ""));
      accepted(await attach(world, vendor, tenderId, whole));
    });

    it("is refused when the response has been filled while it came", async () => {
      const world = open();
      const { tenderId, vendor, responseId } = await started(world);
      await hold(world, responseId, { slot: "CONT-002", bytes: 1, count: 99 });
      const fill = () => hold(world, responseId, { slot: "CONT-002", bytes: 1 });
      expect(codesOf(await attach(world, vendor, tenderId, during(fill, whole)))).toEqual(["too_many_files"]);
      expect(await blobs(world)).toEqual([]);
      expect(await logged(world)).toMatchObject([{ kind: "upload.reject", slot, code: "too_many_files" }]);
    });

    it("fits to the last byte of its sum, is refused with one more, and unread above it", async () => {
      const world = open();
      const { tenderId, vendor, responseId } = await started(world);
      await hold(world, responseId, { slot, bytes: sum.bytes - content.length });
      accepted(await attach(world, vendor, tenderId, whole));
      const [kept] = await blobs(world);
      const other = incoming(name, Buffer.concat([content, Buffer.from("\n")]));
      const full = await attach(world, vendor, tenderId, other);
      expect(full).toMatchObject({
        faults: [{ code: sum.code, params: { bytes: sum.bytes }, place: { field } }],
      });
      expect(await blobs(world)).toEqual([kept]);
      await hold(world, responseId, { slot, bytes: 1 });
      expect(codesOf(await attach(world, vendor, tenderId, never))).toEqual([sum.code]);
      expect((await logged(world)).slice(1)).toMatchObject([
        { kind: "upload.reject", slot, code: sum.code },
        { kind: "upload.reject", slot, code: sum.code },
      ]);
    });

    it("is refused when all files of the tender, also those taken out, come to their limit", async () => {
      const world = open();
      const { tenderId, vendor } = await started(world);
      const rival = await makePerson(world, { organisation: "vendor" });
      const responseId = accepted(await startResponse(world.app, rival, tenderId));
      const bytes = uploadLimits.tender - content.length + 1;
      await hold(world, responseId, { slot: "CONT-001", bytes, removed: true });
      expect(codesOf(await attach(world, vendor, tenderId, whole))).toEqual(["tender_files_too_large"]);
      expect(await blobs(world)).toEqual([]);
      expect(await logged(world)).toMatchObject([{ kind: "upload.reject", code: "tender_files_too_large" }]);
    });

    it("may end after the deadline when it began before it, and changes nothing that was submitted", async () => {
      const world = open();
      const { tenderId, vendor } = await started(world);
      world.clock.nowUs = deadlineUs - 1;
      const pass = () => {
        world.clock.nowUs = deadlineUs + 1;
      };
      const file = accepted(await attach(world, vendor, tenderId, during(pass, whole)));
      const own = accepted(await readOwnResponse(world.app, vendor, tenderId));
      expect([own.draft.files, own.submitted]).toEqual([[file], null]);
      expect(await logged(world)).toMatchObject([{ kind: "upload.accept", slot, file: file.id }]);
    });

    it("is not begun to be read for who may not upload, nor at the deadline, when the attempt is logged", async () => {
      const world = open();
      const { tenderId, vendor, responseId } = await started(world);
      const rival = await makePerson(world, { organisation: "vendor" });
      expect(codesOf(await attach(world, rival, tenderId, never))).toEqual(["not_found"]);
      expect(await logged(world)).toEqual([]);
      world.clock.nowUs = deadlineUs;
      // Whoever has not begun a response has nothing that could be late.
      for (const late of [vendor, rival]) {
        expect(codesOf(await attach(world, late, tenderId, never))).toEqual(["wrong_stage"]);
      }
      expect(await logged(world)).toEqual([
        { kind: "upload.reject", response: responseId, slot, code: "wrong_stage" },
      ]);
    });
  });

  it("of a file about people leaves neither the file nor its sums when they find no room", async () => {
    const world = open();
    const { tenderId, vendor, responseId } = await started(world);
    const people = Array.from({ length: 6 }, () => "2026-08-31;2019-08-01;;2;Kim Påhittad");
    const staff = ["per;startdatum;slutdatum;sjukdagar;namn", ...people].join("\n");
    await hold(world, responseId, { slot: "records", bytes: uploadLimits.response });
    const receive = incoming("personal.csv", Buffer.from(staff));
    expect(codesOf(await attachRecords(world.app, vendor, tenderId, receive))).toEqual([
      "response_too_large",
    ]);
    expect(await blobs(world)).toEqual([]);
    expect(await logged(world)).toMatchObject([{ kind: "upload.reject", code: "response_too_large" }]);
  });

  describe.each(kinds.slice(1))("of $what of a contract", ({ slot, attach, name, content }) => {
    const whole = incoming(name, content);

    it("is accepted beyond what a response and all bids together may hold", async () => {
      const world = open();
      const { tenderId, manager, responseId } = await concluded(world);
      const bidder = await makePerson(world, { organisation: "vendor" });
      const bid = { tender_id: tenderId, organisation_id: bidder.organisation.id, created_us: 1 };
      await world.app.database.write((trx) =>
        trx
          .insertInto("response")
          .values({ id: "bid", ...bid })
          .execute(),
      );
      await hold(world, "bid", { slot: "CONT-001", bytes: uploadLimits.tender });
      await hold(world, responseId, { slot, bytes: 10_000_000, count: 200 });
      accepted(await attach(world, manager, tenderId, whole));
      expect(await logged(world)).toMatchObject([{ kind: "upload.accept", response: responseId, slot }]);
    });

    it("is refused when the folder is full", async () => {
      const world = open();
      const { tenderId, manager, responseId } = await concluded(world);
      await hold(world, responseId, { slot: "calls", bytes: uploadLimits.contract });
      expect(codesOf(await attach(world, manager, tenderId, whole))).toEqual(["contract_files_too_large"]);
      expect(await blobs(world)).toEqual([]);
      expect(await logged(world)).toMatchObject([{ kind: "upload.reject", slot }]);
    });

    it("is refused when the permission was taken away while it came", async () => {
      const world = open();
      const { tenderId, manager } = await concluded(world);
      // Who may still read the contract may not for that reason add to it.
      await grantTenderRole(world, tenderId, manager, "finance");
      const dismiss = async () => {
        await world.app.database.write((trx) =>
          trx.deleteFrom("tender_role").where("role", "=", "contract_manager").execute(),
        );
      };
      expect(codesOf(await attach(world, manager, tenderId, during(dismiss, whole)))).toEqual(["not_found"]);
      expect(await blobs(world)).toEqual([]);
      expect(await logged(world)).toMatchObject([{ kind: "upload.reject", slot, code: "not_found" }]);
    });
  });
});
