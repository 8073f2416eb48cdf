import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { openDatabase } from "#app/db/open-database.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { unregisteredOcidPrefix } from "#app/domain/tender/ocid-prefix.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";
import type { Application, Clock } from "#app/services/application.ts";

export interface ApplicationSettings {
  readonly root: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly url: string;
  readonly demo: boolean;
  /** Without it that of nobody. */
  readonly ocidPrefix?: string;
}

/** Whole microseconds; the machine's clock has no finer steps that matter here. */
export const systemClock: Clock = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

export const readOwnCatalogue = (root: string) => readCatalogue(path.join(root, "requirements"));

/**
 * Opens everything that the use cases work with: folders, signing key, catalogue, database with its schema brought up
 * to date. Faults are those of the catalogue.
 */
export async function openApplication(
  settings: ApplicationSettings,
  now: Clock,
): Promise<Result<Application>> {
  const catalogue = await readOwnCatalogue(settings.root);
  return catalogue.ok ? success(await assembleApplication(catalogue.value, settings, now)) : catalogue;
}

/** The same around a catalogue that has been read already: tests open many applications and own the clock. */
export async function assembleApplication(
  catalogue: Catalogue,
  settings: ApplicationSettings,
  now: Clock,
): Promise<Application> {
  await mkdir(path.join(settings.dataDir, "blobs"), { recursive: true, mode: 0o700 });
  const database = await openDatabase(settings.databaseUrl);
  await database.migrate(now());
  return {
    database,
    catalogue,
    now,
    root: settings.root,
    dataDir: settings.dataDir,
    signing: await signingKey(settings.dataDir),
    release: await releaseName(settings.root),
    url: settings.url,
    demo: settings.demo,
    ocidPrefix: settings.ocidPrefix ?? unregisteredOcidPrefix,
  };
}

async function signingKey(dataDir: string): Promise<{ key: KeyObject; id: string }> {
  const file = path.join(dataDir, "signing-key.pem");
  let pem = await readFile(file, "utf8").catch(() => null);
  if (pem === null) {
    pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    await writeFile(file, pem, { mode: 0o600, flag: "wx", flush: true });
    await chmod(file, 0o600);
  }
  const key = createPrivateKey(pem);
  const published = createPublicKey(key).export({ type: "spki", format: "der" });
  return { key, id: createHash("sha256").update(published).digest("hex").slice(0, 16) };
}

async function releaseName(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return `skallbor ${version}`;
}
