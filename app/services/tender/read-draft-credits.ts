import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { type ServiceCredits, worseSide } from "#app/domain/tender/service-credits.ts";
import type { PriceItem } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import type { DraftFinding } from "#app/services/tender/read-draft.ts";
import { readDraftPart } from "#app/services/tender/read-draft-part.ts";

export interface DraftCredits {
  readonly version: number;
  readonly mayEdit: boolean;
  readonly credits: ServiceCredits;
  /** Requirements whose limit a month can miss. */
  readonly measured: readonly {
    readonly id: string;
    readonly title: Text;
    /** Decimal string, in `unit`. */
    readonly threshold: string;
    readonly unit: Text;
  }[];
  readonly priceItems: readonly Pick<PriceItem, "id" | "name">[];
  readonly findings: readonly DraftFinding[];
}

/** The schedule of service credits of a draft and what it can be made of. Faults: `not_found`, `wrong_stage`. */
export async function readDraftCredits(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<DraftCredits>> {
  const part = await readDraftPart(app, actor, tenderId, "credits");
  if (!part.ok) return part;
  const { draft, version, mayEdit, findings } = part.value;
  return success({
    version,
    mayEdit,
    findings,
    credits: draft.serviceCredits,
    priceItems: draft.priceItems.map(({ id, name }) => ({ id, name })),
    measured: draft.requirements.flatMap((requirement) => {
      const { id, title, measure } = requirement;
      if (measure?.threshold == null || worseSide(requirement) === null) return [];
      const unit = app.catalogue.units.get(measure.unit);
      const symbol = unit?.symbol;
      const name = symbol ? { sv: symbol, en: symbol } : unit?.plural;
      return [{ id, title, threshold: measure.threshold, unit: name ?? { sv: "", en: "" } }];
    }),
  });
}
