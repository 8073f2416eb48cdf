import { putUnitPrice } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import { readUnitPrice } from "#app/domain/response/check-price.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface PriceToSave {
  readonly item: string;
  /** As typed; blank takes the price away. */
  readonly entered: string;
}

/** Saves each unit price by itself; faults are those of the prices that were not stored. */
export async function savePrices(
  app: Application,
  actor: Actor,
  tenderId: string,
  prices: readonly PriceToSave[],
): Promise<Result<{ readonly savedUs: number; readonly faults: readonly Fault[] }>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { person, publication, responseId } = own.value;
    const items = new Set(publication.content.priceItems.map((item) => item.id));
    const savedUs = app.now();
    const faults: Fault[] = [];
    for (const { item, entered } of prices) {
      const read = readUnitPrice(publication.content, item, entered);
      if (!items.has(item)) faults.push({ code: "price_unknown_item", place: { field: `prices.${item}` } });
      else if (!read.ok) faults.push(...read.faults);
      else {
        const change = { atUs: savedUs, by: person.accountId };
        await putUnitPrice(trx, { responseId, itemId: item }, read.value, change);
      }
    }
    return success({ savedUs, faults });
  });
}
