import { redirect } from "react-router";
import { guarded, param } from "#app/server/guard.ts";

/** The draft opens at its settings. */
export const loader = guarded("tender.draft.read", async ({ params }) =>
  redirect(`/tenders/${param(params, "tenderId")}/draft/settings`),
);
