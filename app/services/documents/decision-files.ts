import { readAward, readCancellation, readConclusion } from "#app/db/award.ts";
import type { Action } from "#app/domain/account/policy.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { renderAwardLetter } from "#app/services/award/write-award-letter.ts";
import { renderCancellationLetter } from "#app/services/award/write-cancellation-letter.ts";
import type { ExportedFile } from "#app/services/documents/exported-file.ts";

/**
 * What was decided, as far as the actor `may` read it: the exact bytes of each decision, and every letter. Letters are
 * named by response, since a bidder's name is no file name.
 */
export async function decisionFiles(
  app: Application,
  tenderId: string,
  may: (action: Action) => boolean,
  chosen: readonly Language[],
): Promise<readonly ExportedFile[]> {
  const { read } = app.database;
  const files: ExportedFile[] = [];
  const add = (name: string, content: Buffer | null | undefined) => {
    if (content) files.push({ name, content });
  };
  if (may("award.read-letters") || may("cancellation.read")) {
    const award = await readAward(read, tenderId);
    add("award-decision.json", award?.bytes);
    add("conclusion.json", (await readConclusion(read, tenderId))?.bytes);
    for (const language of chosen) {
      for (const { response } of award?.record.bids ?? []) {
        const letter = await renderAwardLetter(app, tenderId, response, language);
        add(`${language}/letters/award-letter.${response}.docx`, letter);
      }
    }
  }
  if (may("cancellation.read")) {
    const cancelled = await readCancellation(read, tenderId);
    add("cancellation.json", cancelled?.bytes);
    for (const language of cancelled ? chosen : []) {
      const letter = await renderCancellationLetter(app, tenderId, null, language);
      add(`${language}/letters/cancellation-letter.docx`, letter);
    }
  }
  return files;
}
