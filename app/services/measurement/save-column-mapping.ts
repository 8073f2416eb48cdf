import { keepMapping } from "#app/db/column-mapping.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type ColumnMapping, incompleteMapping } from "#app/imports/call-records/column-mapping.ts";
import { type Application, log } from "#app/services/application.ts";
import { headerFingerprint } from "#app/services/measurement/header-fingerprint.ts";
import { newId } from "#app/services/new-id.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

const longestName = 80;

/**
 * Keeps a column mapping under a name for the vendor, to be offered again for files with the same header. One of the
 * same name gives way. Faults: `mapping_name_missing`, and those of an incomplete mapping.
 */
export async function saveColumnMapping(
  app: Application,
  actor: Actor,
  tenderId: string,
  { name: typed, names, mapping }: { name: string; names: readonly string[]; mapping: ColumnMapping },
): Promise<Result<null>> {
  const name = typed.trim().normalize("NFC").slice(0, longestName);
  const faults = incompleteMapping(mapping);
  if (name === "") faults.push({ code: "mapping_name_missing", place: { field: "preset" } });
  if (faults.length > 0) return failure(...faults);
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { accountId, organisation } = own.value.person;
    const fingerprint = headerFingerprint(names);
    const text = JSON.stringify(mapping);
    await keepMapping(trx, {
      id: newId(),
      organisation_id: organisation.id,
      name,
      fingerprint,
      mapping: text,
      saved_us: app.now(),
      saved_by: accountId,
    });
    await log(app, trx, actor, "calls.mapping", tenderId, { name, fingerprint, mapping: text });
    return success(null);
  });
}
