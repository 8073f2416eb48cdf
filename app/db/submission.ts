import type { Reading } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";

/** A submitted version and when it was taken back, null when it was not. */
type Submission = Tables["submission"] & { readonly withdrawn_us: number | null };

const submissions = (db: Reading) =>
  db
    .selectFrom("submission")
    .leftJoin("withdrawal", "withdrawal.submission_id", "submission.id")
    .selectAll("submission")
    .select("withdrawal.at_us as withdrawn_us");

/** One version of a response; null when there is none. */
export async function readSubmission(
  db: Reading,
  responseId: string,
  version: number,
): Promise<Submission | null> {
  const row = await submissions(db)
    .where("response_id", "=", responseId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ?? null;
}

/** The last version of a response, withdrawn or not; null when nothing has been submitted. */
export async function lastSubmission(db: Reading, responseId: string): Promise<Submission | null> {
  const row = await submissions(db)
    .where("response_id", "=", responseId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The last version of every response to a tender: what an opening opens. Never call it for anybody before the opening. */
export async function lastSubmissions(
  db: Reading,
  tenderId: string,
): Promise<
  ReadonlyArray<
    Submission & { organisation_id: string; organisation_name: string; organisation_number: string }
  >
> {
  return await submissions(db)
    .innerJoin("response", "response.id", "submission.response_id")
    .innerJoin("organisation", "organisation.id", "response.organisation_id")
    .select([
      "organisation.id as organisation_id",
      "organisation.name as organisation_name",
      "organisation.organisation_number",
    ])
    .where("response.tender_id", "=", tenderId)
    .where("submission.version", "=", (eb) =>
      eb
        .selectFrom("submission as other")
        .select((other) => other.fn.max("other.version").as("last"))
        .whereRef("other.response_id", "=", "submission.response_id"),
    )
    .orderBy("submission.received_us")
    .orderBy("submission.response_id")
    .execute();
}
