import { redirect } from "react-router";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readDraftOutline } from "#app/services/tender/read-draft-outline.ts";

/** The draft opens at its settings; whoever may not read it is not told that it is there. */
export const loader = guarded("tender.draft.read", async ({ app, actor, params }) => {
  const tenderId = param(params, "tenderId");
  expectValue(await readDraftOutline(app, actor, tenderId));
  return redirect(`/tenders/${tenderId}/draft/settings`);
});
