import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { simulationFindings } from "#app/domain/laboratory/model-behaviour.ts";
import { modelFindings } from "#app/domain/laboratory/model-findings.ts";
import { simulateMarkets } from "#app/domain/laboratory/simulate-markets.ts";
import { draftFindings } from "#app/domain/tender/draft-findings.ts";
import type { Finding } from "#app/domain/tender/finding.ts";
import type { TenderFile } from "#app/services/tender/read-tender-file.ts";

/** The same each time, so that a file has the same findings wherever it is looked at. */
const markets = { seed: 1, markets: 4000, spreadPercent: 30 } as const;

/**
 * What both linters say of a tender: requirements and formal parts, and the evaluation model, which is also tried on
 * simulated markets where it can be computed. What was frozen has had its day: of it no deadline is asked.
 */
export function lintTender(
  catalogue: Catalogue,
  { draft, frozen }: TenderFile,
  nowUs: number,
): readonly Finding[] {
  const counts = simulateMarkets({ tender: draft, ...markets });
  return [
    ...draftFindings(draft, nowUs, catalogue).filter(({ path }) => !(frozen && path === "deadline")),
    ...modelFindings(draft),
    ...(counts.ok && counts.value !== null ? simulationFindings(draft, counts.value) : []),
  ];
}
