import type { Person } from "#app/domain/account/actor.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import type { Application } from "#app/services/application.ts";
import { accepted } from "#app/services/example/accepted.ts";
import { type Colleague, colleagues } from "#app/services/example/people.ts";
import { exampleZone, pass, type SettableClock } from "#app/services/example/settable-clock.ts";
import { approvePublication } from "#app/services/tender/approve-publication.ts";
import { assignRoles } from "#app/services/tender/assign-roles.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { previewPublication } from "#app/services/tender/preview-publication.ts";

export type Buyer = Readonly<Record<Colleague, Person>>;

export interface DraftSteps {
  readonly profile: string;
  /** Each list is one change of the draft, made by turns by the owner and the drafter. */
  readonly edits: readonly (readonly DraftEdit[])[];
}

/** A draft from a profile, with everybody's role in it, edited by two people. */
export async function makeDraft(
  app: Application,
  clock: SettableClock,
  buyer: Buyer,
  { profile, edits }: DraftSteps,
): Promise<string> {
  const { owner, drafter } = buyer;
  const { tenderId } = accepted(await createTender(app, owner, { from: "profile", profile }));
  for (const [colleague, { tenderRoles }] of Object.entries(colleagues)) {
    const { accountId } = buyer[colleague as Colleague];
    if (tenderRoles.length === 0 || accountId === owner.accountId) continue;
    pass(clock, 20);
    accepted(await assignRoles(app, owner, tenderId, accountId, tenderRoles));
  }
  let version = 1;
  for (const [turn, change] of edits.entries()) {
    pass(clock, 25 * 60);
    const author = turn % 2 === 0 ? owner : drafter;
    version = accepted(await editTenderDraft(app, author, tenderId, version, change)).version;
  }
  return tenderId;
}

/** The deadline, and a contract that starts on a day. Both are local times of the example's calendar. */
export const dateEdits = (deadline: string, contractStart: string): readonly DraftEdit[] => [
  { type: "set-deadline", local: deadline, timezone: exampleZone },
  {
    type: "set-provisions",
    provisions: {
      ...initialProvisions,
      contractStart: contractStart.slice(0, 10),
      optionMonths: 24,
      remarks: {
        sv: "Kommunen, personerna och siffrorna är påhittade.",
        en: "The municipality, the people and the figures are invented.",
      },
    },
  },
];

/** The owner asks for publication, the approver reads the same content and publishes it. */
export async function publish(
  app: Application,
  clock: SettableClock,
  { owner, approver }: Buyer,
  tenderId: string,
): Promise<void> {
  for (const person of [owner, approver]) {
    pass(clock, 40 * 60);
    const { contentSha256, findings } = accepted(await previewPublication(app, person, tenderId));
    if (contentSha256 === null)
      throw new Error(`the example may not be published: ${JSON.stringify(findings)}`);
    accepted(await approvePublication(app, person, tenderId, contentSha256));
  }
}
