import { expect, it } from "vitest";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { registerVendor } from "#app/services/account/register-vendor.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { client, codes, logged, nobody, registered, vendor } from "./account-world.ts";

onBothDatabases("registering a vendor", (world) => {
  it("makes the organisation and its first person, who may do everything for it", async () => {
    const token = await registered(world());
    expect(await actorOfSession(world().app, token)).toMatchObject({
      organisation: { kind: "vendor", name: vendor.organisationName },
      roles: ["vendor_admin", "vendor_editor", "vendor_submitter"],
      language: "sv",
    });
    expect(await logged(world())).toEqual(["account.register"]);
  });

  it("refuses an address that has an account, in whatever spelling, and makes no organisation", async () => {
    await registered(world());
    const again = { ...vendor, email: vendor.email.toUpperCase(), organisationName: "En annan" };
    expect(codes(await registerVendor(world().app, nobody, again, client))).toEqual(["email_taken"]);
    const rows = await world().app.database.read.selectFrom("organisation").select("name").execute();
    expect(rows).toEqual([{ name: vendor.organisationName }]);
  });

  it("lets an organisation number be registered twice: a rival must not be able to keep a vendor out", async () => {
    const first = await actorOfSession(world().app, await registered(world()));
    const second = await actorOfSession(
      world().app,
      await registered(world(), { ...vendor, email: "vide@svarstjanst.invalid" }),
    );
    if (first.kind !== "person" || second.kind !== "person") throw new Error("not signed in");
    expect(first.organisation.id).not.toBe(second.organisation.id);
  });

  it("is held to five a minute from one network, so that nobody fills the database or tries addresses out", async () => {
    for (let count = 0; count < 5; count++) {
      await registered(world(), { ...vendor, email: `v${count}@exempel.invalid` });
    }
    expect(codes(await registerVendor(world().app, nobody, vendor, client))).toEqual(["too_many_attempts"]);
  });
});
