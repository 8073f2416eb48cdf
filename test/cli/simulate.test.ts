import { describe, expect, it } from "vitest";
import { simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { complete, edited } from "../domain/tender/drafts.ts";
import { runCli } from "./run-cli.ts";

const relative = edited(complete, { type: "choose-model", choice: "inverse_proportional" });
const published = ({ reasons: _, ...content }: DraftTender) => ({ ...content, kind: "published" });
const simulate = async (tender: unknown) => {
  const { code, out } = await runCli(["simulate", "-"], {}, JSON.stringify(tender));
  return { code, answer: out === "" ? null : JSON.parse(out) };
};

describe("skallbor simulate", { timeout: 120_000 }, () => {
  it("gives anybody with the frozen content the figures that it prints, and tells figures that are not of it", async () => {
    const first = await simulate(published(relative));
    expect(first).toMatchObject({ code: 0, answer: { recorded: null, agrees: null } });
    const { computed } = first.answer;
    expect(computed).toMatchObject({ seed: 1, markets: 4000, spreadPercent: 30 });
    expect(computed.basisSha256).toBe(simulationBasis(relative));
    expect(computed.awardFlips).toBeGreaterThan(0);

    const simulation = { ...computed, acknowledged: true };
    expect(await simulate(published({ ...relative, simulation }))).toMatchObject({
      code: 0,
      answer: { computed, recorded: simulation, agrees: true },
    });
    const prettier = { ...simulation, awardFlips: 0 };
    expect(await simulate(published({ ...relative, simulation: prettier }))).toMatchObject({
      code: 1,
      answer: { agrees: false },
    });
  });

  it("ends with 1 for what is no tender or cannot be simulated, and with 2 without a file", async () => {
    expect((await simulate({ vectors: [] })).code).toBe(1);
    expect((await simulate({ ...complete, estimatedValueSek: null })).code).toBe(1);
    expect((await runCli(["simulate"])).code).toBe(2);
    expect((await runCli(["simulate", "no-such-file.json"])).code).toBe(2);
  });

  it("refuses a model that no tender may have, and says by which rule", async () => {
    const minMax = {
      type: "weighted_points",
      priceWeight: "60",
      priceFunction: { type: "linear_min_max" },
      weightTotal: "150",
      tieBreak: ["lottery"],
    };
    const { code, out } = await runCli(
      ["lint", "-"],
      {},
      JSON.stringify({ ...complete, evaluation: minMax }),
    );
    expect(code).toBe(1);
    expect(out).toContain("worst_bid_steers");
    expect(out).toContain("MOD-05");
  });
});
