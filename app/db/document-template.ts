import { z } from "zod";
import type { Reading } from "#app/db/database.ts";
import type { Letterhead } from "#app/domain/document-template/letterhead.ts";

export interface StoredTemplate {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly createdUs: number;
}

const length = z.int().min(0).max(40_000);
const letterhead: z.ZodType<Letterhead> = z.strictObject({
  styles: z.string(),
  theme: z.string().nullable(),
  page: z.strictObject({
    width: length,
    height: length,
    top: length,
    right: length,
    bottom: length,
    left: length,
    header: length,
    footer: length,
  }),
  edges: z.array(
    z.strictObject({
      kind: z.enum(["header", "footer"]),
      on: z.enum(["default", "first"]),
      xml: z.string(),
      pictures: z.array(z.strictObject({ id: z.string(), type: z.string(), base64: z.string() })),
      links: z.array(z.strictObject({ id: z.string(), target: z.string() })),
    }),
  ),
});

/** The template of an organisation now; null when it has none. */
export async function currentTemplate(db: Reading, organisationId: string): Promise<StoredTemplate | null> {
  const row = await db
    .selectFrom("document_template")
    .select(["id", "name", "bytes", "sha256", "created_us"])
    .where("organisation_id", "=", organisationId)
    .where("removed_us", "is", null)
    .executeTakeFirst();
  return row ? { ...row, createdUs: row.created_us } : null;
}

/**
 * What documents of a tender take from its buyer's template: from the one that was in force at the instant, so that a
 * published document keeps its bytes whatever is uploaded later.
 */
export async function letterheadAt(
  db: Reading,
  tenderId: string,
  atUs: number,
): Promise<Letterhead | undefined> {
  const row = await db
    .selectFrom("document_template")
    .innerJoin("tender", "tender.organisation_id", "document_template.organisation_id")
    .select("letterhead")
    .where("tender.id", "=", tenderId)
    .where("document_template.created_us", "<=", atUs)
    .where((where) => where.or([where("removed_us", "is", null), where("removed_us", ">", atUs)]))
    .orderBy("document_template.created_us", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && letterhead.parse(JSON.parse(row.letterhead.toString("utf8")));
}
