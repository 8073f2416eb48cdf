import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "#app/server/configuration.ts";

const read = (environment: NodeJS.ProcessEnv) => readConfiguration(environment, "/srv/skallbor");
const faultyFields = (environment: NodeJS.ProcessEnv) => {
  const result = read(environment);
  return result.ok ? [] : result.faults.map(({ code, place }) => `${code} ${place?.field}`).sort();
};

describe("the settings", () => {
  it("need nothing: a database file under the project, on this machine only, no proxy trusted", () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: "127.0.0.1",
        dataDir: "/srv/skallbor/data",
        databaseUrl: "sqlite:/srv/skallbor/data/skallbor.sqlite",
        url: "http://127.0.0.1:3000",
        trustProxyHops: 0,
        logLevel: "info",
        ocidPrefix: "ocds-000000",
      },
    });
  });

  it("are taken from the environment, and other programs' names are none of ours", () => {
    const result = read({
      PORT: "8080",
      HOST: "0.0.0.0",
      DATA_DIR: "/var/lib/skallbor",
      DATABASE_URL: "postgres://db/skallbor",
      APP_URL: "https://upphandling.exempelbo.invalid",
      TRUST_PROXY_HOPS: "1",
      LOG_LEVEL: "warn",
      OCID_PREFIX: "ocds-a1b2c3",
      PATH: "/usr/bin",
    });
    expect(result).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: "0.0.0.0",
        dataDir: "/var/lib/skallbor",
        databaseUrl: "postgres://db/skallbor",
        url: "https://upphandling.exempelbo.invalid",
        trustProxyHops: 1,
        logLevel: "warn",
        ocidPrefix: "ocds-a1b2c3",
      },
    });
  });

  it("are refused with all their faults at once", () => {
    expect(
      faultyFields({
        PORT: "eighty",
        DATABASE_URL: "mysql://db",
        APP_URL: "ftp://upphandling.exempelbo.invalid",
        TRUST_PROXY_HOPS: "true",
        LOG_LEVEL: "loud",
        APP_ULR: "https://upphandling.exempelbo.invalid",
      }),
    ).toEqual([
      "setting_invalid APP_URL",
      "setting_invalid DATABASE_URL",
      "setting_invalid LOG_LEVEL",
      "setting_invalid PORT",
      "setting_invalid TRUST_PROXY_HOPS",
      "setting_unknown APP_ULR",
    ]);
  });

  it.each([
    ["OCID_PREFIX", "ocds-ABC"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PORT", ""],
    ["HOST", ""],
    ["TRUST_PROXY_HOPS", "-1"],
    ["TRUST_PROXY_HOPS", "11"],
    ["TRUST_PROXY_HOPS", ""],
    ["APP_URL", "upphandling.exempelbo.invalid"],
    ["APP_URL", "https://upphandling.exempelbo.invalid/skallbor"],
    ["DATABASE_URL", "sqlite:"],
    ["DATABASE_URL_FILE", "/no/such/file"],
    ["DATABASE_URL_FILE", ""],
  ])("do not take %s=%j", (name, value) => {
    expect(faultyFields({ [name]: value })).toEqual([`setting_invalid ${name}`]);
  });

  it("take the database's address, which holds a password, from a file", () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), "skallbor-test-")), "database-url");
    writeFileSync(file, "postgres://skallbor:hemligt@db/skallbor\n");
    const result = read({ DATABASE_URL_FILE: file });
    expect(result.ok && result.value.databaseUrl).toBe("postgres://skallbor:hemligt@db/skallbor");
    expect(faultyFields({ DATABASE_URL_FILE: file, DATABASE_URL: "sqlite:x" })).toEqual([
      "setting_invalid DATABASE_URL_FILE",
    ]);
    rmSync(path.dirname(file), { recursive: true });
  });

  it("take the public address with or without a slash behind it", () => {
    const result = read({ APP_URL: "https://upphandling.exempelbo.invalid/" });
    expect(result.ok && result.value.url).toBe("https://upphandling.exempelbo.invalid");
  });
});
