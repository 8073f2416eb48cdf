import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { wordDownload } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeOwnLetter } from "#app/services/award/write-own-letter.ts";

/** The vendor's own letter as a download; `?lang=sv` or `en` chooses its language. */
export const loader = guarded("outcome.read-own", async ({ app, actor, params, request, language }) => {
  const chosen = z.enum(languages).catch(language).parse(new URL(request.url).searchParams.get("lang"));
  const letter = await writeOwnLetter(app, actor, param(params, "tenderId"), chosen);
  return wordDownload(`decision.${chosen}.docx`, expectValue(letter));
});
