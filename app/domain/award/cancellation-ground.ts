/** Why a tender ends without a contract; the reason in words stands beside it. */
export const cancellationGrounds = [
  "no_bids",
  "no_admitted_bid",
  "need_changed",
  "funds",
  "documents",
  "competition",
  "other",
] as const;
export type CancellationGround = (typeof cancellationGrounds)[number];
