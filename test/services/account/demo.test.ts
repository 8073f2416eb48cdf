import { expect, it } from "vitest";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { listDemoPeople } from "#app/services/account/list-demo-people.ts";
import { signInDemoPerson } from "#app/services/account/sign-in-demo-person.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { client, codes, nobody, registered } from "./account-world.ts";

onBothDatabases("the demo's sign-in", (world) => {
  const demo = () => ({ ...world().app, demo: true });

  it("lists the example's people, buyer first, with roles of organisation and tender", async () => {
    const vendor = await makePerson(world(), { organisation: "vendor" });
    const buyer = await makePerson(world(), { organisation: "buyer", roles: ["auditor"] });
    await world().app.database.write((trx) =>
      trx
        .insertInto("tender")
        .values({
          id: "t",
          organisation_id: buyer.organisation.id,
          stage: "draft",
          created_us: 0,
          deadline_us: null,
        })
        .execute(),
    );
    for (const role of ["evaluator", "owner"] as const) await grantTenderRole(world(), "t", buyer, role);
    const people = await listDemoPeople(demo());
    expect(people.ok && people.value.map(({ accountId, roles }) => ({ accountId, roles }))).toEqual([
      { accountId: buyer.accountId, roles: ["auditor", "owner", "evaluator"] },
      { accountId: vendor.accountId, roles: ["vendor_admin", "vendor_editor", "vendor_submitter"] },
    ]);
  });

  it("signs in as one of them without a password", async () => {
    const person = await makePerson(world(), { organisation: "vendor" });
    const token = await signInDemoPerson(demo(), nobody, person.accountId, client);
    expect(token.ok && (await actorOfSession(demo(), token.value))).toEqual(person);
  });

  it("is not there where the demo is off, not even for the example's people", async () => {
    const person = await makePerson(world(), { organisation: "vendor" });
    expect(codes(await listDemoPeople(world().app))).toEqual(["not_found"]);
    expect(codes(await signInDemoPerson(world().app, nobody, person.accountId, client))).toEqual([
      "not_found",
    ]);
    expect(await world().app.database.read.selectFrom("session").selectAll().execute()).toEqual([]);
  });

  it("never opens the account of a real person, even in the demo", async () => {
    const own = await actorOfSession(world().app, await registered(world()));
    if (own.kind !== "person") throw new Error("not signed in");
    const people = await listDemoPeople(demo());
    expect(people.ok && people.value).toEqual([]);
    expect(codes(await signInDemoPerson(demo(), nobody, own.accountId, client))).toEqual(["not_found"]);
  });
});
