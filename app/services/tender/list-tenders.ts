import { sql } from "kysely";
import { z } from "zod";
import { type Actor, type TenderRole, tenderRoles } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { type NextStep, nextStep } from "#app/domain/tender/next-step.ts";
import { type Stage, stageAt } from "#app/domain/tender/stage.ts";
import { type Application, actorId } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

interface TenderRow {
  readonly tenderId: string;
  readonly title: Text;
  readonly caseNumber: string;
  readonly buyer: string;
  readonly stage: Stage;
  readonly deadlineUs: number | null;
  readonly timezone: string;
  readonly roles: readonly TenderRole[];
  /** What the tender waits for from the actor. */
  readonly next: NextStep;
}

export interface TenderList {
  /** What waits for the actor, the nearest deadline first. */
  readonly waiting: readonly TenderRow[];
  readonly others: readonly TenderRow[];
  readonly nowUs: number;
  readonly mayCreate: boolean;
}

/** The part of a tender's content that a row shows. */
const head = z.object({
  title: z.object({ sv: z.string(), en: z.string() }),
  caseNumber: z.string(),
  timezone: z.string(),
  deadline: z.string().nullable(),
  buyer: z.object({ name: z.string() }),
});

/** Every published tender, and the drafts that the actor has a role in. */
export async function listTenders(app: Application, actor: Actor): Promise<Result<TenderList>> {
  const allowed = authorise(actor, "tender.list");
  if (!allowed.ok) return allowed;
  const isVendor = actor.kind === "person" && actor.organisation.kind === "vendor";
  const roles = await ownRoles(app, actor);
  const rows = await app.database.read
    .selectFrom("tender")
    .leftJoin("publication", "publication.tender_id", "tender.id")
    .leftJoin("tender_draft", "tender_draft.tender_id", "tender.id")
    .select([
      "tender.id",
      "tender.stage",
      "tender.deadline_us",
      "publication.content as published",
      // A draft is only read where nothing is published: its text may be long.
      sql<string | null>`case when publication.content is null then tender_draft.content end`.as("draft"),
    ])
    .orderBy("tender.created_us", "desc")
    .execute();
  const nowUs = app.now();
  const list = rows.flatMap((row): TenderRow[] => {
    const held = roles.get(row.id) ?? [];
    const content = row.published?.toString("utf8") ?? row.draft;
    if (content === null || (row.stage === "draft" && !held.some(isDraftRole))) return [];
    const { title, caseNumber, timezone, deadline, buyer } = head.parse(JSON.parse(content));
    const stage = stageAt(row.stage, row.deadline_us, nowUs);
    return [
      {
        tenderId: row.id,
        title,
        caseNumber,
        timezone,
        buyer: buyer.name,
        stage,
        // Before publication the deadline is what the draft proposes.
        deadlineUs: row.deadline_us ?? (deadline === null ? null : microsecondsOf(deadline)),
        roles: held,
        next: nextStep(stage, held, isVendor),
      },
    ];
  });
  const due = ({ deadlineUs }: TenderRow) => deadlineUs ?? Number.MAX_SAFE_INTEGER;
  return success({
    waiting: list.filter(({ next }) => next !== null).sort((a, b) => due(a) - due(b)),
    others: list.filter(({ next }) => next === null),
    nowUs,
    mayCreate: authorise(actor, "tender.create").ok,
  });
}

const isDraftRole = (role: TenderRole): boolean =>
  role === "owner" || role === "drafter" || role === "approver";

async function ownRoles(app: Application, actor: Actor): Promise<ReadonlyMap<string, readonly TenderRole[]>> {
  if (actor.kind !== "person" || actor.organisation.kind === "vendor") return new Map();
  const rows = await app.database.read
    .selectFrom("tender_role")
    .select(["tender_id", "role"])
    .where("account_id", "=", actorId(actor))
    .execute();
  const byTender = Map.groupBy(rows, (row) => row.tender_id);
  return new Map(
    [...byTender].map(([tender, held]) => [
      tender,
      tenderRoles.filter((role) => held.some((row) => row.role === role)),
    ]),
  );
}
