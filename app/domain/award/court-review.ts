import { type StandstillRules, standstill } from "#app/domain/award/standstill.ts";

export const reviewEvents = ["applied", "judged"] as const;
/** `applied`: the court has told of an application; `judged`: it has decided in the first instance, or struck it out. */
export type ReviewEvent = (typeof reviewEvents)[number];

/** What became known about a bidder's challenge. */
export interface CourtReview {
  readonly event: ReviewEvent;
  /** Date of the application or the judgment. */
  readonly on: string;
  /** The court's case number. */
  readonly court: string;
}

/** From when the contract may be signed; null while a court is reviewing. */
export type SignFrom = string | null;

/**
 * While a review is pending nothing may be signed. From the date of the judgment ten days count as those of the
 * standstill do (LOU 20); the later of the two terms holds. Several applications wait for as many judgments.
 */
export function signFromAfter(
  standstillSignFrom: string,
  reviews: readonly CourtReview[],
  rules: StandstillRules,
): SignFrom {
  const count = (event: ReviewEvent) => reviews.filter((review) => review.event === event).length;
  if (count("applied") > count("judged")) return null;
  return reviews
    .filter(({ event }) => event === "judged")
    .map(({ on }) => standstill(on, "electronic", rules).signFrom)
    .reduce((latest, date) => (date > latest ? date : latest), standstillSignFrom);
}
