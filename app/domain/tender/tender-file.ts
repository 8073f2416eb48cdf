import type { Fault } from "#app/domain/fault.ts";
import { isTimezone } from "#app/domain/tender/deadline.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/** Far above what a tender of this kind holds; a file beyond it was not made by people. */
const mostRequirements = 2000;
const mostPriceItems = 1000;

/**
 * What a tender from a file must keep beside having the right fields: ids that name one thing and can stand in an
 * address, a zone and a deadline that exist. Whether it is fit to be published is for `draftFindings`.
 *
 * Faults: `id_malformed`, `id_twice`, `timezone_unknown`, `time_malformed`, `too_many` with the field.
 */
export function tenderFileFaults({
  requirements,
  priceItems,
  timezone,
  deadline,
}: DraftTender): readonly Fault[] {
  return [
    ...idFaults("requirements", requirements, mostRequirements),
    ...idFaults("priceItems", priceItems, mostPriceItems),
    ...(isTimezone(timezone)
      ? []
      : [{ code: "timezone_unknown", place: { field: "timezone" }, params: { timezone } }]),
    ...(deadline === null || isInstant(deadline)
      ? []
      : [{ code: "time_malformed", place: { field: "deadline" } }]),
  ];
}

function idFaults(list: string, rows: readonly { readonly id: string }[], most: number): Fault[] {
  if (rows.length > most) return [{ code: "too_many", place: { field: list }, params: { max: most } }];
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    const fault = (code: string) => [{ code, place: { field: `${list}.${index}.id` }, params: { id } }];
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(id)) return fault("id_malformed");
    if (seen.has(id)) return fault("id_twice");
    seen.add(id);
    return [];
  });
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text));
