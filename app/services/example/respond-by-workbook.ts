import { priceWorkbook, responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { Application } from "#app/services/application.ts";
import { accepted } from "#app/services/example/accepted.ts";
import { type Answers, type Respondent, received, statementsOf } from "#app/services/example/respond.ts";
import { pass, type SettableClock } from "#app/services/example/settable-clock.ts";
import { acceptWorkbook, readPendingWorkbook } from "#app/services/response/pending-workbook.ts";
import { readWorkbook } from "#app/services/response/read-workbook.ts";
import { readPublishedTender } from "#app/services/tender/read-published-tender.ts";

/** Hands in answers and prices as the filled-in Excel form: uploaded, looked at, accepted. */
export async function respondByWorkbook(
  app: Application,
  clock: SettableClock,
  { person, vendor }: Respondent,
  tenderId: string,
  answers: Answers,
): Promise<void> {
  const tender = accepted(await readPublishedTender(app, person, tenderId));
  const form = {
    tender: tenderId,
    content: tender.content,
    version: "1",
    sha256: tender.contentSha256,
    publishedAt: instantText(tender.publishedUs),
    language: "sv",
    vocabulary: app.catalogue,
    wording: await loadWording(app.root, "response-workbook", "sv"),
    statementWording: await loadWording(app.root, "statements", "sv"),
    response: {
      answers: Object.fromEntries(answers),
      statements: statementsOf(vendor),
      unitPrices: vendor.unitPrices,
    },
  } as const;
  const files = [
    ["Anbudssvar.xlsx", await responseWorkbook(form)],
    ["Prisbilaga.xlsx", await priceWorkbook(form)],
  ] as const;
  for (const [name, filledIn] of files) {
    pass(clock, 3 * 60);
    accepted(await readWorkbook(app, person, tenderId, received(name, filledIn)));
    pass(clock, 60);
    const { pending } = accepted(await readPendingWorkbook(app, person, tenderId));
    if (pending === null || pending.faults.length > 0) {
      throw new Error(`the workbook of the example has faults: ${JSON.stringify(pending?.faults)}`);
    }
    pass(clock, 4 * 60);
    accepted(await acceptWorkbook(app, person, tenderId, pending.readUs));
  }
}
