import type { Person } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { savePrices } from "#app/services/response/save-prices.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { type SubmitRequest, submitResponse } from "#app/services/response/submit-response.ts";
import type { World } from "../../support/databases.ts";

/** The value of what must succeed in a test. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.faults)}`);
  return result.value;
}

export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.faults.map((fault) => fault.code);

/** Starts a response and answers something of every type that needs no file. */
export async function answerAll(
  { app }: World,
  vendor: Person,
  tenderId: string,
  words = "Vi hjälper alla.",
): Promise<void> {
  accepted(await startResponse(app, vendor, tenderId));
  const answers = {
    "AVAIL-001": ["yes"],
    "AVAIL-002": ["99,5"],
    "CONT-002": ["en", "fi"],
    "QUAL-001": [words],
  };
  const saved = accepted(
    await saveAnswers(
      app,
      vendor,
      tenderId,
      Object.entries(answers).map(([requirement, values]) => ({
        requirement,
        entered: { values, comment: "" },
        seenUs: null,
      })),
    ),
  );
  if (saved.faults.length > 0) throw new Error(JSON.stringify(saved.faults));
  const prices = [
    { item: "calls", entered: "12,3456" },
    { item: "start", entered: "25 000" },
  ];
  // Where the buyer has set the price, no row asks for one.
  const { tender } = accepted(await readOwnResponse(app, vendor, tenderId));
  const asked = prices.filter(({ item }) => tender.priceItems.some(({ id }) => id === item));
  if (asked.length > 0) accepted(await savePrices(app, vendor, tenderId, asked));
}

/** What the submit page would send now. */
export async function submitRequest(
  { app, clock }: World,
  vendor: Person,
  tenderId: string,
  changes: Partial<SubmitRequest> = {},
): Promise<SubmitRequest> {
  const own = accepted(await readOwnResponse(app, vendor, tenderId));
  return {
    expectedVersion: own.submitted?.version ?? 0,
    contentSha256: own.contentSha256,
    idempotencyKey: `key-${own.submitted?.version ?? 0}-${own.contentSha256}`,
    receivedUs: clock.nowUs,
    ...changes,
  };
}

export async function submitNow(world: World, vendor: Person, tenderId: string) {
  return accepted(
    await submitResponse(world.app, vendor, tenderId, await submitRequest(world, vendor, tenderId)),
  );
}
