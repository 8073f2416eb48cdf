import { describe, expect, it } from "vitest";
import { setPassword } from "#app/db/account.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { hashPassword } from "#app/services/account/password-hash.ts";
import { signIn } from "#app/services/account/sign-in.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { client, codes, logged, nobody, password, registered, vendor } from "./account-world.ts";

const second = 1_000_000;
const right = { email: vendor.email, password, newPassword: "" };
const wrong = { ...right, password: "blå hattar på rad" };

onBothDatabases("signing in", (world) => {
  const attempt = (input = right, address = client.address) =>
    signIn(world().app, nobody, input, { ...client, address });

  it("gives a session of that person", async () => {
    await registered(world());
    const token = await attempt();
    expect(token.ok && (await actorOfSession(world().app, token.value))).toMatchObject({
      kind: "person",
      name: vendor.name,
      organisation: { kind: "vendor", name: vendor.organisationName },
      roles: ["vendor_admin", "vendor_editor", "vendor_submitter"],
    });
    expect((await logged(world())).at(-1)).toBe("auth.sign-in");
  });

  it("does not mind how the address is spelt in capitals", async () => {
    await registered(world());
    expect((await attempt({ ...right, email: vendor.email.toUpperCase() })).ok).toBe(true);
  });

  it("gives a new session each time, so that one planted before is worth nothing", async () => {
    await registered(world());
    const [one, two] = [await attempt(), await attempt()];
    expect(one.ok && two.ok && one.value !== two.value).toBe(true);
  });

  it("stores neither password nor token", async () => {
    const token = await registered(world());
    const { read } = world().app.database;
    const stored = JSON.stringify([
      await read.selectFrom("account").selectAll().execute(),
      await read.selectFrom("session").selectAll().execute(),
      (await read.selectFrom("log").select("body").execute()).map(({ body }) => body.toString()),
    ]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(password);
  });

  it("answers alike for a wrong password, an unknown address and a disabled account, and logs each", async () => {
    await registered(world());
    const { app } = world();
    const answers = [await attempt(wrong), await attempt({ ...right, email: "nobody@exempel.invalid" })];
    await app.database.write((trx) => trx.updateTable("account").set({ disabled_us: app.now() }).execute());
    answers.push(await attempt());
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(codes(answers[0] ?? { ok: true })).toEqual(["sign_in_failed"]);
    expect((await logged(world())).slice(-3)).toEqual(Array(3).fill("auth.sign-in-failed"));
  });

  it("works as hard for an unknown address as for a known one", async () => {
    await registered(world());
    // Processor time, the least of four: what else the machine does only ever adds. Without the work it is a tenth.
    const least = async (email: (count: number) => string) => {
      const times: number[] = [];
      for (let count = 0; count < 4; count++) {
        const before = process.cpuUsage();
        await attempt({ ...wrong, email: email(count) });
        const { user, system } = process.cpuUsage(before);
        times.push(user + system);
      }
      return Math.min(...times);
    };
    const known = await least(() => vendor.email);
    const unknown = await least((count) => `${count}@exempel.invalid`);
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  describe("too often", () => {
    it("holds the sixth wrong attempt in a minute, and says for how long", async () => {
      await registered(world());
      for (let count = 0; count < 5; count++) expect(codes(await attempt(wrong))).toEqual(["sign_in_failed"]);
      world().clock.advance(20 * second);
      expect(await attempt()).toEqual({
        ok: false,
        faults: [{ code: "too_many_attempts", params: { seconds: 40 } }],
      });
    });

    it("never locks: after that time the right password works, however many attempts were refused", async () => {
      await registered(world());
      for (let count = 0; count < 12; count++) await attempt(wrong);
      world().clock.advance(60 * second);
      expect((await attempt()).ok).toBe(true);
    });

    it("counts guesses that are sent at once one by one", async () => {
      await registered(world());
      const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(wrong)));
      expect(answers.filter((answer) => codes(answer)[0] === "sign_in_failed")).toHaveLength(5);
    });

    it("does not keep the owner out who comes from another network", async () => {
      await registered(world());
      for (let count = 0; count < 6; count++) await attempt(wrong, "192.0.2.200");
      expect(codes(await attempt(right, "192.0.2.7"))).toEqual(["too_many_attempts"]);
      expect((await attempt(right, "198.51.100.7")).ok).toBe(true);
    });

    it("counts only what was wrong: somebody may sign in ten times in a minute", async () => {
      await registered(world());
      for (let count = 0; count < 10; count++) expect((await attempt()).ok).toBe(true);
    });

    it("holds the fifty-first attempt of a minute from one address, whatever accounts it tries", async () => {
      const { app } = world();
      await app.database.write(async (trx) => {
        for (let count = 0; count < 50; count++) {
          const row = { id: String(count), bucket: "203.0.113.9", at_us: app.now() };
          await trx.insertInto("login_attempt").values(row).execute();
        }
      });
      expect(codes(await attempt(right, "203.0.113.9"))).toEqual(["too_many_attempts"]);
      expect(codes(await attempt(right, "203.0.113.10"))).toEqual(["sign_in_failed"]);
    });

    it("forgets attempts after an hour, and never stores whom they were at", async () => {
      await registered(world());
      await attempt(wrong);
      const rows = () => world().app.database.read.selectFrom("login_attempt").selectAll().execute();
      expect(JSON.stringify(await rows())).not.toContain("vera");
      world().clock.advance(3_600 * second);
      await attempt();
      expect(await rows()).toEqual([]);
    });
  });

  describe("with a one-time password", () => {
    const once = "k7f2-9mq4-x0tb-3wha";
    const chosen = "tre röda stugor i skogen";
    const giveOnce = async (lifeUs: number) => {
      await registered(world());
      const { app } = world();
      const hash = await hashPassword(once);
      const { id } = await app.database.read.selectFrom("account").select("id").executeTakeFirstOrThrow();
      await app.database.write((trx) => setPassword(trx, id, hash, app.now() + lifeUs));
    };

    it("asks for a password of one's own before there is a session", async () => {
      await giveOnce(second);
      expect(codes(await attempt({ ...right, password: once }))).toEqual(["new_password_needed"]);
      expect((await attempt({ ...right, password: once, newPassword: chosen })).ok).toBe(true);
      expect((await attempt({ ...right, password: chosen })).ok).toBe(true);
      expect(codes(await attempt({ ...right, password: once }))).toEqual(["sign_in_failed"]);
    });

    it("holds the new password to the same rules, and to being another one", async () => {
      await giveOnce(second);
      const withNew = (newPassword: string) => attempt({ ...right, password: once, newPassword });
      expect(codes(await withNew("kort"))).toEqual(["password_too_short"]);
      expect(codes(await withNew(once))).toEqual(["password_unchanged"]);
    });

    it("says nothing of it to somebody who does not know the one-time password", async () => {
      await giveOnce(second);
      expect(codes(await attempt({ ...wrong, newPassword: "kort" }))).toEqual(["sign_in_failed"]);
    });

    it("is over when its time is", async () => {
      await giveOnce(second);
      world().clock.advance(second);
      expect(codes(await attempt({ ...right, password: once }))).toEqual(["sign_in_failed"]);
    });

    it("can be exchanged by one of two who try at once, never by both", async () => {
      await giveOnce(second);
      const answers = await Promise.all(
        [chosen, `${chosen} igen`].map((newPassword) => attempt({ ...right, password: once, newPassword })),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
});
