import { data } from "react-router";
import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { tenderDocuments, writeTenderDocument } from "#app/services/tender/write-tender-document.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
};

/** A document of a tender as a download; `?lang=sv` or `en` chooses its language. */
export const loader = guarded("tender.read", async ({ app, actor, params, request, language }) => {
  const asked = z.enum(tenderDocuments).safeParse(param(params, "name"));
  if (!asked.success) throw data(null, { status: 404 });
  const chosen = z.enum(languages).catch(language).parse(new URL(request.url).searchParams.get("lang"));
  const file = await writeTenderDocument(app, actor, param(params, "tenderId"), asked.data, chosen);
  const [base, extension = ""] = asked.data.split(".");
  return new Response(new Uint8Array(expectValue(file)), {
    headers: {
      "Content-Type": mediaTypes[extension] ?? "application/octet-stream",
      "Content-Disposition": `attachment; filename="${base}.${chosen}.${extension}"`,
    },
  });
});
