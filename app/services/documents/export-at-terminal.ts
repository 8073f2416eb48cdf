import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { exportTender } from "#app/services/documents/export-tender.ts";
import type { TenderExport } from "#app/services/documents/exported-file.ts";
import { exampleCaseNumber } from "#app/services/example/draft-edits.ts";

/**
 * Exports a tender for whoever runs the program: as an auditor of the buyer would, so that the policy holds here too
 * and nothing is read before it has been opened. `example` names the example tender by its case number.
 * Faults: `not_found`, and those of `exportTender`.
 */
export async function exportAtTerminal(
  app: Application,
  tenderOrExample: string,
  chosen: readonly Language[],
): Promise<Result<TenderExport>> {
  const tenderId = tenderOrExample === "example" ? await exampleTender(app) : tenderOrExample;
  const tender = await app.database.read
    .selectFrom("tender")
    .innerJoin("organisation", "organisation.id", "tender.organisation_id")
    .select(["tender.id", "organisation.id as organisation", "organisation.name"])
    .where("tender.id", "=", tenderId)
    .executeTakeFirst();
  if (tender === undefined) return failure({ code: "not_found" });
  const auditor: Actor = {
    kind: "person",
    accountId: "terminal",
    name: "terminal",
    email: "",
    language: "sv",
    organisation: { id: tender.organisation, kind: "buyer", name: tender.name },
    roles: ["auditor"],
  };
  return await exportTender(app, auditor, tender.id, chosen);
}

/** Id of the published tender that has the example's case number; "" without one. */
async function exampleTender({ database: { read } }: Application): Promise<string> {
  const published = await read
    .selectFrom("publication")
    .select("tender_id")
    .orderBy("published_us")
    .execute();
  for (const { tender_id: id } of published) {
    if ((await readPublication(read, id))?.content.caseNumber === exampleCaseNumber) return id;
  }
  return "";
}
