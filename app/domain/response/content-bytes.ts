import type { ResponseContent } from "#app/domain/response/response.ts";
import { statements } from "#app/domain/response/statement.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/**
 * The exact bytes of a response: everything in the tender's own order, so that the same answers always give the same
 * bytes and hash. They are written once, stored and hashed as they are, and never serialised again.
 */
export function contentBytes(tender: TenderContent, response: ResponseContent): Buffer {
  const inOrder = <T>(ids: readonly string[], values: Readonly<Partial<Record<string, T>>>) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const value = values[id];
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const slots = tender.requirements.map((requirement) => requirement.id);
  const files = response.files.toSorted(
    (a, b) => slots.indexOf(a.slot) - slots.indexOf(b.slot) || (a.id < b.id ? -1 : 1),
  );
  return Buffer.from(
    JSON.stringify({
      tender: response.tender,
      answers: inOrder(slots, response.answers),
      statements: inOrder(
        statements.map(({ id }) => id),
        response.statements,
      ),
      unitPrices: inOrder(
        tender.priceItems.map((item) => item.id),
        response.unitPrices,
      ),
      files: files.map(({ id, slot, name, bytes, sha256 }) => ({ id, slot, name, bytes, sha256 })),
    }),
  );
}
