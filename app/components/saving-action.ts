import { data, isRouteErrorResponse } from "react-router";
import type { Fault } from "#app/domain/fault.ts";

/** What a page that saves by itself is told when its server is down, or is not to be reached. */
export const unreachable: Fault = { code: "server_unreachable" };

const gateway = new Set([502, 503, 504]);

/** The `clientAction` of a page that saves by itself: without a server, the page stays with what has been typed. */
export async function savingAction<T>({ serverAction }: { readonly serverAction: () => Promise<T> }) {
  try {
    return await serverAction();
  } catch (error) {
    const noServer = error instanceof TypeError || (isRouteErrorResponse(error) && gateway.has(error.status));
    if (!noServer) throw error;
    return data({ faults: [unreachable] }, { status: 503 });
  }
}
