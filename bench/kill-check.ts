import { createHash, createPublicKey } from "node:crypto";
import { verifyReceipt } from "#app/domain/response/receipt.ts";
import type { Application } from "#app/services/application.ts";

/** Counts over all kills so far. */
interface Findings {
  acknowledged: number;
  /** Acknowledged, and not stored as acknowledged. */
  lost: number;
  stored: number;
  /** Versions that are not whole: content, receipt, signature or log entry missing or not of each other. */
  half: number;
  /** Entries of the log that are missing, out of order or not as hashed. */
  logFaults: number;
  /** Requests that were sent again and stand as two versions, or none. */
  repeatedWrongly: number;
}

export const noFindings = (): Findings => ({
  acknowledged: 0,
  lost: 0,
  stored: 0,
  half: 0,
  logFaults: 0,
  repeatedWrongly: 0,
});

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

/** Adds what the database holds since the last check. `repeated` is the receipt of a request that was sent again. */
export async function checkStored(
  app: Application,
  acknowledged: readonly string[],
  repeated: string | null,
  found: Findings,
): Promise<void> {
  const db = app.database.read;
  const rows = await db
    .selectFrom("submission")
    .selectAll()
    .where("version", ">", found.stored)
    .orderBy("version")
    .execute();
  const log = await db.selectFrom("log").selectAll().orderBy("seq").execute();
  const key = createPublicKey(app.signing.key);
  for (const [index, row] of rows.entries()) {
    const said = JSON.parse(row.receipt.toString("utf8"));
    const entry = log[said.log.index];
    const whole =
      row.version === found.stored + index + 1 &&
      said.version === row.version &&
      verifyReceipt(row.receipt, row.signature, key) &&
      sha256(row.content) === row.content_sha256 &&
      said.answers_sha256 === row.content_sha256 &&
      entry?.leaf.toString("hex") === said.log.leaf &&
      JSON.parse(entry?.body.toString("utf8") ?? "{}").facts.version === row.version;
    if (!whole) found.half++;
  }
  const receipts = rows.map(({ receipt }) => receipt.toString("base64"));
  found.acknowledged += acknowledged.length;
  found.lost += acknowledged.filter((receipt) => !receipts.includes(receipt)).length;
  if (repeated !== null && receipts.filter((receipt) => receipt === repeated).length !== 1)
    found.repeatedWrongly++;
  found.stored += rows.length;

  const leafPrefix = Buffer.from([0]);
  found.logFaults = log.filter(
    ({ seq, body, leaf }, index) => seq !== index + 1 || sha256(leafPrefix, body) !== leaf.toString("hex"),
  ).length;
  const submits = log.filter(({ kind }) => kind === "response.submit" || kind === "response.replace").length;
  found.logFaults += Math.abs(submits - found.stored);
}
