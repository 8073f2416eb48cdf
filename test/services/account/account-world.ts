import type { LogKind } from "#app/domain/log/entry.ts";
import type { NewOrganisation } from "#app/services/account/new-organisation.ts";
import { registerVendor } from "#app/services/account/register-vendor.ts";
import { setUp } from "#app/services/account/set-up.ts";
import { newSetUpCode } from "#app/services/account/set-up-code.ts";
import type { World } from "../../support/databases.ts";

export const client = { address: "192.0.2.7", agent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/146.0" };
export const nobody = { kind: "anonymous" } as const;
export const password = "gröna hattar på rad";

export const buyer: NewOrganisation = {
  organisationName: "Exempelbo kommun",
  organisationNumber: "212000-0000",
  name: "Alva Exempel",
  email: "Alva@exempelbo.invalid",
  password,
  language: "sv",
};

export const vendor: NewOrganisation = {
  ...buyer,
  organisationName: "Svarstjänst Exempel AB",
  organisationNumber: "556000-0000",
  name: "Vera Exempel",
  email: "vera@svarstjanst.invalid",
};

/** The token of a first administrator, made the way an installation makes it. */
export async function setUpBuyer({ app }: World): Promise<string> {
  const code = (await newSetUpCode(app)) ?? "";
  const token = await setUp(app, nobody, { ...buyer, code }, client);
  if (!token.ok) throw new Error(JSON.stringify(token.faults));
  return token.value;
}

export async function registered({ app }: World, input: NewOrganisation = vendor): Promise<string> {
  const token = await registerVendor(app, nobody, input, client);
  if (!token.ok) throw new Error(JSON.stringify(token.faults));
  return token.value;
}

/** Kinds of the log's entries, oldest first. */
export async function logged({ app }: World): Promise<LogKind[]> {
  const rows = await app.database.read.selectFrom("log").select("kind").orderBy("seq").execute();
  return rows.map(({ kind }) => kind as LogKind);
}

export const codes = (result: { ok: boolean; faults?: readonly { code: string }[] }) =>
  result.faults?.map(({ code }) => code) ?? [];
