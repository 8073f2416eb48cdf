import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { evaluateCommand } from "#app/cli/evaluate.ts";
import { type ModelChoice, modelChoices } from "#app/domain/tender/model-choice.ts";
import { scoreUnit, worthUnit } from "#app/domain/tender/model-units.ts";
import type { EvaluationModel, PublishedTender } from "#app/domain/tender/tender.ts";
import { writeEvaluationReport } from "#app/services/documents/write-evaluation-report.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";
import { readComparison } from "#app/services/evaluation/read-comparison.ts";
import { writeComparisonWorkbook } from "#app/services/evaluation/write-comparison-workbook.ts";
import { writeEvaluationCase } from "#app/services/evaluation/write-evaluation-case.ts";
import { readSensitivity } from "#app/services/laboratory/read-sensitivity.ts";
import { readTenderOverview } from "#app/services/tender/read-tender-overview.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { accepted } from "../response/submitting.ts";
import { evaluated } from "./evaluated-tender.ts";
import { judgedTender } from "./opened-tender.ts";

const tieBreak = ["lower_tender_price", "lottery"] as const;
const inPoints = { type: "weighted_points", priceWeight: "80", weightTotal: "100", tieBreak } as const;
const floored = { minQuality: "5", weightTotal: "20", tieBreak } as const;
const models: Readonly<Record<ModelChoice, EvaluationModel>> = {
  added_value_deduction: { type: "added_value_deduction", tieBreak },
  linear_fixed_bounds: judgedTender.evaluation,
  threshold_lowest_price: { type: "threshold_lowest_price", ...floored },
  lowest_price: { type: "lowest_price", tieBreak },
  fixed_price_quality_only: {
    type: "fixed_price_quality_only",
    fixedPriceSek: "600000",
    weightTotal: "20",
    tieBreak,
  },
  quality_price_ratio: { type: "quality_price_ratio", ...floored },
  linear_from_lowest: { ...inPoints, priceFunction: { type: "linear_from_lowest", slope: "1" } },
  inverse_proportional: { ...inPoints, priceFunction: { type: "inverse_proportional" } },
};

const relative: ReadonlySet<ModelChoice> = new Set(["linear_from_lowest", "inverse_proportional"]);
const simulation = {
  seed: 7,
  markets: 4000,
  spreadPercent: 30,
  awardFlips: 36,
  orderChanges: 90,
  basisSha256: "",
  acknowledged: true,
};

/** Two shoulds at 10 points or 50 000 SEK; both bids ask 617 588.80, where the price is theirs to set. */
const published = (choice: ModelChoice): PublishedTender => ({
  ...judgedTender,
  estimatedValueSek: "700000",
  evaluation: models[choice],
  simulation: relative.has(choice) ? simulation : null,
  requirements: judgedTender.requirements.map((one) =>
    one.level === "should" ? { ...one, valueSek: "50000" } : one,
  ),
  ...(choice === "fixed_price_quality_only" ? { priceItems: [] } : {}),
});

describe.each(modelChoices)("a tender by %s, from responses to report", (choice) => {
  onBothDatabases("", (open) => {
    it("is compared, explained, recomputed at the terminal, examined and reported", async () => {
      const world = open();
      const { app } = world;
      const { tenderId, chair, responses } = await evaluated(world, "level_1", published(choice));
      const [first = "", second = ""] = responses;
      const page = accepted(
        await readComparison(app, chair, tenderId, { onlyDifferences: false, open: first }),
      );
      const [better, worse] = page.vendors;
      expect(page.units).toEqual({ worth: worthUnit(models[choice]), score: scoreUnit(models[choice]) });
      expect(page.opened?.explanation.value).toBe(better?.score?.exact);
      const fixed = choice === "fixed_price_quality_only";
      expect(page.vendors.map(({ price }) => price?.exact)).toEqual(
        fixed ? ["600000", "600000"] : ["3087944/5", "3087944/5"],
      );
      // Equal prices: only quality tells the two apart, where it counts at all.
      const byPriceAlone = choice === "lowest_price" || choice === "threshold_lowest_price";
      expect([better?.rank, worse?.rank]).toEqual(byPriceAlone ? [1, 1] : [1, 2]);
      if (!byPriceAlone) expect(better?.response).toBe(first);

      const file = accepted(await writeEvaluationCase(app, chair, tenderId));
      let printed = "";
      const out = (text: string) => {
        printed += text;
      };
      const stdin = Readable.from([file]);
      const code = await evaluateCommand(["-"], { root: app.root, out, err: () => undefined, stdin });
      const [recomputed] = JSON.parse(printed) as [{ exact: Record<string, string>; order: string[][] }];
      const { evaluation } = accepted(await evaluateResponses(app, chair, tenderId));
      expect(code).toBe(0);
      expect(recomputed.exact).toEqual(
        Object.fromEntries(evaluation.responses.map(({ response, score }) => [response, score?.exact])),
      );
      expect(recomputed.order).toEqual(evaluation.order);

      const examined = accepted(await readSensitivity(app, chair, tenderId));
      expect(examined.winner).toBe(byPriceAlone ? null : first);
      expect(examined.dependsOn).toEqual([]);
      // A price that the buyer has set cannot be lowered; for the others, the loser is told what would have done.
      expect(examined.breakEven.map(({ response }) => response)).toEqual(
        fixed || byPriceAlone ? [] : [second],
      );

      const overview = accepted(await readTenderOverview(app, { kind: "anonymous" }, tenderId, "sv"));
      // The first bid of the example has full quality, the last none: a floor rejects it.
      expect(overview.dependence?.flipPercent ?? null).toBe(relative.has(choice) ? "0.9" : null);
      const [good, , bare] = overview.example ?? [];
      expect(good?.score).not.toBeNull();
      expect(bare?.score === null).toBe("minQuality" in models[choice]);

      for (const language of ["sv", "en"] as const) {
        const report = accepted(await writeEvaluationReport(app, chair, tenderId, language));
        const workbook = accepted(await writeComparisonWorkbook(app, chair, tenderId, language));
        expect(Math.min(report.length, workbook.length)).toBeGreaterThan(5000);
      }
    });
  });
});
