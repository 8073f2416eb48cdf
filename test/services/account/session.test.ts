import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { changePassword } from "#app/services/account/change-password.ts";
import { endSession } from "#app/services/account/end-session.ts";
import { listSessions } from "#app/services/account/list-sessions.ts";
import { signIn } from "#app/services/account/sign-in.ts";
import { signOut } from "#app/services/account/sign-out.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { buyer, client, codes, nobody, password, registered, setUpBuyer, vendor } from "./account-world.ts";

const minute = 60_000_000;
const hour = 60 * minute;

const kindOf = async ({ app }: World, token: string) => (await actorOfSession(app, token)).kind;
async function personOf({ app }: World, token: string): Promise<Person> {
  const actor = await actorOfSession(app, token);
  if (actor.kind !== "person") throw new Error("the session has ended");
  return actor;
}

onBothDatabases("a session", (world) => {
  const again = async (email: string) => {
    const token = await signIn(world().app, nobody, { email, password, newPassword: "" }, client);
    return token.ok ? token.value : "";
  };

  it("of a buyer ends after 30 idle minutes", async () => {
    const token = await setUpBuyer(world());
    world().clock.advance(30 * minute);
    expect(await kindOf(world(), token)).toBe("person");
    world().clock.advance(30 * minute + 1);
    expect(await kindOf(world(), token)).toBe("anonymous");
  });

  it("of a vendor ends after 60 idle minutes", async () => {
    const token = await registered(world());
    world().clock.advance(60 * minute);
    expect(await kindOf(world(), token)).toBe("person");
    world().clock.advance(60 * minute + 1);
    expect(await kindOf(world(), token)).toBe("anonymous");
  });

  it("ends after 12 hours however busy it is", async () => {
    const token = await setUpBuyer(world());
    for (let passed = 0; passed < 12 * hour - 20 * minute; passed += 20 * minute) {
      world().clock.advance(20 * minute);
      expect(await kindOf(world(), token)).toBe("person");
    }
    world().clock.advance(20 * minute);
    expect(await kindOf(world(), token)).toBe("anonymous");
  });

  it("opens nothing with a token that is empty, unknown or its own stored hash", async () => {
    await setUpBuyer(world());
    const { id_hash } = await world()
      .app.database.read.selectFrom("session")
      .select("id_hash")
      .executeTakeFirstOrThrow();
    for (const token of ["", "x", id_hash]) expect(await kindOf(world(), token)).toBe("anonymous");
  });

  it("ends when one signs out, and only that one", async () => {
    const token = await setUpBuyer(world());
    const other = await again(buyer.email);
    await signOut(world().app, await personOf(world(), token), token);
    expect([await kindOf(world(), token), await kindOf(world(), other)]).toEqual(["anonymous", "person"]);
  });

  it("is listed with the browser's name, the asking one marked", async () => {
    const token = await setUpBuyer(world());
    world().clock.advance(minute);
    const other = await again(buyer.email);
    const listed = await listSessions(world().app, await personOf(world(), token), token);
    expect(listed.ok && listed.value.map(({ browser, current }) => ({ browser, current }))).toEqual([
      { browser: "Firefox, Linux", current: false },
      { browser: "Firefox, Linux", current: true },
    ]);
    expect(JSON.stringify(listed)).not.toContain(other);
  });

  it("is not listed once it is idle for too long", async () => {
    const token = await setUpBuyer(world());
    await again(buyer.email);
    world().clock.advance(20 * minute);
    await personOf(world(), token);
    world().clock.advance(20 * minute);
    const listed = await listSessions(world().app, await personOf(world(), token), token);
    expect(listed.ok && listed.value).toHaveLength(1);
  });

  it("can be ended by its own person from another one, by nobody else", async () => {
    const token = await setUpBuyer(world());
    const lost = await again(buyer.email);
    const stranger = await personOf(world(), await registered(world()));
    const person = await personOf(world(), token);
    const listed = await listSessions(world().app, person, token);
    const id = listed.ok ? (listed.value.find(({ current }) => !current)?.id ?? "") : "";
    expect(codes(await endSession(world().app, stranger, id))).toEqual(["not_found"]);
    expect(await kindOf(world(), lost)).toBe("person");
    expect((await endSession(world().app, person, id)).ok).toBe(true);
    expect(await kindOf(world(), lost)).toBe("anonymous");
  });

  it("ends with every other one when the password changes; the asking browser gets a new one", async () => {
    const token = await registered(world());
    const other = await again(vendor.email);
    const person = await personOf(world(), token);
    const changed = await changePassword(
      world().app,
      person,
      { password, newPassword: "tre röda stugor i skogen" },
      client,
    );
    expect([await kindOf(world(), token), await kindOf(world(), other)]).toEqual(["anonymous", "anonymous"]);
    expect(changed.ok && (await kindOf(world(), changed.value))).toBe("person");
    expect(await again(vendor.email)).toBe("");
  });

  it("stays when a change of password is refused, with every reason", async () => {
    const token = await registered(world());
    const person = await personOf(world(), token);
    const input = { password: "inte det rätta", newPassword: "kort" };
    expect(codes(await changePassword(world().app, person, input, client))).toEqual([
      "password_wrong",
      "password_too_short",
    ]);
    expect(await kindOf(world(), token)).toBe("person");
  });

  it("that was stolen lets nobody guess the password without being held", async () => {
    const person = await personOf(world(), await registered(world()));
    const guess = () =>
      changePassword(world().app, person, { password: "gissning", newPassword: password }, client);
    for (let count = 0; count < 5; count++) await guess();
    expect(codes(await guess())).toEqual(["too_many_attempts"]);
  });
});
