import { redirect } from "react-router";
import { languages } from "#app/domain/language.ts";
import { guarded } from "#app/server/guard.ts";
import { languageCookie } from "#app/server/session-cookie.ts";

/** Remembers the language of this browser and goes back to where the reader was. */
export const action = guarded("catalogue.read", async ({ request }) => {
  const form = await request.formData();
  const language = languages.find((known) => known === form.get("language"));
  const headers = language === undefined ? undefined : { "Set-Cookie": languageCookie(language) };
  return redirect(ownPath(form.get("to")), headers === undefined ? {} : { headers });
});

export const loader = guarded("catalogue.read", async () => redirect("/"));

/** Only a path of our own: `//elsewhere` and `/\elsewhere` would lead away from here. */
function ownPath(to: unknown): string {
  return typeof to === "string" && /^\/(?![/\\])/.test(to) ? to : "/";
}
