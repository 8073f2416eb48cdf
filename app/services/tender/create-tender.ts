import { readPublication } from "#app/db/publication.ts";
import { insertTender } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { draftFromProfile, draftFromTender, emptyDraft } from "#app/domain/tender/create-draft.ts";
import type { Buyer, DraftTender } from "#app/domain/tender/tender.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise, authoriseTender } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";
import type { TenderFile } from "#app/services/tender/read-tender-file.ts";

/** What a draft starts from. */
export type DraftStart =
  | { readonly from: "empty" }
  | { readonly from: "profile"; readonly profile: string }
  | { readonly from: "tender"; readonly tender: string }
  | { readonly from: "file"; readonly file: TenderFile };

/**
 * A new draft, owned by whoever makes it. Faults: `not_allowed`, `profile_unknown`, `not_found` for an earlier tender
 * that is not published.
 */
export async function createTender(
  app: Application,
  actor: Actor,
  start: DraftStart,
): Promise<Result<{ readonly tenderId: string }>> {
  const allowed = authorise(actor, "tender.create");
  if (!allowed.ok) return allowed;
  if (actor.kind !== "person") return failure({ code: "not_allowed" });
  return await app.database.write(async (trx) => {
    const organisation = await trx
      .selectFrom("organisation")
      .select(["name", "organisation_number"])
      .where("id", "=", actor.organisation.id)
      .executeTakeFirstOrThrow();
    const draft = await draftOf(app, actor, start, {
      name: organisation.name,
      organisationNumber: organisation.organisation_number,
      contactName: actor.name,
      contactEmail: actor.email,
    });
    if (!draft.ok) return draft;
    const tenderId = newId();
    const tender = {
      id: tenderId,
      organisationId: actor.organisation.id,
      createdBy: actor.accountId,
      nowUs: app.now(),
    };
    await insertTender(trx, tender, draft.value);
    await log(app, trx, actor, "tender.draft", tenderId, { version: 1, from: start.from });
    await log(app, trx, actor, "role.grant", tenderId, { account: actor.accountId, role: "owner" });
    return success({ tenderId });
  });
}

async function draftOf(
  app: Application,
  actor: Actor,
  start: DraftStart,
  buyer: Buyer,
): Promise<Result<DraftTender>> {
  switch (start.from) {
    case "empty":
      return success(emptyDraft(buyer));
    case "profile": {
      const profile = app.catalogue.profiles.get(start.profile);
      if (profile === undefined) return failure({ code: "profile_unknown", place: { field: "start" } });
      return draftFromProfile(profile, app.catalogue.requirements, buyer);
    }
    case "tender": {
      const { read } = app.database;
      const access = await authoriseTender(app, read, actor, "tender.read", start.tender);
      if (!access.ok) return access;
      const earlier = await readPublication(read, start.tender);
      return earlier ? success(draftFromTender(earlier.content, buyer)) : failure({ code: "not_found" });
    }
    case "file": {
      const { draft, frozen } = start.file;
      // What others have acknowledged, these buyers have not.
      return success(frozen ? draftFromTender(draft, buyer) : { ...draft, buyer, simulation: null });
    }
  }
}
