import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Approval } from "#app/domain/account/approval.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { mayOpenFrom } from "#app/domain/opening/opening-time.ts";
import type { OpeningRecord, Part } from "#app/domain/opening/record.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { standingConfirmations } from "#app/services/opening/confirm-opening.ts";

export interface OpeningView {
  readonly caseNumber: string;
  readonly timezone: string;
  readonly nowUs: number;
  readonly deadlineUs: number;
  readonly mayOpenFromUs: number;
  /** The part that is next to be opened; null when nothing is, or not yet. */
  readonly next: Part | null;
  readonly isOpener: boolean;
  /** Whose confirmation of the next part counts now; with a second person it is opened. */
  readonly confirmedBy: readonly Pick<Approval, "accountId" | "name" | "atUs">[];
  readonly confirmedByMe: boolean;
  /** Opened parts with their records. Before the opening there is nothing: not even how many have responded. */
  readonly records: ReadonlyArray<{
    readonly part: Part;
    readonly sha256: string;
    readonly record: OpeningRecord;
  }>;
  /** What the actor has stated about ties to bidders; null when not asked or not stated. */
  readonly declaration: "none" | "conflict" | null;
  readonly mayDeclare: boolean;
  /** Whether the actor may read what was opened: a page of its own for each bid. */
  readonly mayRead: boolean;
}

/** All that the opening page shows, to those who take part in it. */
export async function readOpening(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<OpeningView>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "opening.prepare", tenderId);
  if (!access.ok) return access;
  const { stage, deadlineUs, tenderRoles, may } = access.value;
  const publication = await readPublication(db, tenderId);
  if (publication === null || deadlineUs === null || actor.kind !== "person")
    return failure({ code: "not_found" });
  const next =
    stage === "published" || stage === "closed" ? "quality" : stage === "quality-locked" ? "price" : null;
  const nowUs = app.now();
  const confirmedBy = next === null ? [] : await standingConfirmations(db, tenderId, next, nowUs);
  const rows = may("opening-record.read")
    ? await db
        .selectFrom("opening")
        .selectAll()
        .where("tender_id", "=", tenderId)
        .orderBy("opened_us")
        .execute()
    : [];
  const mayDeclare = may("conflict.declare");
  const declared = mayDeclare
    ? await db
        .selectFrom("conflict_declaration")
        .select("conflict")
        .where("tender_id", "=", tenderId)
        .where("account_id", "=", actor.accountId)
        .orderBy("at_us", "desc")
        .orderBy("conflict", "desc")
        .limit(1)
        .executeTakeFirst()
    : undefined;
  return success({
    caseNumber: publication.content.caseNumber,
    timezone: publication.content.timezone,
    nowUs,
    deadlineUs,
    mayOpenFromUs: mayOpenFrom(deadlineUs),
    next,
    isOpener: tenderRoles.includes("opener"),
    confirmedBy: confirmedBy.map(({ accountId, name, atUs }) => ({ accountId, name, atUs })),
    confirmedByMe: confirmedBy.some(({ accountId }) => accountId === actor.accountId),
    records: rows.map((row) => ({
      part: row.part,
      sha256: row.record_sha256,
      record: JSON.parse(row.record.toString("utf8")) as OpeningRecord,
    })),
    mayDeclare,
    mayRead: may("quality.read") && (!mayDeclare || declared?.conflict === 0),
    declaration: declared === undefined ? null : declared.conflict === 0 ? "none" : "conflict",
  });
}
