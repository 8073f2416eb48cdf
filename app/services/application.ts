import type { KeyObject } from "node:crypto";
import type { Database, Writing } from "#app/db/database.ts";
import { recordEvent } from "#app/db/log.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { LogFacts, LogKind } from "#app/domain/log/entry.ts";

/** Microseconds since 1970 UTC, whole. Tests own it. */
export type Clock = () => number;

/** What every use case works with: made once at start, handed down, never imported as a global. */
export interface Application {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly now: Clock;
  /** Folder of the project itself: worker and child programs start from its sources. */
  readonly root: string;
  /** Folder that holds database, blobs and keys. */
  readonly dataDir: string;
  /** Ed25519 key that signs receipts, and its public id. */
  readonly signing: { readonly key: KeyObject; readonly id: string };
  /** Names the running release in log entries and receipts. */
  readonly release: string;
  /** Public address; links are made with it and never with a request's Host header. */
  readonly url: string;
  /** The example data with sign-in by one click; never on in a real installation. */
  readonly demo: boolean;
  /** Begins the ids of everything that is published as open data (OCDS). */
  readonly ocidPrefix: string;
}

export const actorId = (actor: Actor): string => (actor.kind === "person" ? actor.accountId : "anonymous");

/** Writes a log entry of the running release at the application's time. */
export const log = (
  app: Application,
  trx: Writing,
  actor: Actor,
  kind: LogKind,
  tender: string | null,
  facts: LogFacts,
) => recordEvent(trx, app.release, { atUs: app.now(), actor: actorId(actor), kind, tender, facts });
