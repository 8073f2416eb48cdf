import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";

type ColumnMappingRow = Tables["column_mapping"];

/** The column mappings that an organisation keeps, the one saved last first. */
export const mappingsOf = async (db: Reading, organisationId: string): Promise<ColumnMappingRow[]> =>
  await db
    .selectFrom("column_mapping")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("saved_us", "desc")
    .orderBy("name")
    .execute();

/** Keeps a mapping; one of the same name of the organisation gives way. */
export async function keepMapping(trx: Writing, row: ColumnMappingRow): Promise<void> {
  await trx
    .deleteFrom("column_mapping")
    .where("organisation_id", "=", row.organisation_id)
    .where("name", "=", row.name)
    .execute();
  await trx.insertInto("column_mapping").values(row).execute();
}
