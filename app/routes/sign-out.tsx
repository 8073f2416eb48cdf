import { redirect } from "react-router";
import { expectValue, guarded } from "#app/server/guard.ts";
import { redirectWithSession, sessionToken } from "#app/server/session-request.ts";
import { signOut } from "#app/services/account/sign-out.ts";

export const loader = guarded("account.sign-in", async () => redirect("/"));

export const action = guarded("account.sign-in", async ({ app, actor, request }) => {
  expectValue(await signOut(app, actor, sessionToken(app, request)));
  return redirectWithSession(app, null, "/");
});
