import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { wordDownload } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { writeFollowUpReport } from "#app/services/contract/write-follow-up-report.ts";

/** The report of one month: `?month=2027-07`, `?lang=sv` or `en`. */
export const loader = guarded("contract.read", async ({ app, actor, params, request, language }) => {
  const search = new URL(request.url).searchParams;
  const chosen = z.enum(languages).catch(language).parse(search.get("lang"));
  const month = search.get("month") ?? "";
  const report = await writeFollowUpReport(app, actor, param(params, "tenderId"), month, chosen);
  return wordDownload(`follow-up.${month}.${chosen}.docx`, expectValue(report));
});
