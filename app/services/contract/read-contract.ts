import { Temporal } from "temporal-polyfill";
import { readConclusion } from "#app/db/award.ts";
import type { Reading } from "#app/db/database.ts";
import { type Publication, readPublication } from "#app/db/publication.ts";
import { lastSubmissions } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { availabilityRequirementOf } from "#app/domain/availability/availability-requirement.ts";
import type { ConclusionRecord } from "#app/domain/award/decision-record.ts";
import { contractMonths } from "#app/domain/contract/contract-months.ts";
import { type ContractMonth, followUp } from "#app/domain/contract/follow-up.ts";
import type { HeldMonth } from "#app/domain/contract/held-month.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { heldMonths } from "#app/services/contract/contract-records.ts";

export interface FollowedContract {
  readonly publication: Publication;
  /** The folder of the contract's own records. */
  readonly folder: string;
  readonly conclusion: ConclusionRecord;
  readonly mayImport: boolean;
  /** Requirements that records can decide, in the tender's order. */
  readonly followed: readonly TenderRequirement[];
  /** Oldest first. */
  readonly months: readonly ContractMonth[];
}

/**
 * The contract held against its own records, month by month. Readable by the buyer's people of the contract and, once
 * concluded, by the vendor that it is with. Faults: `not_found`, `wrong_stage`.
 */
export async function readContract(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<FollowedContract>> {
  const db = app.database.read;
  const bought = actor.kind === "person" && actor.organisation.kind === "buyer";
  const access = await authoriseTender(
    app,
    db,
    actor,
    bought ? "contract.read" : "response.read-own",
    tenderId,
  );
  if (!access.ok) return access;
  const conclusion = (await readConclusion(db, tenderId))?.record;
  const publication = await readPublication(db, tenderId);
  if (conclusion === undefined || publication === null) return failure({ code: "not_found" });
  // A vendor reads of its own contract only; of another's it does not even learn that there is data.
  if (!bought && access.value.ownResponseId !== conclusion.response) return failure({ code: "not_found" });
  const folder = await folderOf(db, tenderId, access.value.organisationId);
  const bid = await bidOf(db, tenderId, conclusion.response);
  if (folder === null || bid === null) return failure({ code: "not_found" });
  const tender = publication.content;
  const followed = tender.requirements.filter(canBeFollowed);
  const held = await heldMonths(db, folder, tender.requirements, tender.timezone);
  const months = contractMonths(
    {
      startsOn: conclusion.starts_on,
      endsOn: conclusion.ends_on,
      today: localDay(app.now(), tender.timezone),
    },
    held.map(({ month }) => month),
  );
  return success({
    publication,
    folder,
    conclusion,
    mayImport: access.value.may("contract.records"),
    followed,
    months: followUp({ content: tender, bid }, withMissing(held, followed, months)),
  });
}

/** Whether call records or an incident log can decide it. */
const canBeFollowed = ({ id, measure }: TenderRequirement): boolean =>
  measure !== null &&
  (definitionOfMeasure(id, measure) !== null || availabilityRequirementOf(id, measure) !== null);

/** A month that nobody has brought records of is there all the same: as one without data. */
function withMissing(
  held: readonly HeldMonth[],
  followed: readonly TenderRequirement[],
  months: readonly string[],
): HeldMonth[] {
  const known = new Map(held.map((row) => [`${row.requirement} ${row.month}`, row]));
  return months.flatMap((month) =>
    followed.map(
      ({ id }) =>
        known.get(`${id} ${month}`) ?? {
          requirement: id,
          month,
          verdict: "no_data",
          value: null,
          shown: null,
          numerator: null,
          denominator: null,
          coverage: null,
          reason: "no_records",
        },
    ),
  );
}

async function folderOf(db: Reading, tenderId: string, organisationId: string): Promise<string | null> {
  const row = await db
    .selectFrom("response")
    .select("id")
    .where("tender_id", "=", tenderId)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function bidOf(db: Reading, tenderId: string, responseId: string): Promise<ResponseContent | null> {
  const won = (await lastSubmissions(db, tenderId)).find(({ response_id }) => response_id === responseId);
  return won === undefined ? null : (JSON.parse(won.content.toString("utf8")) as ResponseContent);
}

const localDay = (us: number, timezone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(us / 1000))
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .toString();
