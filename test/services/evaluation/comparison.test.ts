import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { evaluateCommand } from "#app/cli/evaluate.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";
import { readComparison } from "#app/services/evaluation/read-comparison.ts";
import { readPriceComparison } from "#app/services/evaluation/read-price-comparison.ts";
import { writeEvaluationCase } from "#app/services/evaluation/write-evaluation-case.ts";
import { declareConflict } from "#app/services/opening/declare-conflict.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { evaluated } from "./evaluated-tender.ts";
import { openedTender } from "./opened-tender.ts";

const requirement = "QUAL-001";

onBothDatabases("the comparison", (open) => {
  it("cannot be read before the prices are opened", async () => {
    const world = open();
    const tender = await openedTender(world);
    expect(codesOf(await evaluateResponses(world.app, tender.chair, tender.tenderId))).toEqual([
      "wrong_stage",
    ]);
  });

  it("ranks by exact points from price and consensus, and opens every number", async () => {
    const world = open();
    const tender = await evaluated(world);
    const [first = "", second = ""] = tender.responses;
    const page = accepted(
      await readComparison(world.app, tender.chair, tender.tenderId, {
        onlyDifferences: true,
        open: `${first}.${requirement}`,
      }),
    );
    // Price 48,000 × 12.3456 + 25,000 = 617,588.80; points 80 · (1,000,000 − p) / 900,000; quality 10 · share each.
    expect(page.vendors.map(({ response, rank }) => [response, rank])).toEqual([
      [first, 1],
      [second, 2],
    ]);
    expect(page.vendors[0]?.price?.exact).toBe("3087944/5");
    expect(page.vendors[1]?.distance?.exact).toBe("5");
    expect(page.rows.map((row) => row.requirement.id)).toEqual([requirement]);
    expect(page.opened?.explanation.value).toBe("10");
    expect(page.opened?.explanation.substituted).not.toBe(page.opened?.explanation.formula);
  });

  it("exports a case that the command line recomputes to the same exact scores", async () => {
    const world = open();
    const tender = await evaluated(world);
    const file = accepted(await writeEvaluationCase(world.app, tender.chair, tender.tenderId));
    let printed = "";
    const code = await evaluateCommand(["-"], {
      root: world.app.root,
      out: (text) => {
        printed += text;
      },
      err: () => undefined,
      stdin: Readable.from([file]),
    });
    expect(code).toBe(0);
    const [result] = JSON.parse(printed) as [{ exact: Record<string, string>; winner: string }];
    const { evaluation } = accepted(await evaluateResponses(world.app, tender.chair, tender.tenderId));
    expect(result.winner).toBe(evaluation.winner);
    expect(result.exact).toEqual(
      Object.fromEntries(evaluation.responses.map(({ response, score }) => [response, score?.exact])),
    );
  });

  it("is not for vendors", async () => {
    const world = open();
    const tender = await evaluated(world);
    for (const vendor of tender.vendors) {
      expect(codesOf(await evaluateResponses(world.app, vendor, tender.tenderId))).toEqual(["not_found"]);
    }
  });

  it("shows finance the prices and no outcome, which prices alone do not have", async () => {
    const world = open();
    const tender = await evaluated(world);
    const finance = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tender.tenderId, finance, "finance");
    accepted(await declareConflict(world.app, finance, tender.tenderId, false));
    expect(codesOf(await evaluateResponses(world.app, finance, tender.tenderId))).toEqual(["not_found"]);
    const prices = accepted(await readPriceComparison(world.app, finance, tender.tenderId));
    expect(prices.vendors.map(({ sheet }) => sheet.total)).toEqual(["617588.80", "617588.80"]);
  });
});
