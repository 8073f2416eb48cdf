import { data } from "react-router";
import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { documentNames, writeDocument } from "#app/services/documents/write-document.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
};

/** A document of a tender as a download; `?lang=sv` or `en` chooses its language. */
export const loader = guarded("tender.read", async ({ app, actor, params, request, language }) => {
  const asked = z.enum(documentNames).safeParse(param(params, "name"));
  if (!asked.success) throw data(null, { status: 404 });
  const chosen = z.enum(languages).catch(language).parse(new URL(request.url).searchParams.get("lang"));
  const tenderId = param(params, "tenderId");
  const written = await writeDocument(app, actor, tenderId, asked.data, chosen);
  const file = scored(written, tenderId, request);
  const [base, extension = ""] = asked.data.split(".");
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": mediaTypes[extension] ?? "application/octet-stream",
      "Content-Disposition": `attachment; filename="${base}${extension === "json" ? "" : `.${chosen}`}.${extension}"`,
    },
  });
});
