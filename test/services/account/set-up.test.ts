import { expect, it } from "vitest";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { setUp } from "#app/services/account/set-up.ts";
import { isSetUp, newSetUpCode } from "#app/services/account/set-up-code.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { buyer, client, codes, logged, nobody, setUpBuyer } from "./account-world.ts";

const minute = 60_000_000;

onBothDatabases("setting up an installation", (world) => {
  const tryCode = (code: string, email = buyer.email) =>
    setUp(world().app, nobody, { ...buyer, email, code }, client);

  it("with the printed code makes the buyer and its first administrator, signed in", async () => {
    expect(await isSetUp(world().app)).toBe(false);
    const token = await setUpBuyer(world());
    expect(await actorOfSession(world().app, token)).toMatchObject({
      name: buyer.name,
      email: buyer.email.toLowerCase(),
      organisation: { kind: "buyer", name: buyer.organisationName },
      roles: ["org_admin"],
    });
    expect(await isSetUp(world().app)).toBe(true);
    expect(await logged(world())).toContain("account.set-up");
  });

  it("needs the code, typed with or without dashes and capitals", async () => {
    const code = (await newSetUpCode(world().app)) ?? "";
    expect(code).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
    expect(codes(await tryCode("0000-0000-0000-0000"))).toEqual(["set_up_code_wrong"]);
    expect(codes(await tryCode(""))).toEqual(["set_up_code_wrong"]);
    expect((await tryCode(code.replaceAll("-", " ").toUpperCase())).ok).toBe(true);
  });

  it("takes only the code of the latest start", async () => {
    const first = (await newSetUpCode(world().app)) ?? "";
    const second = (await newSetUpCode(world().app)) ?? "";
    expect(codes(await tryCode(first))).toEqual(["set_up_code_wrong"]);
    expect((await tryCode(second)).ok).toBe(true);
  });

  it("stores the code only as a hash, and nothing of it afterwards", async () => {
    const settings = () => world().app.database.read.selectFrom("setting").selectAll().execute();
    const code = (await newSetUpCode(world().app)) ?? "";
    expect(await settings()).toHaveLength(1);
    expect(JSON.stringify(await settings())).not.toContain(code);
    await tryCode(code);
    expect(await settings()).toEqual([]);
  });

  it("prints no code once there is an account", async () => {
    await makePerson(world(), { organisation: "buyer" });
    expect(await newSetUpCode(world().app)).toBeNull();
  });

  it("happens once, also when two first visitors have the code", async () => {
    const code = (await newSetUpCode(world().app)) ?? "";
    const answers = await Promise.all([
      tryCode(code, "a@exempel.invalid"),
      tryCode(code, "b@exempel.invalid"),
    ]);
    expect(answers.flatMap(codes)).toEqual(["already_set_up"]);
    const accounts = await world().app.database.read.selectFrom("account").select("id").execute();
    expect(accounts).toHaveLength(1);
  });

  it("is held after five wrong codes, for a minute", async () => {
    const code = (await newSetUpCode(world().app)) ?? "";
    for (let count = 0; count < 5; count++) await tryCode("fel");
    expect(codes(await tryCode(code))).toEqual(["too_many_attempts"]);
    world().clock.advance(minute);
    expect((await tryCode(code)).ok).toBe(true);
  });

  it("holds the administrator's password to the rules", async () => {
    const code = (await newSetUpCode(world().app)) ?? "";
    const weak = await setUp(world().app, nobody, { ...buyer, code, password: "Kommun2026!!" }, client);
    expect(codes(weak)).toEqual(["password_common"]);
    expect(await isSetUp(world().app)).toBe(false);
  });
});
