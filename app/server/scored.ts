import { redirect } from "react-router";
import type { Result } from "#app/domain/fault.ts";
import { expectValue } from "#app/server/guard.ts";
import { pageAddress } from "#app/server/page-address.ts";

/**
 * The value for those who evaluate; someone who has not yet declared whether they have a conflict of interest is sent
 * to do that first, and comes back.
 */
export function scored<T>(result: Result<T>, tenderId: string, request: Request): T {
  if (!result.ok && result.faults[0]?.code === "declaration_needed") {
    const { path, search } = pageAddress(request);
    throw redirect(`/tenders/${tenderId}/opening?to=${encodeURIComponent(path + search)}#declaration`);
  }
  return expectValue(result);
}
