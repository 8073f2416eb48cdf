import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { expect, it } from "vitest";
import { blobPath } from "#app/db/blob.ts";
import type { Fault, Result } from "#app/domain/fault.ts";
import { failure, success } from "#app/domain/fault.ts";
import { readDocumentTemplate } from "#app/services/document-template/read-document-template.ts";
import { removeDocumentTemplate } from "#app/services/document-template/remove-document-template.ts";
import { replaceDocumentTemplate } from "#app/services/document-template/replace-document-template.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";
import { tidyBlobs } from "#app/services/response/tidy-blobs.ts";
import { writeTenderDocument } from "#app/services/tender/write-tender-document.ts";
import { archiveEntries } from "../../documents/archive-entries.ts";
import { templateFile } from "../../documents/letterhead-template.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { publishTender } from "../response/published-tender.ts";

const anonymous = { kind: "anonymous" } as const;
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));
function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
const sent =
  (bytes: Buffer, name = "Mall.dotx", fault: Fault | null = null): Receive =>
  async () =>
    success({
      name,
      chunks: (async function* () {
        yield bytes;
      })(),
      interruption: () => fault,
    });

const administrator = (world: World) => makePerson(world, { organisation: "buyer", roles: ["org_admin"] });

/** What the header of a published tender's invitation says first. */
async function invited(world: World, tenderId: string): Promise<{ bytes: Buffer; isOwn: boolean }> {
  const bytes = accepted(await writeTenderDocument(world.app, anonymous, tenderId, "invitation.docx", "sv"));
  return { bytes, isOwn: (await archiveEntries(bytes)).has("word/header-template-default.xml") };
}

onBothDatabases("a buyer's Word template", (open) => {
  it("is for those who administer the buyer, and nobody else", async () => {
    const world = open();
    for (const roles of [[], ["auditor"], ["sysadmin"]] as const) {
      const person = await makePerson(world, { organisation: "buyer", roles });
      expect(codes(await replaceDocumentTemplate(world.app, person, sent(templateFile())))).toEqual([
        "not_allowed",
      ]);
      expect(codes(await readDocumentTemplate(world.app, person))).toEqual(["not_allowed"]);
      expect(codes(await removeDocumentTemplate(world.app, person))).toEqual(["not_allowed"]);
    }
    const vendor = await makePerson(world, { organisation: "vendor" });
    expect(codes(await readDocumentTemplate(world.app, vendor))).toEqual(["not_allowed"]);
  });

  it("is kept with its hash, logged, and not tidied away", async () => {
    const world = open();
    const { app } = world;
    const person = await administrator(world);
    expect(accepted(await readDocumentTemplate(app, person))).toBeNull();
    const file = templateFile();
    accepted(await replaceDocumentTemplate(app, person, sent(file)));
    const sha256 = createHash("sha256").update(file).digest("hex");
    expect(accepted(await readDocumentTemplate(app, person))).toMatchObject({
      name: "Mall.dotx",
      bytes: file.length,
      sha256,
    });
    world.clock.advance(3 * 86_400_000_000);
    await tidyBlobs(app, app.now());
    const { blob } = await app.database.read
      .selectFrom("document_template")
      .select("blob")
      .executeTakeFirstOrThrow();
    await access(blobPath(app.dataDir, blob));
    const logged = await app.database.read
      .selectFrom("log")
      .select("body")
      .where("kind", "=", "template.replace")
      .execute();
    expect(logged.map(({ body }) => body.toString("utf8")).join()).toContain(sha256);
  });

  it("gives its look to what is published while it is in force, for good", async () => {
    const world = open();
    const { app } = world;
    const person = await administrator(world);
    const before = await publishTender(world);
    world.clock.advance(1_000_000);
    accepted(await replaceDocumentTemplate(app, person, sent(templateFile())));
    world.clock.advance(1_000_000);
    const during = await publishTender(world);
    const { bytes, isOwn } = await invited(world, during);
    expect(isOwn).toBe(true);
    world.clock.advance(1_000_000);
    accepted(await removeDocumentTemplate(app, person));
    expect(accepted(await readDocumentTemplate(app, person))).toBeNull();
    expect(codes(await removeDocumentTemplate(app, person))).toEqual(["not_found"]);
    world.clock.advance(1_000_000);
    const after = await publishTender(world);
    expect((await invited(world, before)).isOwn).toBe(false);
    expect((await invited(world, after)).isOwn).toBe(false);
    expect((await invited(world, during)).bytes.equals(bytes)).toBe(true);
  });

  it("takes the place of the one before", async () => {
    const world = open();
    const { app } = world;
    const person = await administrator(world);
    accepted(await replaceDocumentTemplate(app, person, sent(templateFile(), "A.dotx")));
    world.clock.advance(1_000_000);
    accepted(await replaceDocumentTemplate(app, person, sent(templateFile(), "B.docx")));
    expect(accepted(await readDocumentTemplate(app, person))?.name).toBe("B.docx");
  });

  it("is refused whole when it is something else, broken or cut off, and leaves nothing", async () => {
    const world = open();
    const { app } = world;
    const person = await administrator(world);
    const refusals: [Receive, string][] = [
      [sent(templateFile(), "mall.pdf"), "template_not_word"],
      [sent(Buffer.from("Hej")), "archive_not_docx"],
      [sent(templateFile({ "word/styles.xml": null })), "template_unreadable"],
      [sent(Buffer.alloc(5 * 1024 * 1024 + 1)), "template_too_large"],
      [sent(templateFile(), "Mall.dotx", { code: "upload_interrupted" }), "upload_interrupted"],
      [async () => failure({ code: "upload_without_file" }), "upload_without_file"],
    ];
    for (const [receive, code] of refusals) {
      expect(codes(await replaceDocumentTemplate(app, person, receive))).toEqual([code]);
    }
    expect(await app.database.read.selectFrom("document_template").selectAll().execute()).toEqual([]);
  });
});
