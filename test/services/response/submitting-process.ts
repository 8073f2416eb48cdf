/**
 * A process of its own that submits again and again until it is killed, and tells each receipt that it was given.
 * Arguments: data folder, address of the database, the vendor as JSON, tender id.
 */
import path from "node:path";
import type { Person } from "#app/domain/account/actor.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { submitResponse } from "#app/services/response/submit-response.ts";

const [dataDir = "", databaseUrl = "", person = "", tenderId = ""] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, "../../..");
const vendor = JSON.parse(person) as Person;
const catalogue = await readOwnCatalogue(root);
if (!catalogue.ok) throw new Error("the catalogue has faults");
const now = () => Date.UTC(2026, 10, 22, 12) * 1000;
const settings = { root, dataDir, databaseUrl, url: "http://127.0.0.1:3000", demo: false };
const app = await assembleApplication(catalogue.value, settings, now);

for (let round = 0; ; round++) {
  const words = { values: [`Påhittat svar ${round} ${process.pid}`], comment: "" };
  await saveAnswers(app, vendor, tenderId, [{ requirement: "QUAL-001", entered: words, seenUs: null }]);
  const own = await readOwnResponse(app, vendor, tenderId);
  if (!own.ok) throw new Error("the response cannot be read");
  const receipt = await submitResponse(app, vendor, tenderId, {
    expectedVersion: own.value.submitted?.version ?? 0,
    contentSha256: own.value.contentSha256,
    idempotencyKey: `${process.pid}-${round}`,
    receivedUs: now(),
  });
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.faults));
  process.stdout.write(`${receipt.value.bytes.toString("base64")}\n`);
}
