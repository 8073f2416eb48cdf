import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configCheck } from "#app/cli/config-check.ts";
import { migrate } from "#app/cli/migrate.ts";
import { user } from "#app/cli/user.ts";
import { openDatabase } from "#app/db/open-database.ts";

let dataDir = "";
const said: string[] = [];
const complained: string[] = [];
const io = {
  root: path.resolve(import.meta.dirname, "../.."),
  out: (text: string) => void said.push(text),
  err: (text: string) => void complained.push(text),
};

beforeEach(async () => {
  said.length = 0;
  complained.length = 0;
  dataDir = await mkdtemp(path.join(os.tmpdir(), "skallbor-test-"));
  vi.stubEnv("DATA_DIR", dataDir);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true, force: true });
});

describe("config check", () => {
  it("shows the settings of a start, without the database's password", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://skallbor:hemligt@db/skallbor");
    expect(await configCheck([], io)).toBe(0);
    expect(said.join("")).toContain(`dataDir: ${dataDir}`);
    expect(said.join("")).toContain("databaseUrl: postgres://skallbor:…@db/skallbor");
    expect(said.join("")).not.toContain("hemligt");
  });

  it("shows every fault, and is then 1", async () => {
    vi.stubEnv("PORT", "eighty");
    vi.stubEnv("APP_ULR", "https://upphandling.exempelbo.invalid");
    expect(await configCheck([], io)).toBe(1);
    expect(complained.join("")).toMatch(/APP_ULR[\s\S]*PORT/);
  });
});

describe("migrate", () => {
  it("applies what is missing, and nothing the second time", async () => {
    expect(await migrate([], io)).toBe(0);
    expect(said.join("")).toContain("applied 0001-foundation");
    said.length = 0;
    expect(await migrate([], io)).toBe(0);
    expect(said.join("")).toBe("up to date\n");
  });

  it("is 2 when the settings have faults", async () => {
    vi.stubEnv("PORT", "eighty");
    expect(await migrate([], io)).toBe(2);
  });
});

describe("user create", () => {
  const alva = ["create", "--email", "Alva@exempel.invalid", "--name", "Alva Exempel"];
  const first = [...alva, "--role", "org_admin", "--role", "auditor", "--organisation", "Exempelbo kommun"];

  it("makes the buyer and its first user, and prints a one-time password", async () => {
    expect(await user(first, io)).toBe(0);
    expect(said.join("")).toMatch(/: [0-9a-z]{4}(-[0-9a-z]{4}){3}\n$/);
    const database = await openDatabase(`sqlite:${path.join(dataDir, "skallbor.sqlite")}`);
    const accounts = await database.read
      .selectFrom("account")
      .innerJoin("organisation", "organisation.id", "account.organisation_id")
      .select(["account.email", "organisation.name", "organisation.kind"])
      .execute();
    expect(accounts).toEqual([{ email: "alva@exempel.invalid", name: "Exempelbo kommun", kind: "buyer" }]);
    const entries = await database.read.selectFrom("log").select(["actor", "kind"]).execute();
    expect(entries).toEqual([{ actor: "terminal", kind: "account.create" }]);
    await database.close();
  });

  it("adds the next user to the same buyer, and refuses an address twice", async () => {
    await user(first, io);
    expect(await user(["create", "--email", "bo@exempel.invalid", "--name", "Bo"], io)).toBe(0);
    expect(await user(first, io)).toBe(1);
    expect(complained.join("")).toContain("email_taken");
  });

  it("says that the first user needs the buyer's name", async () => {
    expect(await user(alva, io)).toBe(1);
    expect(complained.join("")).toContain("organisation_missing");
  });

  it.each([
    [[]],
    [["remove"]],
    [["create", "--email", "alva", "--name", "Alva"]],
    [["create", "--email", "alva@exempel.invalid"]],
    [[...alva, "--role", "vendor_admin"]],
    [[...alva, "--colour", "blue"]],
  ])("shows its usage for %j", async (args) => {
    expect(await user(args, io)).toBe(2);
    expect(complained.join("")).toMatch(/^usage: /);
  });
});
