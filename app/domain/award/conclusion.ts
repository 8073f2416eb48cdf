import { Temporal } from "temporal-polyfill";
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
 * `review_not_stated`.
 */
export function checkSigning(
  signing: Signing,
  {
    today,
    awardedOn,
    signFrom,
  }: { readonly today: string; readonly awardedOn: string; readonly signFrom: string },
): Result<Signing> {
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
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch {
    // A day that no calendar has, such as 31 June, is told like any other date that cannot be read.
  }
  faults.push({ code: "date_malformed", place: { field } });
  return null;
}

/** The last day of a contract of so many months: 48 months from 1 May 2027 end on 30 April 2031. */
export const lastDayOfContract = (startsOn: string, months: number): string =>
  Temporal.PlainDate.from(startsOn).add({ months }).subtract({ days: 1 }).toString();
