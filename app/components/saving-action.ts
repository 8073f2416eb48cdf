import { data, isRouteErrorResponse } from "react-router";
import type { Fault } from "#app/domain/fault.ts";

/** What a page that saves by itself is told when its server is down, or is not to be reached. */
const unreachable: Fault = { code: "server_unreachable" };

/** What it is told when nobody is signed in any more: the session has ended, or ended in another tab. */
const signedOut: Fault = { code: "signed_out" };

/** What it is told when somebody else has changed what it shows; the page is then read anew. */
export const changedMeanwhile: Fault = { code: "changed_meanwhile" };

const gateway = new Set([502, 503, 504]);

/** Whether the same will be taken once the server is there again, or somebody has signed in. */
export const isPassing = ({ code }: Fault): boolean => code === unreachable.code || code === signedOut.code;

/** The `clientAction` of a page that saves by itself: whatever comes in between, the page stays with what has been typed. */
export async function savingAction<T>({ serverAction }: { readonly serverAction: () => Promise<T> }) {
  try {
    const answer = await serverAction();
    // After an answer of no refusal the page is read anew, with what the others have changed.
    return isConflict(answer) ? data({ faults: [changedMeanwhile] }, { status: 200 }) : answer;
  } catch (error) {
    if (error instanceof TypeError || (isRouteErrorResponse(error) && gateway.has(error.status))) {
      return data({ faults: [unreachable] }, { status: 503 });
    }
    if (error instanceof Response && error.headers.get("Location")?.startsWith("/sign-in")) {
      return data({ faults: [signedOut] }, { status: 401 });
    }
    throw error;
  }
}

const isConflict = (answer: unknown): boolean =>
  (answer as { readonly faults?: readonly Fault[] } | undefined)?.faults?.[0]?.code === "version_conflict";
