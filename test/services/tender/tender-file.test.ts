import { describe, expect, it } from "vitest";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { importTender } from "#app/services/tender/import-tender.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";
import { mostTenderFileBytes, readTenderFile } from "#app/services/tender/read-tender-file.ts";
import { writeDraftFile } from "#app/services/tender/write-draft-file.ts";
import { complete } from "../../domain/tender/drafts.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const faultsOf = (value: unknown) => {
  const read = readTenderFile(Buffer.isBuffer(value) ? value : bytesOf(value));
  return read.ok ? [] : read.faults.map(({ code, place }) => `${code} ${place?.field ?? ""}`.trim());
};
const first = complete.requirements[0];

const incoming =
  (bytes: Buffer, interruption: { readonly code: string } | null = null) =>
  async () => ({
    ok: true as const,
    value: {
      name: "draft.json",
      chunks: (async function* () {
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      })(),
      interruption: () => interruption,
    },
  });

describe("a tender file", () => {
  it("is read as the draft that was written", () => {
    expect(readTenderFile(bytesOf(complete))).toEqual({
      ok: true,
      value: { draft: complete, frozen: false },
    });
  });

  it("may be what a publication froze, which holds no reasons", () => {
    const { reasons: _, ...content } = complete;
    const frozen = JSON.stringify({ ...content, kind: "published" });
    const read = readTenderFile(Buffer.from(frozen));
    expect(read).toMatchObject({ ok: true, value: { frozen: true, draft: { ...content, reasons: {} } } });
  });

  it.each<[string, unknown, string[]]>([
    ["cut off", bytesOf(complete).subarray(0, 5000), ["tender_file_not_json"]],
    [
      "in another encoding",
      Buffer.from('{"kind":"draft","title":"Växel"}', "latin1"),
      ["tender_file_encoding"],
    ],
    ["an array", [complete], ["tender_file_of_something_else"]],
    ["a file of cases", { vectors: [] }, ["tender_file_of_something_else"]],
    ["without a field", { ...complete, timezone: undefined }, ["field_missing timezone"]],
    ["with a field of a later version", { ...complete, lots: [] }, ["field_unknown lots"]],
    ["with a number where text belongs", { ...complete, caseNumber: 7 }, ["field_malformed caseNumber"]],
    ["in no time zone", { ...complete, timezone: "Europe/Exempelköping" }, ["timezone_unknown timezone"]],
    [
      "with a deadline that never comes",
      { ...complete, deadline: "2027-13-40T00:00:00Z" },
      ["time_malformed deadline"],
    ],
    ["with one id twice", { ...complete, requirements: [first, first] }, ["id_twice requirements.1.id"]],
    [
      "with an id that leaves its address",
      { ...complete, requirements: [{ ...first, id: "../users" }] },
      ["id_malformed requirements.0.id"],
    ],
    [
      "with a price that is no number and a level that is none",
      { ...complete, ceilingPriceSek: "1 000", requirements: [{ ...first, level: "may" }] },
      ["field_malformed ceilingPriceSek", "field_malformed requirements.0.level"],
    ],
  ])("is refused when it is %s", (_name, value, faults) => {
    expect(faultsOf(value).toSorted()).toEqual(faults);
  });

  it("is not read when it is larger than any tender", () => {
    expect(faultsOf(Buffer.alloc(mostTenderFileBytes + 1, " "))).toEqual(["tender_file_too_large"]);
  });
});

onBothDatabases("a draft as a file", (world) => {
  it("becomes the same draft in another organisation, which then buys", async () => {
    const { app } = world();
    const owner = await makePerson(world(), { organisation: "buyer" });
    const made = await createTender(app, owner, { from: "file", file: { draft: complete, frozen: false } });
    if (!made.ok) throw new Error(JSON.stringify(made.faults));
    const file = await writeDraftFile(app, owner, made.value.tenderId);
    if (!file.ok) throw new Error(JSON.stringify(file.faults));

    const imported = await importTender(app, owner, incoming(file.value));
    if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
    const view = await readDraft(app, owner, imported.value.tenderId);
    const buyer: DraftTender["buyer"] = {
      name: owner.organisation.name,
      organisationNumber: "556000-0000",
      contactName: owner.name,
      contactEmail: owner.email,
    };
    expect(view).toMatchObject({ ok: true, value: { draft: { ...complete, buyer } } });
  });

  it("leaves nothing behind when one field is wrong or the upload breaks off", async () => {
    const { app } = world();
    const owner = await makePerson(world(), { organisation: "buyer" });
    const wrong = bytesOf({ ...complete, contractMonths: "48" });
    const whole = bytesOf(complete);
    const answers = [
      await importTender(app, owner, incoming(wrong)),
      await importTender(app, owner, incoming(whole, { code: "upload_interrupted" })),
    ];
    expect(answers.map((answer) => (answer.ok ? "" : answer.faults[0]?.code))).toEqual([
      "field_malformed",
      "upload_interrupted",
    ]);
    expect(await app.database.read.selectFrom("tender").selectAll().execute()).toEqual([]);
  });

  it("is neither taken from a vendor nor given to one", async () => {
    const { app } = world();
    const owner = await makePerson(world(), { organisation: "buyer" });
    const vendor = await makePerson(world(), { organisation: "vendor" });
    const made = await createTender(app, owner, { from: "empty" });
    if (!made.ok) throw new Error(JSON.stringify(made.faults));
    const taken = await importTender(app, vendor, incoming(bytesOf(complete)));
    const given = await writeDraftFile(app, vendor, made.value.tenderId);
    expect([taken, given].map((answer) => (answer.ok ? "" : answer.faults[0]?.code))).toEqual([
      "not_allowed",
      "not_found",
    ]);
  });
});
