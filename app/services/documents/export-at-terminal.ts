import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { exportTender } from "#app/services/documents/export-tender.ts";
import type { ExportedFile } from "#app/services/documents/exported-file.ts";

/**
 * Exports a tender for whoever runs the program: as an auditor of the buyer would, so that the policy holds here too
 * and nothing is read before it has been opened. `example` names the oldest tender, which is that of the example.
 * Faults: `not_found`, and those of `exportTender`.
 */
export async function exportAtTerminal(
  app: Application,
  tenderOrExample: string,
  chosen: readonly Language[],
): Promise<Result<readonly ExportedFile[]>> {
  const tenders = app.database.read
    .selectFrom("tender")
    .innerJoin("organisation", "organisation.id", "tender.organisation_id")
    .select(["tender.id", "organisation.id as organisation", "organisation.name"]);
  const tender = await (tenderOrExample === "example"
    ? tenders.orderBy("tender.created_us").limit(1)
    : tenders.where("tender.id", "=", tenderOrExample)
  ).executeTakeFirst();
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
