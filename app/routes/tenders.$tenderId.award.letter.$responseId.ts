import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { wordDownload } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeAwardLetter } from "#app/services/award/write-award-letter.ts";

/** The letter to one bidder as a download; `?lang=sv` or `en` chooses its language. */
export const loader = guarded("award.read-letters", async ({ app, actor, params, request, language }) => {
  const chosen = z.enum(languages).catch(language).parse(new URL(request.url).searchParams.get("lang"));
  const response = param(params, "responseId");
  const letter = await writeAwardLetter(app, actor, param(params, "tenderId"), response, chosen);
  return wordDownload(`award-letter.${response.slice(0, 8)}.${chosen}.docx`, expectValue(letter));
});
