import { redirect } from "react-router";
import { z } from "zod";
import { readForm } from "#app/server/form.ts";
import { expectValue, guarded } from "#app/server/guard.ts";
import { localPath } from "#app/server/local-path.ts";
import { clientOf, redirectWithSession } from "#app/server/session-request.ts";
import { signInDemoPerson } from "#app/services/account/sign-in-demo-person.ts";

const chosen = z.object({ person: z.string().default(""), to: z.string().default("/") });

export const loader = guarded("account.sign-in", async () => redirect("/sign-in"));

/** Signs in as one of the example's people with one click; there is no such page where the demo is off. */
export const action = guarded("account.sign-in", async ({ app, actor, request, context }) => {
  const { person, to } = expectValue((await readForm(request, chosen)).result);
  const token = expectValue(await signInDemoPerson(app, actor, person, clientOf(context)));
  return redirectWithSession(app, token, localPath(to));
});
