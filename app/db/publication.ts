import { createHash } from "node:crypto";
import type { Reading } from "#app/db/database.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";

export interface Publication {
  readonly content: PublishedTender;
  /** Hex, over the exact stored bytes; checked at every reading. */
  readonly contentSha256: string;
  readonly modelSha256: string;
  readonly publishedUs: number;
}

/** The frozen content of a tender, or null before publication. Bytes that do not give their own hash are a broken database and throw. */
export async function readPublication(db: Reading, tenderId: string): Promise<Publication | null> {
  const row = await db
    .selectFrom("publication")
    .select(["content", "content_sha256", "model_sha256", "published_us"])
    .where("tender_id", "=", tenderId)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (createHash("sha256").update(row.content).digest("hex") !== row.content_sha256) {
    throw new Error(`the published content of tender ${tenderId} does not give its hash`);
  }
  return {
    content: JSON.parse(row.content.toString("utf8")) as PublishedTender,
    contentSha256: row.content_sha256,
    modelSha256: row.model_sha256,
    publishedUs: row.published_us,
  };
}
