import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type PriceSheet, priceSheet } from "#app/domain/response/price-sheet.ts";
import type { PriceItem } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";

export interface PriceSheetView extends Omit<PriceSheet, "rows"> {
  readonly rows: ReadonlyArray<PriceSheet["rows"][number] & Omit<PriceItem, "id">>;
  readonly ceilingPriceSek: string | null;
  /** The price that the buyer has set for all; null where vendors give theirs. */
  readonly fixedPriceSek: string | null;
  readonly tenderId: string;
  readonly mayEdit: boolean;
  readonly timezone: string;
}

/** The vendor's own price sheet, summed exactly. */
export async function readPriceSheet(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<PriceSheetView>> {
  const own = await readOwnResponse(app, actor, tenderId);
  if (!own.ok) return own;
  const { tender, draft, mayEdit } = own.value;
  const sheet = priceSheet(tender, draft.unitPrices);
  const rows = tender.priceItems.flatMap((item) => {
    const row = sheet.rows.find((summed) => summed.item === item.id);
    return row === undefined ? [] : [{ ...row, name: item.name, unit: item.unit, volume: item.volume }];
  });
  return success({
    ...sheet,
    rows,
    ceilingPriceSek: tender.ceilingPriceSek,
    fixedPriceSek: "fixedPriceSek" in tender.evaluation ? tender.evaluation.fixedPriceSek : null,
    tenderId,
    mayEdit,
    timezone: tender.timezone,
  });
}
