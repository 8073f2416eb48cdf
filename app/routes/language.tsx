import { redirect } from "react-router";
import { z } from "zod";
import { languages } from "#app/domain/language.ts";
import { ownForm } from "#app/server/form.ts";
import { guarded } from "#app/server/guard.ts";
import { localPath } from "#app/server/local-path.ts";
import { languageCookie } from "#app/server/session-cookie.ts";

const choiceSchema = z.object({
  language: z.enum(languages).nullable().catch(null),
  to: z.string().catch("/"),
});

/** Remembers the language of this browser and goes back to where the reader was. */
export const action = guarded("catalogue.read", async ({ request }) => {
  const { language, to } = ownForm(choiceSchema, Object.fromEntries(await request.formData()));
  const headers = new Headers();
  if (language !== null) headers.set("Set-Cookie", languageCookie(language));
  return redirect(localPath(to), { headers });
});

/** The address itself shows nothing: a reload after a failed change ends here. */
export const loader = guarded("catalogue.read", async () => redirect("/"));
