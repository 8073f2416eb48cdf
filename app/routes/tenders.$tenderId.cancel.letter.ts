import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { wordDownload } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeCancellationLetter } from "#app/services/award/write-cancellation-letter.ts";

/** The notice of cancellation as a download: to one bidder (`?to=`) or, without it, to all. */
export const loader = guarded("cancellation.read", async ({ app, actor, params, request, language }) => {
  const { searchParams } = new URL(request.url);
  const chosen = z.enum(languages).catch(language).parse(searchParams.get("lang"));
  const tenderId = param(params, "tenderId");
  const letter = await writeCancellationLetter(app, actor, tenderId, searchParams.get("to"), chosen);
  return wordDownload(`cancellation-letter.${chosen}.docx`, expectValue(letter));
});
