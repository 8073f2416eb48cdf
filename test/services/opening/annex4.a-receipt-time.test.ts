import { createPublicKey } from "node:crypto";
import { expect, it } from "vitest";
import { verifyReceipt } from "#app/domain/response/receipt.ts";
import { readReceipt } from "#app/services/response/read-receipt.ts";
import { submitResponse } from "#app/services/response/submit-response.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "../response/published-tender.ts";
import { accepted, answerAll, submitRequest } from "../response/submitting.ts";

onBothDatabases("Annex IV (a): the exact time of receipt", (open) => {
  it("is kept and signed to the microsecond, whenever the transaction came to an end", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    const request = await submitRequest(world, vendor, tenderId, { receivedUs: deadlineUs - 1 });
    world.clock.nowUs = deadlineUs + 60_000_000;
    accepted(await submitResponse(world.app, vendor, tenderId, request));

    const view = accepted(await readReceipt(world.app, vendor, tenderId, 1));
    expect(view.receivedUs).toBe(deadlineUs - 1);
    expect(view.receipt).toMatchObject({ received_at: "2026-11-22T12:59:59.999999Z", late: false });
    // With nothing but the downloaded file: text, signature and public key.
    expect(verifyReceipt(view.bytes, view.signature, createPublicKey(view.publicKey))).toBe(true);
    const other = Buffer.from(view.bytes.toString("utf8").replace("12:59:59.999999Z", "12:59:59.999998Z"));
    expect(other.length).toBe(view.bytes.length);
    expect(verifyReceipt(other, view.signature, createPublicKey(view.publicKey))).toBe(false);
  });
});
