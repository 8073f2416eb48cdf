import { type Fraction, fraction, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

const percents = Array.from({ length: 101 }, (_, percent) => fraction(BigInt(percent), 100n));

/** The shares a should can give: those of its levels or steps, or every whole percent of a line. */
export function scaleOf({ requirements }: TenderContent, id: string): readonly Fraction[] {
  const scoring = requirements.find((requirement) => requirement.id === id)?.scoring;
  if (scoring === undefined || scoring.type === "linear" || scoring.type === "piecewise") return percents;
  const shares = scoring.anchors.map(({ share }) => parseDecimal(share) ?? zero);
  return shares.length === 0 ? percents : shares;
}
