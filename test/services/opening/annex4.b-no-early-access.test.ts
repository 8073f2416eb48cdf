import { expect, it } from "vitest";
import { type Actor, tenderRoles } from "#app/domain/account/actor.ts";
import { success } from "#app/domain/fault.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";
import { readConsensusBoard } from "#app/services/evaluation/read-consensus-board.ts";
import { readQualityLock } from "#app/services/evaluation/read-quality-lock.ts";
import { readScoreSheet } from "#app/services/evaluation/read-score-sheet.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { readOpenedFile } from "#app/services/opening/read-opened-file.ts";
import { readOpening } from "#app/services/opening/read-opening.ts";
import { attachFile } from "#app/services/response/attach-file.ts";
import { readOwnFile } from "#app/services/response/read-own-file.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { readReceipt } from "#app/services/response/read-receipt.ts";
import { readRespondEntry } from "#app/services/response/read-respond-entry.ts";
import { savePrices } from "#app/services/response/save-prices.ts";
import { listTenders } from "#app/services/tender/list-tenders.ts";
import { readPublishedTender } from "#app/services/tender/read-published-tender.ts";
import { readTenderPage } from "#app/services/tender/read-tender-page.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "../response/published-tender.ts";
import { accepted, answerAll, submitNow } from "../response/submitting.ts";

const canary = "KANARIEFAGEL";
const canaryPrice = "7654321.9876";

/** Everything that somebody else than the vendor may ask for, as one text. */
async function everythingReadBy({ app }: World, actor: Actor, tenderId: string, fileId: string) {
  const asPerson =
    actor.kind === "person"
      ? [
          await readScoreSheet(app, actor, tenderId),
          await readConsensusBoard(app, actor, tenderId),
          await readQualityLock(app, actor, tenderId),
        ]
      : [];
  return JSON.stringify([
    await listTenders(app, actor),
    await readTenderPage(app, actor, tenderId),
    await readPublishedTender(app, actor, tenderId),
    await readOpening(app, actor, tenderId),
    await openedResponses(app, actor, tenderId),
    await readOpenedFile(app, actor, tenderId, fileId),
    await evaluateResponses(app, actor, tenderId),
    await readRespondEntry(app, actor, tenderId, "sv"),
    await readOwnResponse(app, actor, tenderId),
    await readOwnFile(app, actor, tenderId, fileId),
    await readReceipt(app, actor, tenderId, 1),
    ...asPerson,
  ]);
}

async function everybodyElse(world: World, tenderId: string): Promise<readonly Actor[]> {
  const people: Actor[] = [{ kind: "anonymous" }];
  for (const role of tenderRoles) {
    const person = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, person, role);
    people.push(person);
  }
  for (const role of ["sysadmin", "org_admin", "auditor"] as const) {
    people.push(await makePerson(world, { organisation: "buyer", roles: [role] }));
  }
  people.push(await makePerson(world, { organisation: "vendor" }));
  return people;
}

onBothDatabases("Annex IV (b): nobody has access before the time limit", (open) => {
  it("shows everybody else exactly what they would see if nobody had responded", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await world.app.database.write((trx) =>
      trx
        .updateTable("organisation")
        .set({ name: canary })
        .where("id", "=", vendor.organisation.id)
        .execute(),
    );
    const others = await everybodyElse(world, tenderId);
    const readAll = async (fileId: string) => {
      const seen: string[] = [];
      for (const nowUs of [deadlineUs - 3_600_000_000, deadlineUs + 3_600_000_000]) {
        world.clock.nowUs = nowUs;
        for (const actor of others) seen.push(await everythingReadBy(world, actor, tenderId, fileId));
      }
      return seen;
    };
    const before = await readAll("0".repeat(32));

    world.clock.nowUs = deadlineUs - 3_600_000_000;
    await answerAll(world, vendor, tenderId, canary);
    accepted(await savePrices(world.app, vendor, tenderId, [{ item: "start", entered: canaryPrice }]));
    const pdf = Buffer.from(`%PDF ${canary}`);
    const file = accepted(
      await attachFile(world.app, vendor, tenderId, "CONT-001", async () =>
        success({
          name: `${canary}.pdf`,
          chunks: (async function* () {
            yield pdf;
          })(),
          interruption: () => null,
        }),
      ),
    );
    await submitNow(world, vendor, tenderId);
    const after = await readAll(file.id);

    expect(after).toEqual(before);
    expect(after.join("")).not.toContain(canary);
    expect(JSON.stringify(accepted(await readOwnResponse(world.app, vendor, tenderId)))).toContain(canary);
  });

  it("leaves no word, price or bare hash of a response in the log", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId, canary);
    accepted(await savePrices(world.app, vendor, tenderId, [{ item: "start", entered: canaryPrice }]));
    await submitNow(world, vendor, tenderId);
    const rows = await world.app.database.read.selectFrom("log").select("body").execute();
    const log = rows.map(({ body }) => body.toString("utf8")).join("\n");
    const submission = await world.app.database.read
      .selectFrom("submission")
      .select("content_sha256")
      .executeTakeFirstOrThrow();
    expect(log).toContain("response.submit");
    for (const secret of [canary, canaryPrice, vendor.organisation.name, submission.content_sha256]) {
      for (const encoding of ["utf8", "hex", "base64", "utf16le"] as const) {
        expect(log).not.toContain(Buffer.from(secret).toString(encoding));
      }
    }
  });
});
