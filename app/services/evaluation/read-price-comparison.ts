import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type PriceSheet, priceSheet } from "#app/domain/response/price-sheet.ts";
import type { PriceItem } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";

export interface PriceComparison {
  readonly items: readonly PriceItem[];
  readonly ceilingPriceSek: string | null;
  readonly vendors: readonly {
    readonly response: string;
    readonly name: string;
    readonly sheet: PriceSheet;
  }[];
}

/** All opened price sheets side by side, and nothing of quality: what finance reads. */
export async function readPriceComparison(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<PriceComparison>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "price.read", tenderId);
  if (!access.ok) return access;
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const publication = await readPublication(db, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const { content } = publication;
  return success({
    items: content.priceItems,
    ceilingPriceSek: content.ceilingPriceSek,
    vendors: opened.value.map(({ id, organisation, unitPrices }) => ({
      response: id,
      name: organisation.name,
      sheet: priceSheet(content, unitPrices ?? {}),
    })),
  });
}
