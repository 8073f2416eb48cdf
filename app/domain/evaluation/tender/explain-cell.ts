import { explain, plainNumber } from "#app/domain/evaluation/explain.ts";
import type { Explanation, Source } from "#app/domain/evaluation/explanation.ts";
import type { Assessment } from "#app/domain/evaluation/tender/assess-response.ts";
import { weightOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import type { ShouldShare } from "#app/domain/evaluation/tender/should-share.ts";
import { multiply } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** How a should's points or SEK came about: weight · share, and the share from its value function; null for a must. */
export function explainCell(
  tender: TenderContent,
  response: string,
  assessment: Assessment,
): Explanation | null {
  const { requirement, should } = assessment;
  if (should === null) return null;
  const weight = published(weightOf(tender, requirement));
  const source = sourceOf(response, assessment, should.basis);
  return explain({
    label: "criterion",
    subject: requirement.id,
    formula: "w · u",
    symbols: { w: weight, u: { value: should.share, explanation: explainShare(assessment, should, source) } },
    value: multiply(weight, should.share),
    source: { kind: "tender", field: `requirements.${requirement.id}` },
  });
}

function explainShare({ requirement }: Assessment, should: ShouldShare, source: Source): Explanation {
  const { scored } = should;
  const { scoring } = requirement;
  const anchors = scoring.anchors.map((anchor) => {
    const at = "at" in anchor ? (anchor.at ?? "–") : anchor.value;
    return `${at} → ${anchor.share}`;
  });
  const given =
    scored === null ? "–" : "number" in scored ? plainNumber(scored.number) : scored.values.join(", ");
  return {
    ...explain({
      label: scored === null ? `share_${should.state}` : `share_${scoring.type}`,
      subject: requirement.id,
      formula: `u(x): ${anchors.join("; ")}`,
      value: should.share,
      source,
    }),
    substituted: `u(${given})`,
  };
}

function sourceOf(
  response: string,
  { requirement, measured }: Assessment,
  basis: ShouldShare["basis"],
): Source {
  const place = { response, requirement: requirement.id };
  if (basis === "measured") return { kind: "measured", ...place, reference: measured?.source ?? "" };
  return { kind: basis, ...place };
}
