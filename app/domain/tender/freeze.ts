import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/tender/canonical-json.ts";
import { evaluationModelOf } from "#app/domain/tender/evaluation-model.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";

/** Exact bytes with their SHA-256 in hex: what is stored, served and pointed to by receipts. */
interface Frozen {
  readonly bytes: Buffer;
  readonly sha256: string;
}

export interface FrozenTender {
  readonly content: Frozen;
  /** `model.json`: everything that decides how bids are ranked (see `evaluationModelOf`). */
  readonly model: Frozen;
}

/** The tender as exact bytes. The same tender always gives the same bytes. */
export function freeze(tender: PublishedTender): FrozenTender {
  return { content: frozen(tender), model: frozen(evaluationModelOf(tender)) };
}

function frozen(value: object): Frozen {
  const bytes = Buffer.from(canonicalJson(value as Parameters<typeof canonicalJson>[0]));
  return { bytes, sha256: sha256(bytes) };
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
