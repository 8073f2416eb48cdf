import { failure, type Result, success } from "#app/domain/fault.ts";
import { templateOfKind } from "#app/imports/records/kinds.ts";

/** The file to fill in of a kind, for everybody: it holds example rows only. Fault: `not_found`. */
export function recordTemplate(kind: string): Result<{ readonly name: string; readonly bytes: Buffer }> {
  const template = templateOfKind(kind);
  if (template === null) return failure({ code: "not_found" });
  // With a mark, so that spreadsheets open it as UTF-8.
  return success({ name: `${kind}.csv`, bytes: Buffer.from(`\ufeff${template}`) });
}
