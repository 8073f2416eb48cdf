import type { TenderContent } from "#app/domain/tender/tender.ts";
import { requirement, tender } from "../evaluation/example-tender.ts";

const shoulds = [
  requirement("Q1", { valueSek: "200000", weight: "40" }),
  requirement("Q2", { area: "capacity", valueSek: "100000", weight: "20" }),
];

/** Two shoulds worth 200 000 and 100 000 SEK; a million is expected. */
export const addedValueTender: TenderContent = tender(shoulds, { estimatedValueSek: "1000000" });

/** The same shoulds worth 40 and 20 points beside 40 points for price between 0 and two million. */
export const pointsTender: TenderContent = tender(shoulds, {
  estimatedValueSek: "1000000",
  evaluation: {
    type: "weighted_points",
    priceWeight: "40",
    priceFunction: { type: "linear_fixed_bounds", lower: "0", upper: "2000000" },
    weightTotal: "100",
    tieBreak: ["lower_tender_price", "lottery"],
  },
});
