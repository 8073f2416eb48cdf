import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { createUser, type NewUser } from "#app/services/account/create-user.ts";
import { listUsers } from "#app/services/account/list-users.ts";
import { resetPassword } from "#app/services/account/reset-password.ts";
import { setUserDisabled } from "#app/services/account/set-user-disabled.ts";
import { setUserRoles } from "#app/services/account/set-user-roles.ts";
import { signIn } from "#app/services/account/sign-in.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { client, codes, logged, nobody } from "./account-world.ts";

const chosen = "tre röda stugor i skogen";
const newUser: NewUser = { email: "nils@exempel.invalid", name: "Nils Exempel", roles: [] };

onBothDatabases("people of an organisation", (world) => {
  const administrator = () => makePerson(world(), { organisation: "buyer", roles: ["org_admin"] });
  const signInAs = async (email: string, password: string, newPassword = "") => {
    const token = await signIn(world().app, nobody, { email, password, newPassword }, client);
    return token.ok ? await actorOfSession(world().app, token.value) : null;
  };
  const create = async (by: Person, user = newUser) => {
    const created = await createUser(world().app, by, user);
    if (!created.ok) throw new Error(JSON.stringify(created.faults));
    return created.value.password;
  };
  const idOf = async (email: string) => {
    const { read } = world().app.database;
    return (
      await read.selectFrom("account").select("id").where("email", "=", email).executeTakeFirstOrThrow()
    ).id;
  };

  it("are added by the administrator with a one-time password", async () => {
    const by = await administrator();
    const once = await create(by);
    expect(await signInAs(newUser.email, once)).toBeNull();
    expect(await signInAs(newUser.email, once, chosen)).toMatchObject({
      name: newUser.name,
      organisation: by.organisation,
      roles: [],
    });
  });

  it("are managed by org_admin, sysadmin and vendor_admin, and by nobody else", async () => {
    for (const role of ["org_admin", "sysadmin"] as const) {
      const by = await makePerson(world(), { organisation: "buyer", roles: [role] });
      expect((await listUsers(world().app, by)).ok).toBe(true);
    }
    expect((await listUsers(world().app, await makePerson(world(), { organisation: "vendor" }))).ok).toBe(
      true,
    );
    const others = [
      await makePerson(world(), { organisation: "buyer", roles: ["auditor"] }),
      await makePerson(world(), { organisation: "vendor", roles: ["vendor_editor", "vendor_submitter"] }),
    ];
    for (const by of others) {
      const { app } = world();
      expect(codes(await listUsers(app, by))).toEqual(["not_allowed"]);
      expect(codes(await createUser(app, by, newUser))).toEqual(["not_allowed"]);
      expect(codes(await setUserRoles(app, by, by.accountId, ["org_admin"]))).toEqual(["not_allowed"]);
      expect(codes(await setUserDisabled(app, by, by.accountId, true))).toEqual(["not_allowed"]);
      expect(codes(await resetPassword(app, by, by.accountId))).toEqual(["not_allowed"]);
    }
  });

  it("of another organisation look as if they were not there", async () => {
    const { app } = world();
    const by = await administrator();
    const rival = await makePerson(world(), { organisation: "vendor" });
    const listed = await listUsers(app, by);
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([by.accountId]);
    for (const id of [rival.accountId, "0".repeat(32)]) {
      expect(codes(await setUserRoles(app, by, id, []))).toEqual(["not_found"]);
      expect(codes(await setUserDisabled(app, by, id, true))).toEqual(["not_found"]);
      expect(codes(await resetPassword(app, by, id))).toEqual(["not_found"]);
    }
  });

  it("are refused with every reason at once", async () => {
    const by = await makePerson(world(), { organisation: "vendor" });
    expect(
      codes(await createUser(world().app, by, { ...newUser, email: by.email, roles: ["org_admin"] })),
    ).toEqual(["role_not_of_organisation", "email_taken"]);
  });

  it("get and lose roles, each change logged, at once in force", async () => {
    const by = await administrator();
    const other = await makePerson(world(), { organisation: "buyer", roles: ["auditor"] });
    expect((await setUserRoles(world().app, by, other.accountId, ["org_admin"])).ok).toBe(true);
    expect(await logged(world())).toEqual(["role.grant", "role.revoke"]);
    const listed = await listUsers(world().app, by);
    expect(listed.ok && listed.value.find(({ id }) => id === other.accountId)?.roles).toEqual(["org_admin"]);
  });

  it("always keep an administrator who can sign in", async () => {
    const { app } = world();
    const by = await administrator();
    expect(codes(await setUserRoles(app, by, by.accountId, ["auditor"]))).toEqual(["last_administrator"]);
    expect(codes(await setUserDisabled(app, by, by.accountId, true))).toEqual(["own_account"]);
    const second = await administrator();
    await setUserDisabled(app, by, second.accountId, true);
    expect(codes(await setUserRoles(app, by, by.accountId, []))).toEqual(["last_administrator"]);
    await setUserDisabled(app, by, second.accountId, false);
    expect((await setUserRoles(app, by, by.accountId, [])).ok).toBe(true);
  });

  it("that are disabled are signed out at once and cannot sign in until they are let in again", async () => {
    const { app } = world();
    const by = await administrator();
    const once = await create(by);
    await signInAs(newUser.email, once, chosen);
    const sessions = () => app.database.read.selectFrom("session").select("id_hash").execute();
    const id = await idOf(newUser.email);
    expect(await sessions()).toHaveLength(1);
    await setUserDisabled(app, by, id, true);
    expect(await sessions()).toEqual([]);
    expect(await signInAs(newUser.email, chosen)).toBeNull();
    await setUserDisabled(app, by, id, false);
    expect(await signInAs(newUser.email, chosen)).not.toBeNull();
    expect(await logged(world())).toEqual(expect.arrayContaining(["account.disable", "account.enable"]));
  });

  it("that forgot their password get a new one-time password, and their sessions end", async () => {
    const { app } = world();
    const by = await administrator();
    const once = await create(by);
    await signInAs(newUser.email, once, chosen);
    const reset = await resetPassword(app, by, await idOf(newUser.email));
    expect(await app.database.read.selectFrom("session").select("id_hash").execute()).toEqual([]);
    expect(await signInAs(newUser.email, chosen)).toBeNull();
    expect(
      reset.ok && (await signInAs(newUser.email, reset.value.password, "fyra gula stugor")),
    ).toMatchObject({
      name: newUser.name,
    });
    expect(await logged(world())).toContain("auth.password-reset");
  });
});
