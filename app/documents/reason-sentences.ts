/** Why a bid was not compared, in every document that says it. */
export const reasonSentences = {
  reason_must_missing: ["requirement"],
  reason_must_failed: ["requirement"],
  reason_unit_price_missing: ["item"],
  reason_unit_price_failed: ["item"],
  reason_negative_price: [],
  reason_tender_price: [],
  reason_ceiling_price: [],
  reason_abnormally_low: [],
  reason_min_quality: [],
} as const;
