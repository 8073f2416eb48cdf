import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

export interface Starts {
  readonly profiles: readonly {
    readonly id: string;
    readonly title: Text;
    readonly description: Text;
    readonly musts: number;
    readonly shoulds: number;
    readonly contractMonths: number;
    readonly estimatedPriceSek: string;
  }[];
  /** Published tenders of the actor's organisation, the newest first. */
  readonly tenders: readonly { readonly id: string; readonly title: Text; readonly caseNumber: string }[];
}

/** How far back earlier tenders are offered. */
const mostTenders = 10;

/** What a new draft can start from. Fault: `not_allowed`. */
export async function readStarts(app: Application, actor: Actor): Promise<Result<Starts>> {
  const allowed = authorise(actor, "tender.create");
  if (!allowed.ok) return allowed;
  if (actor.kind !== "person") return failure({ code: "not_allowed" });
  const { read } = app.database;
  const rows = await read
    .selectFrom("tender")
    .innerJoin("publication", "publication.tender_id", "tender.id")
    .select("tender.id")
    .where("tender.organisation_id", "=", actor.organisation.id)
    .orderBy("publication.published_us", "desc")
    .limit(mostTenders)
    .execute();
  const tenders = [];
  for (const { id } of rows) {
    const publication = await readPublication(read, id);
    if (publication) tenders.push({ id, ...titleOf(publication.content) });
  }
  const profiles = [...app.catalogue.profiles.values()].map(({ items, ...profile }) => {
    const musts = items.filter(({ level }) => level === "must").length;
    const { id, title, description, contractMonths, estimatedPriceSek } = profile;
    return {
      id,
      title,
      description,
      contractMonths,
      estimatedPriceSek,
      musts,
      shoulds: items.length - musts,
    };
  });
  return success({ profiles, tenders });
}

const titleOf = ({ title, caseNumber }: { title: Text; caseNumber: string }) => ({ title, caseNumber });
