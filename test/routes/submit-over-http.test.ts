import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#app/db/database.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type KillableServer, killableServer } from "./killable-server.ts";
import { databaseOf, everybody } from "./people.ts";
import { signInDemo, type Visitor } from "./visitor.ts";

const longMs = 180_000;
const secondUs = 1_000_000;

describe("handing in a response, over HTTP", () => {
  let server: KillableServer;
  let database: Database;
  let submitter: Person;
  let response = "";
  let page = "";
  let deadlineUs = 0;

  beforeEach(async () => {
    server = await killableServer();
    await server.start();
    database = await databaseOf(server);
    // The one that a vendor of the example has only begun.
    const begun = await database.read
      .selectFrom("response")
      .innerJoin("tender", "tender.id", "response.tender_id")
      .select(["tender.id as tender", "deadline_us", "response.id", "response.organisation_id as vendor"])
      .where("stage", "=", "published")
      .where("response.id", "not in", (from) => from.selectFrom("submission").select("response_id"))
      .executeTakeFirstOrThrow();
    const found = (await everybody(database)).find(
      ({ organisation, roles }) => organisation.id === begun.vendor && roles.includes("vendor_submitter"),
    );
    if (found === undefined || begun.deadline_us === null) throw new Error("the example has changed");
    submitter = found;
    response = begun.id;
    deadlineUs = begun.deadline_us;
    page = `/tenders/${begun.tender}/respond/submit`;
  }, longMs);
  afterEach(async () => {
    await database.close();
    await server.stop();
  });

  const signIn = () => signInDemo(server, submitter.accountId, submitter.name);

  /** What the page sends when its button is pressed. */
  async function formOf(visitor: Visitor): Promise<Record<string, string>> {
    const { body } = await visitor.get(page);
    const hidden = body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
    const form = Object.fromEntries([...hidden].map(([, name = "", value = ""]) => [name, value]));
    expect(form).toMatchObject({ intent: "submit", expectedVersion: "0" });
    return form;
  }

  const versions = async () =>
    (
      await database.read
        .selectFrom("submission")
        .select("version")
        .where("response_id", "=", response)
        .execute()
    ).map(({ version }) => version);

  const logged = async (kind: string) =>
    (await database.read.selectFrom("log").select("body").where("kind", "=", kind).execute())
      .map(({ body }) => JSON.parse(body.toString("utf8")).facts)
      .filter((facts) => facts.response === response);

  it("takes one of two submits of the same moment and tells the other that something has changed", {
    timeout: longMs,
  }, async () => {
    const visitor = await signIn();
    const form = await formOf(visitor);
    const other = { ...form, idempotencyKey: "0".repeat(32) };
    const answers = await Promise.all([visitor.post(page, form), visitor.post(page, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    expect(await versions()).toEqual([1]);
    expect(await logged("response.submit")).toHaveLength(1);
  });

  it("takes a form that is sent twice at once for one submit", { timeout: longMs }, async () => {
    const visitor = await signIn();
    const form = await formOf(visitor);
    const answers = await Promise.all([visitor.post(page, form), visitor.post(page, form)]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(await versions()).toEqual([1]);
  });

  it("refuses what comes a second late, and keeps the attempt with both times", {
    timeout: longMs,
  }, async () => {
    const form = await formOf(await signIn());
    await server.advance(deadlineUs + secondUs - Date.now() * 1000);
    const { status, body } = await (await signIn()).post(page, form);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toContain("För sent");
    expect(await versions()).toEqual([]);
    const [attempt, ...more] = await logged("response.late_attempt");
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({ deadline_us: deadlineUs, code: "response_late" });
    expect(attempt.received_us - deadlineUs).toBeGreaterThanOrEqual(secondUs);
    expect(attempt.received_us - deadlineUs).toBeLessThan(60 * secondUs);
  });

  it.each([4, 12, 25])(
    "gives one version and its receipt when the server is killed %i ms into the submit and the form is sent again",
    { timeout: longMs },
    async (afterMs) => {
      const visitor = await signIn();
      const form = await formOf(visitor);
      const first = visitor.post(page, form).catch(() => null);
      await wait(afterMs);
      await server.kill();
      const answered = await first;
      const before = await versions();
      // An answer that had come is a promise; without one, all or nothing is stored.
      expect(before).toEqual(answered === null && before.length === 0 ? [] : [1]);
      await server.start();
      const again = await visitor.post(page, form);
      expect(again.status).toBe(302);
      expect(await versions()).toEqual([1]);
      expect(await logged("response.submit")).toHaveLength(1);
    },
  );

  it("raises the alarm at a start when a stored file is lost", { timeout: longMs }, async () => {
    const blobs = join(server.dataDir, "blobs");
    const [lost = ""] = await readdir(blobs);
    const { id } = await database.read
      .selectFrom("response_file")
      .select("id")
      .where("blob", "=", lost)
      .executeTakeFirstOrThrow();
    await server.kill();
    await rm(join(blobs, lost));
    await server.start();
    expect(server.logged()).toContain(`"alarm":"files_without_blob","files":["${id}"]`);
  });
});
