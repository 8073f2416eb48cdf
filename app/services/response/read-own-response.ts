import { createHash } from "node:crypto";
import { readDraft } from "#app/db/response.ts";
import { lastSubmission } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type Completeness, completeness } from "#app/domain/response/completeness.ts";
import { contentBytes } from "#app/domain/response/content-bytes.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface OwnResponseView {
  readonly tender: PublishedTender;
  readonly stage: Stage;
  readonly mayEdit: boolean;
  readonly maySubmit: boolean;
  readonly deadlineUs: number;
  readonly nowUs: number;
  readonly draft: ResponseContent;
  /** Of the draft's exact bytes, hex: a submit names it. */
  readonly contentSha256: string;
  /** Time of each answer's last change, by requirement id. */
  readonly seenUs: Readonly<Record<string, number>>;
  readonly completeness: Completeness;
  /** The last submitted version; `changed` when the draft now says something else. */
  readonly submitted: {
    readonly version: number;
    readonly receivedUs: number;
    readonly withdrawnUs: number | null;
    readonly changed: boolean;
  } | null;
}

/** The vendor's own response as it stands; readable by its whole organisation, in every stage. */
export async function readOwnResponse(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<OwnResponseView>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, publication, deadlineUs, stage, may } = own.value;
  const tender = publication.content;
  const draft = await readDraft(db, tenderId, responseId);
  const last = await lastSubmission(db, responseId);
  const contentSha256 = createHash("sha256").update(contentBytes(tender, draft.content)).digest("hex");
  const nowUs = app.now();
  return success({
    tender,
    stage,
    mayEdit: may("response.edit"),
    maySubmit: may("response.submit"),
    deadlineUs,
    nowUs,
    draft: draft.content,
    contentSha256,
    seenUs: Object.fromEntries(Object.entries(draft.changes).map(([id, change]) => [id, change.atUs])),
    completeness: completeness(tender, draft.content),
    submitted:
      last === null
        ? null
        : {
            version: last.version,
            receivedUs: last.received_us,
            withdrawnUs: last.withdrawn_us,
            changed: last.content_sha256 !== contentSha256,
          },
  });
}
