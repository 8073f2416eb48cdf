import path from "node:path";
import type { Database } from "#app/db/database.ts";
import { openDatabase } from "#app/db/open-database.ts";
import { type Actor, organisationRoles, type Person, tenderRoles } from "#app/domain/account/actor.ts";
import type { Resource } from "#app/domain/account/policy.ts";
import { type Stage, stageAt } from "#app/domain/tender/stage.ts";
import type { WebServer } from "../support/web-server.ts";

/** The server's own database, to look into beside it. */
export const databaseOf = ({ dataDir }: WebServer): Promise<Database> =>
  openDatabase(`sqlite:${path.join(dataDir, "skallbor.sqlite")}`);

/** Everybody who has an account, as the server sees them. */
export async function everybody({ read }: Database): Promise<Person[]> {
  const accounts = await read
    .selectFrom("account")
    .innerJoin("organisation", "organisation.id", "account.organisation_id")
    .select(["account.id", "account.name", "email", "language", "organisation_id", "kind"])
    .select("organisation.name as organisation")
    .orderBy("email")
    .execute();
  const held = await read.selectFrom("account_role").selectAll().execute();
  return accounts.map((account) => ({
    kind: "person",
    accountId: account.id,
    name: account.name,
    email: account.email,
    language: account.language,
    organisation: { id: account.organisation_id, kind: account.kind, name: account.organisation },
    roles: organisationRoles.filter((role) =>
      held.some((row) => row.account_id === account.id && row.role === role),
    ),
  }));
}

export interface TenderNow {
  readonly stage: Stage;
  readonly resourceOf: (actor: Actor) => Resource;
}

/** A tender as the policy sees it: its stage, and what each actor is to it. */
export async function tenderNow({ read }: Database, id: string, nowUs: number): Promise<TenderNow> {
  const tender = await read.selectFrom("tender").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const roles = await read.selectFrom("tender_role").selectAll().where("tender_id", "=", id).execute();
  const locked = await read
    .selectFrom("score_sheet")
    .select("account_id")
    .where("tender_id", "=", id)
    .execute();
  const evaluators = roles.filter(({ role }) => role === "evaluator");
  return {
    stage: stageAt(tender.stage, tender.deadline_us, nowUs),
    resourceOf: (actor) => {
      const person = actor.kind === "person" ? actor : null;
      return {
        tenderRoles: tenderRoles.filter((role) =>
          roles.some((row) => row.role === role && row.account_id === person?.accountId),
        ),
        sameOrganisation: person?.organisation.id === tender.organisation_id,
        own: person?.organisation.kind === "vendor",
        revealed: evaluators.every((row) => locked.some(({ account_id }) => account_id === row.account_id)),
      };
    },
  };
}
