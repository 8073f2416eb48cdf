import type { Reading } from "#app/db/database.ts";
import type { RecordKindId } from "#app/domain/records/record-contents.ts";

/** Files in the response now, other than the given, whose records of the kind have been taken over; newest first. */
export const filesWithKind = async (
  db: Reading,
  responseId: string,
  kind: RecordKindId,
  exceptFileId: string,
): Promise<{ readonly id: string; readonly name: string; readonly importId: string }[]> =>
  await db
    .selectFrom("record_import")
    .innerJoin("response_file", "response_file.id", "record_import.file_id")
    .select(["response_file.id", "response_file.name", "record_import.id as importId"])
    .where("record_import.response_id", "=", responseId)
    .where("record_import.kind", "=", kind)
    .where("response_file.removed_us", "is", null)
    .where("response_file.id", "!=", exceptFileId)
    .orderBy("record_import.created_us", "desc")
    .execute();
