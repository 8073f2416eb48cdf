import { expect, it } from "vitest";
import { startSession } from "#app/services/account/start-session.ts";
import { onBothDatabases } from "../support/databases.ts";
import { makePerson } from "../support/people.ts";
import { serving } from "./serving.ts";

onBothDatabases("every answer", (world) => {
  it("allows only scripts that the server itself wrote into this very page", async () => {
    await makePerson(world(), { organisation: "buyer" });
    await serving(world().app, async (address) => {
      const nonces = new Set<string>();
      for (let count = 0; count < 3; count++) {
        const response = await fetch(address);
        const { nonce } = (await response.json()) as { nonce: string };
        nonces.add(nonce);
        const policy = response.headers.get("content-security-policy")?.split(";") ?? [];
        expect(policy).toEqual(
          expect.arrayContaining([
            "default-src 'none'",
            `script-src 'nonce-${nonce}' 'strict-dynamic'`,
            `style-src 'self' 'nonce-${nonce}'`,
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'",
          ]),
        );
        expect(policy.join(";")).not.toMatch(/unsafe/);
        expect(Buffer.from(nonce, "base64")).toHaveLength(16);
      }
      expect(nonces.size).toBe(3);
    });
  });

  it("keeps to itself: nothing stored, guessed, framed or told to other sites", async () => {
    await makePerson(world(), { organisation: "buyer" });
    await serving(world().app, async (address) => {
      const { headers } = await fetch(address);
      expect(Object.fromEntries(headers)).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
      });
      expect(headers.get("x-powered-by")).toBeNull();
    });
  });

  it("binds the browser to https for a year where the installation has it, and only there", async () => {
    const https = { ...world().app, url: "https://upphandling.exempelbo.invalid" };
    await serving(https, async (address) => {
      const { headers } = await fetch(`${address}/healthz`);
      expect(headers.get("strict-transport-security")).toBeNull();
      const page = await fetch(`${address}/set-up`);
      expect(page.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    });
    await serving(world().app, async (address) => {
      const page = await fetch(`${address}/set-up`);
      expect(page.headers.get("strict-transport-security")).toBeNull();
    });
  });
});

onBothDatabases("a fresh installation", (world) => {
  it("leads every page to its set-up until there is an account", async () => {
    await serving(world().app, async (address) => {
      const follow = async (path: string) => await fetch(address + path, { redirect: "manual" });
      for (const path of ["/", "/tenders", "/sign-in", "/users/new", "/set-up/else"]) {
        const response = await follow(path);
        expect([path, response.status, response.headers.get("location")]).toEqual([path, 302, "/set-up"]);
      }
      expect((await follow("/set-up")).status).toBe(200);
      expect((await follow("/healthz")).status).toBe(200);
      await makePerson(world(), { organisation: "buyer" });
      expect((await follow("/tenders")).status).toBe(200);
    });
  });
});

onBothDatabases("the address of who asks", (world) => {
  const seen = async (hops: number, forwarded: string) => {
    await makePerson(world(), { organisation: "buyer" });
    const addresses: string[] = [];
    await serving(
      world().app,
      async (address) => {
        const response = await fetch(address, { headers: { "x-forwarded-for": forwarded } });
        addresses.push(((await response.json()) as { address: string }).address);
      },
      hops,
    );
    return addresses[0];
  };

  it("is that of the connection when there is no proxy, whatever the request claims", async () => {
    expect(await seen(0, "203.0.113.1")).toBe("127.0.0.1");
  });

  it("is what the last of the trusted proxies saw, never what was put before it", async () => {
    expect(await seen(1, "203.0.113.66, 203.0.113.1")).toBe("203.0.113.1");
    expect(await seen(2, "203.0.113.66, 203.0.113.1, 10.0.0.1")).toBe("203.0.113.1");
  });
});

onBothDatabases("a request's cookie", (world) => {
  it("makes the person of its session, under the name that belongs to the address", async () => {
    const person = await makePerson(world(), { organisation: "buyer" });
    const { app } = world();
    const token = await app.database.write((trx) => startSession(app, trx, person.accountId, ""));
    const actor = async (url: string, cookie: string) => {
      const answers: unknown[] = [];
      await serving({ ...app, url }, async (address) => {
        const response = await fetch(address, { headers: { cookie } });
        answers.push(((await response.json()) as { actor: string | null }).actor);
      });
      return answers[0];
    };
    const https = "https://upphandling.exempelbo.invalid";
    expect(await actor(app.url, `lang=sv; sid=${token}`)).toBe(person.accountId);
    expect(await actor(https, `__Host-sid=${token}`)).toBe(person.accountId);
    // A sibling subdomain can plant `sid`, but not a name that begins with __Host-.
    expect(await actor(https, `sid=${token}`)).toBeNull();
    expect(await actor(app.url, "sid=")).toBeNull();
  });
});
