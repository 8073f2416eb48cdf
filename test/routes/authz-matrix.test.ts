import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#app/db/database.ts";
import type { Actor, Person } from "#app/domain/account/actor.ts";
import { type Action, can } from "#app/domain/account/policy.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { type Canary, isSealedFor, makeCanary } from "./canary.ts";
import { databaseOf, everybody, type TenderNow, tenderNow } from "./people.ts";
import { type Route, routes } from "./route-list.ts";
import { type Answer, signInDemo, type Visitor, visitorOf } from "./visitor.ts";

const seconds = 420_000;
const dayUs = 86_400_000_000;

/** Either line opens these: a draft is shown to those who draft it, under the address of the later tender. */
const alternatives: Partial<Record<Action, Action>> = { "tender.read": "tender.draft.read" };

/** One person for each set of roles: twins see the same. */
function withoutTwins(people: readonly Person[], roles: ReadonlyMap<string, string>): Person[] {
  const seen = new Set<string>();
  return people.filter(({ accountId, roles: held, organisation: { kind, id } }) => {
    const key = [kind === "vendor" ? id : kind, ...held, roles.get(accountId) ?? ""].join();
    return !seen.has(key) && seen.add(key);
  });
}

describe("who may see and do what, over HTTP", () => {
  let server: WebServer;
  let database: Database;
  let canary: Canary;
  let people: readonly Person[] = [];
  let published = "";
  let aheadUs = 0;
  const tenders = new Map<Stage, string>();
  const nowUs = () => Date.now() * 1000 + aheadUs;

  beforeAll(async () => {
    server = await startWebServer("example");
    database = await databaseOf(server);
    for (const { id, stage } of await database.read.selectFrom("tender").selectAll().execute()) {
      tenders.set(stage, id);
    }
    published = tenders.get("published") ?? "";
    canary = await makeCanary(server, database, published);
    const granted = await database.read.selectFrom("tender_role").selectAll().execute();
    const roles = Map.groupBy(granted, ({ account_id }) => account_id);
    const words = new Map(
      [...roles].map(([id, rows]) => [
        id,
        rows
          .map(({ role }) => role)
          .sort()
          .join(),
      ]),
    );
    people = withoutTwins(await everybody(database), words);
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const visit = (actor: Actor): Promise<Visitor> =>
    actor.kind === "anonymous"
      ? Promise.resolve(visitorOf(server, "anonymous"))
      : actor.accountId === canary.accountId
        ? canary.signIn()
        : signInDemo(server, actor.accountId, actor.name);

  const isOwn = (actor: Actor) => actor.kind === "person" && actor.accountId === canary.accountId;

  const mayLook = (actor: Actor, { looking }: Route, now: TenderNow | null) =>
    looking.every((action) =>
      [action, alternatives[action] ?? action].some((line) => allowed(actor, line, now)),
    );

  const allowed = (actor: Actor, action: Action, now: TenderNow | null) =>
    can(
      actor,
      action,
      now?.resourceOf(actor) ?? { tenderRoles: [], sameOrganisation: true, own: true, revealed: false },
      now?.stage ?? null,
    );

  /** What a page is made of holds more than the page, and costs less to ask for: all that its loaders have read. */
  const dataOf = ({ path, shown }: Route, tender: string | null): string => {
    const address = canary.fillIn(path, tender);
    return shown && address !== "/" ? `${address}.data` : address;
  };

  /** Looks at every page, and sends an empty form to every page that takes one, as everybody. */
  async function walk(paths: readonly Route[], tender: string | null): Promise<string[]> {
    const wrong: string[] = [];
    const now = tender === null ? null : await tenderNow(database, tender, nowUs());
    const heard = (await tenderNow(database, published, nowUs())).stage;
    for (const actor of [{ kind: "anonymous" } as const, ...people]) {
      const visitor = await visit(actor);
      for (const route of paths) {
        const address = dataOf(route, tender);
        const judge = (method: string, { status, body }: Answer, may: boolean) => {
          const line = `${visitor.name} ${method} ${address} (${now?.stage ?? "-"}): ${status}`;
          if (status >= 500) wrong.push(line);
          if (status < 300 && !may) wrong.push(`${line} although the policy says no`);
          const sealed = isSealedFor(actor, canary, heard);
          if (sealed && canary.isIn(body)) wrong.push(`${line} shows a response`);
          if ((sealed || heard !== "evaluated") && !isOwn(actor) && canary.priceIsIn(body)) {
            wrong.push(`${line} shows a price`);
          }
        };
        judge("GET", await visitor.get(address), mayLook(actor, route, now));
        if (route.acting !== null && route.path !== "/sign-out") {
          judge("POST", await visitor.post(address), allowed(actor, route.acting, now));
        }
      }
    }
    return wrong;
  }

  const ofTender = routes.filter(({ path }) => path.includes("$tenderId"));
  const others = routes.filter(({ path }) => !path.includes("$tenderId"));

  it("holds for everything that belongs to no tender", { timeout: seconds }, async () => {
    expect(await walk(others, null)).toEqual([]);
  });

  it.each(["draft", "awarded", "published"] as const)(
    "holds while a tender is %s",
    { timeout: seconds },
    async (stage) => {
      expect(await walk(ofTender, tenders.get(stage) ?? "")).toEqual([]);
    },
  );

  it("holds after the deadline, before anybody has opened", { timeout: seconds }, async () => {
    await canary.submit();
    aheadUs += 40 * dayUs;
    await server.advance(40 * dayUs);
    expect(await walk(ofTender, published)).toEqual([]);
    expect(await walk(others, null)).toEqual([]);
  });

  it("writes nothing of a sealed response into its log", () => {
    expect(server.logged().length).toBeGreaterThan(10_000);
    expect(canary.isIn(server.logged())).toBe(false);
  });

  it.each(["opened", "quality-locked", "evaluated"] as const)(
    "holds when it is %s",
    { timeout: seconds },
    async (stage) => {
      await canary.bringTo(stage, signIn);
      expect((await tenderNow(database, published, nowUs())).stage).toBe(stage);
      expect(await walk(ofTender, published)).toEqual([]);
    },
  );

  const signIn = async (email: string): Promise<Visitor> => {
    const account = await database.read
      .selectFrom("account")
      .select(["id", "name"])
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    return await signInDemo(server, account.id, account.name);
  };

  it("answers alike for what does not exist and for what is somebody else's", {
    timeout: seconds,
  }, async () => {
    const unknown = "0".repeat(32);
    const draft = tenders.get("draft") ?? "";
    for (const email of ["asa.exempelsson@exempel.invalid", "robin.exempelek@exempel.invalid"]) {
      const visitor = await signIn(email);
      for (const route of ofTender) {
        const [there, nowhere] = [dataOf(route, draft), dataOf(route, unknown)];
        const [first, second] = [await visitor.get(there), await visitor.get(nowhere)];
        const told = ({ status, body }: Answer, id: string) => [status, bare(body.replaceAll(id, "ID"))];
        expect(first.status).toBeGreaterThanOrEqual(300);
        expect(told(first, draft)).toEqual(told(second, unknown));
      }
    }
  });
});

/** A page without what is made anew for each request. */
const bare = (body: string) =>
  body.replaceAll(/nonce="[^"]*"/g, "").replaceAll(/[0-9a-f]{16}(?![0-9a-f])/g, "REQUEST");
