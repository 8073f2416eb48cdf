import type { TieBreakRule } from "#app/domain/tender/tender.ts";

/** The chains one may choose: each ends in a lottery, since only that always separates. */
export const tieBreakChains = {
  price: ["lower_tender_price", "lottery"],
  quality: ["higher_quality", "lottery"],
  "price-quality": ["lower_tender_price", "higher_quality", "lottery"],
  "quality-price": ["higher_quality", "lower_tender_price", "lottery"],
  lottery: ["lottery"],
} as const satisfies Record<string, readonly TieBreakRule[]>;

export type ChainName = keyof typeof tieBreakChains;
