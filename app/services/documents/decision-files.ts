import { readAward, readCancellation, readConclusion } from "#app/db/award.ts";
import type { Action } from "#app/domain/account/policy.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { renderAwardLetter } from "#app/services/award/write-award-letter.ts";
import { renderCancellationLetter } from "#app/services/award/write-cancellation-letter.ts";
import { type PlannedFile, written } from "#app/services/documents/exported-file.ts";

/**
 * What was decided, as far as the actor `may` read it: the exact bytes of each decision, and every letter. Letters are
 * named by response, since a bidder's name is no file name.
 */
export async function decisionFiles(
  app: Application,
  tenderId: string,
  may: (action: Action) => boolean,
  chosen: readonly Language[],
): Promise<readonly PlannedFile[]> {
  const { read } = app.database;
  const files: PlannedFile[] = [];
  const frozen = (name: string, bytes: Buffer | undefined) => {
    if (bytes) files.push({ name, write: () => bytes });
  };
  const letter = (name: string, render: () => Promise<Buffer | null>) =>
    files.push({ name, write: async () => written(await render()) });
  if (may("award.read-letters") || may("cancellation.read")) {
    const award = await readAward(read, tenderId);
    frozen("award-decision.json", award?.bytes);
    frozen("conclusion.json", (await readConclusion(read, tenderId))?.bytes);
    for (const language of chosen) {
      for (const { response } of award?.record.bids ?? []) {
        letter(`${language}/letters/award-letter.${response}.docx`, () =>
          renderAwardLetter(app, tenderId, response, language),
        );
      }
    }
  }
  if (may("cancellation.read")) {
    const cancelled = await readCancellation(read, tenderId);
    frozen("cancellation.json", cancelled?.bytes);
    for (const language of cancelled ? chosen : []) {
      letter(`${language}/letters/cancellation-letter.docx`, () =>
        renderCancellationLetter(app, tenderId, null, language),
      );
    }
  }
  return files;
}
