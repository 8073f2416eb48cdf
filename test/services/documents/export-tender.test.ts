import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readAward } from "#app/db/award.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import { exportAtTerminal } from "#app/services/documents/export-at-terminal.ts";
import { exportTender, exportTenderArchive } from "#app/services/documents/export-tender.ts";
import type { ExportedFile, TenderExport } from "#app/services/documents/exported-file.ts";
import { writeEvaluationReport } from "#app/services/documents/write-evaluation-report.ts";
import { writeOpeningRecord } from "#app/services/documents/write-opening-record.ts";
import { archiveEntries, archiveEntry } from "../../documents/archive-entries.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { disableAccount, grantTenderRole, makePerson } from "../../support/people.ts";
import { awarded } from "../award/awarded-tender.ts";
import { evaluated } from "../evaluation/evaluated-tender.ts";
import { openedTender } from "../evaluation/opened-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";

const anonymous: Actor = { kind: "anonymous" };
/** The files of an export that is not refused, and as many as were announced. */
async function filesOf(exported: Result<TenderExport>): Promise<readonly ExportedFile[]> {
  const { total, files } = accepted(exported);
  const written = await Array.fromAsync(files);
  expect(written).toHaveLength(total);
  return written;
}

const namesOf = (files: readonly ExportedFile[]): string[] => files.map(({ name }) => name);

async function exportsLogged({ app }: World, tenderId: string): Promise<number> {
  const rows = await app.database.read
    .selectFrom("log")
    .select("seq")
    .where("tender", "=", tenderId)
    .where("kind", "=", "export")
    .execute();
  return rows.length;
}

onBothDatabases("the export of a tender", (open) => {
  it("gives everyone the published documents and frozen bytes, and nothing of the bids", async () => {
    const world = open();
    const { tenderId } = await evaluated(world);
    const files = await filesOf(await exportTender(world.app, anonymous, tenderId, ["sv"]));
    expect(namesOf(files)).toEqual(
      expect.arrayContaining([
        "content.json",
        "model.json",
        "sv/invitation.docx",
        "sv/evaluation-description.docx",
        "manifest.json",
      ]),
    );
    expect(namesOf(files).some((name) => /opening|evaluation-(report|case)/.test(name))).toBe(false);
    expect(await exportsLogged(world, tenderId)).toBe(0);
  });

  it("gives the chair opening record, report and case when prices are open, and logs it", async () => {
    const world = open();
    const { tenderId, chair } = await evaluated(world);
    const files = await filesOf(await exportTender(world.app, chair, tenderId, ["en"]));
    expect(namesOf(files)).toEqual(
      expect.arrayContaining([
        "evaluation-case.json",
        "opening-record.quality.json",
        "opening-record.price.json",
        "en/opening-record.docx",
        "en/evaluation-report.docx",
      ]),
    );
    expect(namesOf(files).some((name) => name.startsWith("sv/"))).toBe(false);
    expect(await exportsLogged(world, tenderId)).toBe(1);
  });

  it("holds the decision and every letter from the award on, and not before", async () => {
    const world = open();
    const { tenderId, owner, chair, responses } = await awarded(world);
    const files = await filesOf(await exportTender(world.app, owner, tenderId, ["sv"]));
    const decision = await readAward(world.app.database.read, tenderId);
    expect(files.find(({ name }) => name === "award-decision.json")?.content).toEqual(decision?.bytes);
    const letters = responses.map((response) => `sv/letters/award-letter.${response}.docx`);
    expect(
      namesOf(files)
        .filter((name) => name.includes("letter"))
        .toSorted(),
    ).toEqual(letters.toSorted());
    expect(namesOf(files)).toContain("sv/evaluation-report.docx");
    expect(await exportsLogged(world, tenderId)).toBe(1);
    const all = await filesOf(await exportTender(world.app, chair, tenderId, ["sv"]));
    expect(namesOf(all)).toEqual(expect.arrayContaining(["sv/evaluation-report.docx", ...letters]));
    const published = await filesOf(await exportTender(world.app, anonymous, tenderId, ["sv"]));
    expect(namesOf(published).some((name) => /letter|decision/.test(name))).toBe(false);
  });

  it("names every file in the manifest with the hash of its bytes, also in the zip", async () => {
    const world = open();
    const { tenderId, chair } = await evaluated(world);
    const { total, pieces } = accepted(await exportTenderArchive(world.app, chair, tenderId));
    const entries = await archiveEntries(Buffer.concat(await Array.fromAsync(pieces)));
    expect(entries.size).toBe(total);
    const manifest = JSON.parse(entries.get("manifest.json") ?? "") as {
      files: { name: string; sha256: string }[];
    };
    expect(manifest.files.map(({ name }) => name)).toEqual(
      [...entries.keys()].filter((name) => name !== "manifest.json"),
    );
    const content = manifest.files.find(({ name }) => name === "content.json");
    const stored = await world.app.database.read
      .selectFrom("publication")
      .select("content_sha256")
      .where("tender_id", "=", tenderId)
      .executeTakeFirstOrThrow();
    expect(content?.sha256).toBe(stored.content_sha256);
    expect(content?.sha256).toBe(
      createHash("sha256")
        .update(entries.get("content.json") ?? "")
        .digest("hex"),
    );
  });

  it("gives whoever runs the program what an auditor may read, and no more before the prices are open", async () => {
    const world = open();
    const { tenderId } = await openedTender(world);
    const files = await filesOf(await exportAtTerminal(world.app, tenderId, ["sv"]));
    expect(namesOf(files)).not.toContain("evaluation-case.json");
    // Neither a tender that does not exist, nor the example where only other tenders are.
    expect(codesOf(await exportAtTerminal(world.app, "no-such-tender", ["sv"]))).toEqual(["not_found"]);
    expect(codesOf(await exportAtTerminal(world.app, "example", ["sv"]))).toEqual(["not_found"]);
  });
});

onBothDatabases("the records of an evaluation as documents", (open) => {
  it("tells no report before the prices are open", async () => {
    const world = open();
    const { tenderId, chair } = await openedTender(world);
    expect(codesOf(await writeEvaluationReport(world.app, chair, tenderId, "sv"))).toEqual(["wrong_stage"]);
  });

  it("tells the report to those who may read answers as well as prices, and logs it", async () => {
    const world = open();
    const { tenderId, chair } = await evaluated(world);
    const finance = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, finance, "finance");
    expect(codesOf(await writeEvaluationReport(world.app, finance, tenderId, "sv"))).toEqual(["not_found"]);
    expect(accepted(await writeEvaluationReport(world.app, chair, tenderId, "sv")).length).toBeGreaterThan(0);
    expect(await exportsLogged(world, tenderId)).toBe(1);
  });

  it("tells in the report who locked the quality, though their account has been disabled since", async () => {
    const world = open();
    const { tenderId, chair, owner } = await evaluated(world);
    await disableAccount(world, owner);
    const report = accepted(await writeEvaluationReport(world.app, chair, tenderId, "en"));
    const text = (await archiveEntry(report, "word/document.xml")).replaceAll(/<[^>]+>/g, "");
    const afterContents = text.split("Quality locked by").at(-1);
    for (const { name } of [chair, owner]) expect(afterContents).toContain(`${name}, `);
  });

  it("tells the opening record to those who took part, and not to a bidder", async () => {
    const world = open();
    const { tenderId, openers, vendors } = await openedTender(world);
    const [vendor] = vendors;
    if (vendor === undefined) throw new Error("the opened tender has lost its vendors");
    expect(accepted(await writeOpeningRecord(world.app, openers[0], tenderId, "en")).length).toBeGreaterThan(
      0,
    );
    expect(codesOf(await writeOpeningRecord(world.app, vendor, tenderId, "en"))).toEqual(["not_found"]);
  });
});
