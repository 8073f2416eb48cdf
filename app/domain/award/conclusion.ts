import { Temporal } from "temporal-polyfill";
import type { SignFrom } from "#app/domain/award/court-review.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";

/** Reasons are told to bidders and kept for courts: a word is no reason. */
export const shortestReason = 20;

export interface Signing {
  readonly signedOn: string;
  readonly startsOn: string;
  /** Why it was signed before the standstill was over; empty when it was not. */
  readonly exception: string;
  /** The signers know of no application for court review. */
  readonly noReview: boolean;
}

/**
 * Whether a contract may be entered as signed. Faults, each with its field: `date_malformed`, `signed_in_future`,
 * `signed_before_award`, `standstill_runs` without a reason why it need not be waited for, `reason_short`,
 * `review_not_stated`; and `review_pending` alone while a court is reviewing.
 */
export function checkSigning(
  signing: Signing,
  {
    today,
    awardedOn,
    signFrom,
  }: { readonly today: string; readonly awardedOn: string; readonly signFrom: SignFrom },
): Result<Signing> {
  // A court's review stops everything; no reason of the buyer's goes past it.
  if (signFrom === null) return failure({ code: "review_pending" });
  const faults: Fault[] = [];
  const signedOn = readDate(signing.signedOn, "signedOn", faults);
  readDate(signing.startsOn, "startsOn", faults);
  const exception = signing.exception.trim();
  if (signedOn !== null) {
    const place = { field: "signedOn" };
    if (signedOn > today) faults.push({ code: "signed_in_future", place });
    else if (signedOn < awardedOn) faults.push({ code: "signed_before_award", place });
    else if (signedOn < signFrom && exception === "")
      faults.push({ code: "standstill_runs", place, params: { date: signFrom } });
  }
  if (exception !== "" && exception.length < shortestReason) {
    faults.push({ code: "reason_short", place: { field: "exception" }, params: { min: shortestReason } });
  }
  if (!signing.noReview) faults.push({ code: "review_not_stated", place: { field: "noReview" } });
  return faults.length > 0 ? failure(...faults) : success({ ...signing, exception });
}

function readDate(text: string, field: string, faults: Fault[]): string | null {
  if (isDate(text)) return text;
  faults.push({ code: "date_malformed", place: { field } });
  return null;
}

/** A day that a calendar has, as `2027-03-12`. */
export function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** The last day of a contract of so many months: 48 months from 1 May 2027 end on 30 April 2031. */
export const lastDayOfContract = (startsOn: string, months: number): string =>
  Temporal.PlainDate.from(startsOn).add({ months }).subtract({ days: 1 }).toString();
