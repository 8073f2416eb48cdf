import { followUpReport } from "#app/documents/follow-up-report.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { trapsOfMonth } from "#app/services/contract/contract-records.ts";
import { readContract } from "#app/services/contract/read-contract.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";

/** The report of one month as a Word file; the export is logged. Faults: those of `readContract`, `not_found`. */
export async function writeFollowUpReport(
  app: Application,
  actor: Actor,
  tenderId: string,
  month: string,
  language: Language,
): Promise<Result<Buffer>> {
  const read = await readContract(app, actor, tenderId);
  if (!read.ok) return read;
  const { conclusion, folder, months, publication } = read.value;
  const reported = months.find((each) => each.month === month);
  const printed = await gatherTender(app, tenderId, true, language);
  if (reported === undefined || printed === null) return failure({ code: "not_found" });
  const file = await followUpReport({
    ...printed,
    wording: await loadWording(app.root, "follow-up-report", language),
    contract: {
      supplier: conclusion.supplier.name,
      startsOn: conclusion.starts_on,
      endsOn: conclusion.ends_on,
    },
    month: reported,
    months: months.filter((each) => each.month <= month),
    traps: await trapsOfMonth(app, folder, publication, month, language),
    madeAt: instantText(app.now()),
  });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: "follow-up-report",
      month,
      language,
      bytes: file.length,
    }),
  );
  return success(file);
}
