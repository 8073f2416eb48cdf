import { failure, type Result, success } from "#app/domain/fault.ts";
import type { EditOf } from "#app/domain/tender/draft-edit.ts";
import { malformed } from "#app/domain/tender/number-field.ts";
import type { DraftTender, PriceItem } from "#app/domain/tender/tender.ts";

/** Volumes may still be empty in a draft; what is written must be a number. */
const faultsOf = (item: PriceItem) =>
  malformed(`priceItems.${item.id}.volume`, item.volume === "" ? null : item.volume);

/** Adds a row under its own id or the next free one of `P1`, `P2`, …. Fault: `price_item_exists`. */
export function addPriceItem(draft: DraftTender, { item }: EditOf<"add-price-item">): Result<DraftTender> {
  if (draft.priceItems.some(({ id }) => id === item.id)) {
    return failure({ code: "price_item_exists", params: { id: item.id ?? "" } });
  }
  const numbers = draft.priceItems.map(({ id }) => Number(/^P(\d+)$/.exec(id)?.[1] ?? 0));
  const added = { id: `P${Math.max(0, ...numbers) + 1}`, ...item };
  const faults = faultsOf(added);
  return faults.length > 0
    ? failure(...faults)
    : success({ ...draft, priceItems: [...draft.priceItems, added] });
}

export function changePriceItem(draft: DraftTender, item: PriceItem): Result<DraftTender> {
  if (!draft.priceItems.some(({ id }) => id === item.id)) return unknown(item.id);
  const faults = faultsOf(item);
  if (faults.length > 0) return failure(...faults);
  return success({ ...draft, priceItems: draft.priceItems.map((one) => (one.id === item.id ? item : one)) });
}

export function removePriceItem(draft: DraftTender, id: string): Result<DraftTender> {
  if (!draft.priceItems.some((item) => item.id === id)) return unknown(id);
  return success({ ...draft, priceItems: draft.priceItems.filter((item) => item.id !== id) });
}

const unknown = (id: string) => failure({ code: "price_item_unknown", params: { id } });
