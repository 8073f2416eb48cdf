import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue, Metric } from "#app/domain/catalogue/catalogue.ts";
import { checkCatalogue } from "#app/domain/catalogue/check-catalogue.ts";
import type { Measure, Requirement } from "#app/domain/catalogue/requirement.ts";
import { requirementOf, shippedCatalogue } from "../../catalogue/shipped-catalogue.ts";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

/** Faults as `file field code`. */
function faults(changed: Partial<Catalogue>): readonly string[] {
  return checkCatalogue({ ...catalogue, ...changed }).map(
    ({ code, place }) => `${place?.file} ${place?.field} ${code}`,
  );
}

function changedRequirement(id: string, change: (requirement: Requirement) => Partial<Requirement>) {
  const requirement = requirementOf(catalogue, id);
  const requirements = new Map(catalogue.requirements);
  requirements.set(id, { ...requirement, ...change(requirement) });
  return faults({ requirements });
}

/** AVAIL-001 is the must "90/20": a number answer from 0 to 100 %, measured, with piecewise scoring. */
const changedServiceLevel = (change: (requirement: Requirement) => Partial<Requirement>) =>
  changedRequirement("AVAIL-001", change);

const changedMeasure = (change: Partial<Measure>) =>
  changedServiceLevel(({ measure }) => ({ measure: measure && { ...measure, ...change } }));

const at = (field: string, code: string) => `availability/AVAIL-001.yml ${field} ${code}`;

describe("ids and titles", () => {
  it("refuses an id whose prefix is another area's", () => {
    const { requirements } = catalogue;
    const moved = { ...requirementOf(catalogue, "LIC-003"), area: "quality" as const };
    expect(faults({ requirements: new Map([...requirements, ["LIC-003", moved]]) })).toEqual([
      "quality/LIC-003.yml  id_against_area",
    ]);
  });

  it("refuses a gap in the numbers of an area", () => {
    const requirements = new Map(catalogue.requirements);
    const last = requirementOf(catalogue, "LIC-003");
    requirements.delete("LIC-003");
    requirements.set("LIC-005", { ...last, id: "LIC-005" });
    expect(faults({ requirements })).toEqual(["licensing/LIC-005.yml  id_gap"]);
  });

  it("refuses two requirements with the same title", () => {
    const title = requirementOf(catalogue, "AVAIL-002").title;
    expect(changedServiceLevel(() => ({ title }))).toEqual([
      "availability/AVAIL-002.yml title.sv title_duplicate",
      "availability/AVAIL-002.yml title.en title_duplicate",
    ]);
  });
});

describe("texts", () => {
  const changedText = (id: string, from: RegExp, to: string) =>
    changedRequirement(id, ({ texts }) => ({
      texts: { ...texts, must: { ...texts.must, sv: texts.must.sv.replace(from, to) } },
    }));

  it("refuses another opening than the supplier and the modal verb of the level", () => {
    expect(changedText("AVAIL-001", /^Leverantören/, "Anbudsgivaren")).toContain(
      at("texts.must.sv", "text_opening"),
    );
  });

  it("refuses a second modal verb", () => {
    expect(changedText("AVAIL-001", /\.$/, " och ska mäta.")).toContain(
      at("texts.must.sv", "text_modal_verb"),
    );
  });

  it("does not take a modal verb for one inside another word", () => {
    expect(changedText("AVAIL-001", /\.$/, " efter önskan, påskas undantagen.")).not.toContain(
      at("texts.must.sv", "text_modal_verb"),
    );
  });

  it("refuses two sentences", () => {
    expect(changedText("AVAIL-001", /\.$/, ". Mätning sker.")).toContain(
      at("texts.must.sv", "text_not_one_sentence"),
    );
  });

  it("takes the point of a time of day for what it is", () => {
    expect(requirementOf(catalogue, "CAP-004").texts.must.sv).toContain("kl. 22.00");
    expect(faults({})).toEqual([]);
  });

  it("refuses other numbers in one language than in the other", () => {
    expect(changedText("AVAIL-001", /20 sekunder/, "30 sekunder")).toContain(
      at("texts.must.en", "text_numbers_differ"),
    );
  });

  it("takes thousands and decimals for the same number in the writing of either language", () => {
    const note = { sv: "1\u00a0600 samtal, 0,5 procent", en: "1,600 calls, 0.5 per cent" };
    expect(changedServiceLevel(() => ({ note }))).toEqual([]);
    expect(changedServiceLevel(() => ({ note: { ...note, en: "1.600 calls, 0.5 per cent" } }))).toEqual([
      at("note.en", "text_numbers_differ"),
    ]);
  });

  it("refuses a should text that says more than the must text", () => {
    expect(changedText("CONT-001", /\.$/, " i pappersform.")).toEqual([
      "continuity/CONT-001.yml texts.should.sv text_levels_differ",
    ]);
  });

  it("refuses a threshold that the text does not name", () => {
    expect(changedMeasure({ threshold: "91" })).toEqual([at("measure.threshold", "threshold_not_in_text")]);
  });
});

describe("level and use", () => {
  it("refuses a should that may not be one", () => {
    const found = changedRequirement("AVAIL-005", () => ({ level: "should", useOfMeasurement: "follow-up" }));
    expect(found).toContain("availability/AVAIL-005.yml level must_only_is_should");
  });

  it.each([
    ["AVAIL-001", "award"],
    ["CONT-002", "qualification"],
    ["CONT-002", "verification"],
  ] as const)("refuses %s with use %s", (id, useOfMeasurement) => {
    const { area } = requirementOf(catalogue, id);
    expect(changedRequirement(id, () => ({ useOfMeasurement }))).toEqual([
      `${area}/${id}.yml use_of_measurement use_against_level`,
    ]);
  });

  it("refuses a use after the switch that the other level does not allow", () => {
    expect(changedServiceLevel(() => ({ useWhenSwitched: "verification" }))).toEqual([
      at("use_when_switched", "use_against_level"),
    ]);
  });

  it("asks for a use after the switch exactly when the level may be switched", () => {
    expect(changedServiceLevel(() => ({ useWhenSwitched: null }))).toEqual([
      at("use_when_switched", "use_when_switched"),
    ]);
  });
});

describe("scoring", () => {
  const changedAnchors = (change: { at?: string | null; share?: string }, index: number) =>
    changedServiceLevel(({ scoring }) =>
      scoring.type === "levels"
        ? {}
        : {
            scoring: {
              ...scoring,
              anchors: scoring.anchors.map((anchor, i) => (i === index ? { ...anchor, ...change } : anchor)),
            },
          },
    );

  it.each(["0", "10.5"])("refuses a weight of %s", (defaultWeight) => {
    expect(changedServiceLevel(() => ({ defaultWeight }))).toEqual([
      at("default_weight", "weight_out_of_range"),
    ]);
  });

  it.each([
    ["1.1", 2],
    ["-0.1", 0],
  ] as const)("refuses a share of %s", (share, index) => {
    expect(changedAnchors({ share }, index)).toEqual([
      at(`scoring.anchors.${index}.share`, "share_out_of_range"),
    ]);
  });

  it("refuses shares of a sum that do not make one", () => {
    const found = changedRequirement("INT-006", ({ scoring }) =>
      scoring.type === "levels"
        ? { scoring: { ...scoring, anchors: scoring.anchors.map((anchor) => ({ ...anchor, share: "0.3" })) } }
        : {},
    );
    expect(found).toEqual(["integration/INT-006.yml scoring.anchors shares_do_not_sum"]);
  });

  it("refuses anchors that do not run from worst to best", () => {
    expect(changedAnchors({ at: "79" }, 1)).toEqual([at("scoring.anchors.1", "anchors_not_ordered")]);
  });

  it("refuses an anchor outside of what may be answered", () => {
    expect(changedAnchors({ at: "101" }, 2)).toEqual([at("scoring.anchors.2.at", "anchor_outside_answer")]);
  });

  it("keeps the anchor without a number for the foot of a step", () => {
    expect(changedAnchors({ at: null }, 0)).toEqual([at("scoring.anchors.0", "anchor_position")]);
  });

  it("refuses a straight line through three anchors", () => {
    const found = changedServiceLevel(({ scoring }) =>
      scoring.type === "levels" ? {} : { scoring: { ...scoring, type: "linear" } },
    );
    expect(found).toEqual([at("scoring.anchors", "anchor_count")]);
  });

  it("refuses a number line for an answer that is no number", () => {
    expect(changedServiceLevel(() => ({ answer: { type: "yes-no" } }))).toEqual([
      at("scoring.type", "scoring_against_answer"),
    ]);
  });

  it("refuses level values that cannot be answered", () => {
    const found = changedRequirement("INT-006", ({ answer }) =>
      answer.type === "choice" ? { answer: { ...answer, options: answer.options.slice(1) } } : {},
    );
    expect(found).toEqual(["integration/INT-006.yml scoring.anchors scoring_against_answer"]);
  });

  it("refuses a smallest answer above the largest", () => {
    const found = changedServiceLevel(({ answer }) =>
      answer.type === "number" ? { answer: { ...answer, max: "-1" } } : {},
    );
    expect(found).toContain(at("answer.max", "answer_bounds"));
  });
});

describe("measures", () => {
  it.each([
    [{ metric: "no_such" }, "metric", "metric_unknown"],
    [{ variant: "SL-NONE" }, "variant", "variant_unknown"],
    [{ window: "fortnight" }, "window", "window_unknown"],
    [{ parameters: { colour: 3 } }, "parameters.colour", "parameter_unknown"],
    [{ comparator: null }, "comparator", "comparator_against_role"],
    [{ threshold: null }, "threshold", "threshold_against_role"],
    [{ comparator: "between" }, "threshold_upper", "upper_threshold_against_comparator"],
    [{ thresholdBasis: "none" }, "threshold_basis", "threshold_basis_against_role"],
    [{ aggregation: "k_of_n" }, "aggregation", "aggregation_incomplete"],
    [{ aggregation: "k_of_n", aggregationK: 7, aggregationN: 6 }, "aggregation", "aggregation_incomplete"],
    [{ aggregationK: 1, aggregationN: 2 }, "aggregation", "aggregation_incomplete"],
  ] as const)("refuses %j", (change, field, code) => {
    expect(changedMeasure(change)).toEqual([at(`measure.${field}`, code)]);
  });

  it("accepts k of n windows", () => {
    expect(changedMeasure({ aggregation: "k_of_n", aggregationK: 5, aggregationN: 6 })).toEqual([]);
  });

  it("refuses another unit than the metric's and the answer's", () => {
    expect(changedMeasure({ unit: "s" })).toEqual([
      at("measure.unit", "unit_differs"),
      at("answer.unit", "unit_differs"),
    ]);
  });

  it("refuses an answer in a unit that has no name", () => {
    const found = changedServiceLevel(({ answer }) =>
      answer.type === "number" ? { answer: { ...answer, unit: "furlongs" } } : {},
    );
    expect(found).toContain(at("answer.unit", "unit_unknown"));
  });

  it("refuses a threshold outside of what may be answered", () => {
    const found = changedServiceLevel(({ answer }) =>
      answer.type === "number" ? { answer: { ...answer, min: "91" } } : {},
    );
    expect(found).toContain(at("measure.threshold", "threshold_outside_answer"));
  });

  it("refuses an upper threshold below the lower", () => {
    const found = changedRequirement("STAFF-013", ({ measure }) => ({
      measure: measure && { ...measure, threshold: "88", thresholdUpper: "60" },
    }));
    expect(found).toEqual(["staffing/STAFF-013.yml measure.threshold_upper thresholds_reversed"]);
  });
});

describe("links", () => {
  it("refuses a related requirement that does not exist, or the requirement itself", () => {
    const found = changedServiceLevel(({ related }) => ({ related: [...related, "AVAIL-999", "AVAIL-001"] }));
    expect(found).toEqual([at("related.2", "related_unknown"), at("related.3", "related_unknown")]);
  });

  it("refuses a relation that the other side does not name", () => {
    expect(changedServiceLevel(({ related }) => ({ related: [...related, "REM-026"] }))).toEqual([
      at("related.2", "related_not_symmetric"),
    ]);
  });

  it("refuses a source text that is not listed", () => {
    const found = changedServiceLevel(({ provenance }) => ({
      provenance: provenance.map((place, index) => (index === 0 ? { ...place, source: "005" } : place)),
    }));
    expect(found).toEqual([at("provenance.0.source", "source_unknown")]);
  });

  it("refuses an unknown standard", () => {
    const found = changedServiceLevel(({ standard }) => ({ standard: standard && { ...standard, id: "X" } }));
    expect(found).toEqual([at("standard.id", "standard_unknown")]);
  });

  it("refuses a named standard that has been superseded", () => {
    const standards = new Map(catalogue.standards);
    const standard = standards.get("ISO18295-1");
    if (standard !== undefined) standards.set("ISO18295-1", { ...standard, status: "superseded" });
    expect(faults({ standards })).toContain("ethics-standards/ETH-001.yml standard.id standard_superseded");
  });

  it("asks for 'or equivalent' after a named standard, in each text", () => {
    const found = changedRequirement("ETH-001", ({ texts }) => ({
      texts: { ...texts, should: { ...texts.should, en: texts.should.en.replace(" or equivalent", "") } },
    }));
    expect(found).toContain("ethics-standards/ETH-001.yml texts.should.en equivalent_missing");
  });
});

describe("metrics and traps", () => {
  const changedMetric = (change: Partial<Metric>) => {
    const metrics = new Map(catalogue.metrics);
    const metric = metrics.get("erlang_c_agents");
    if (metric !== undefined) metrics.set("erlang_c_agents", { ...metric, ...change });
    return faults({ metrics });
  };

  it.each([
    [{ unit: "heads" }, "unit", "unit_unknown"],
    [{ inputs: ["call.colour"] }, "inputs.0", "input_unknown"],
    [{ windows: ["fortnight"] }, "windows.0", "window_unknown"],
    [{ variants: [] }, "variants", "default_variant"],
    [{ provenance: [{ source: "005", locator: "line 1" }] }, "provenance.0.source", "source_unknown"],
  ])("refuses a metric with %j", (change, field, code) => {
    expect(changedMetric(change)).toEqual([`metrics/erlang_c_agents.yml ${field} ${code}`]);
  });

  it("refuses a sentence that leaves the limit out", () => {
    const sentence = { sv: "alla svarar", en: "{limit} answer" };
    const variants = [{ id: "STANDARD", isDefault: true, formula: "x", note: null, sentence }];
    expect(changedMetric({ variants })).toEqual([
      "metrics/erlang_c_agents.yml variants.0.sentence sentence_without_limit",
    ]);
  });

  it("refuses a trap on an unknown metric", () => {
    const traps = new Map(catalogue.traps);
    const trap = traps.get("TRAP-01");
    if (trap !== undefined) traps.set("TRAP-01", { ...trap, appliesTo: ["*", "no_such"] });
    expect(faults({ traps })).toEqual(["traps/TRAP-01.yml applies_to.1 metric_unknown"]);
  });
});

describe("profiles", () => {
  const withItem = (item: { id: string; level: "must" | "should"; weight: string | null }) => {
    const profiles = new Map(catalogue.profiles);
    const profile = profiles.get("24-7-hotline");
    if (profile !== undefined) {
      profiles.set(profile.id, { ...profile, items: [{ ...item, valueSek: null }, ...profile.items] });
    }
    return faults({ profiles }).filter((fault) => fault.includes("items.0."));
  };
  const first = (field: string, code: string) => [`profiles/24-7-hotline.yml items.0.${field} ${code}`];

  it("refuses a requirement that does not exist", () => {
    expect(withItem({ id: "AVAIL-999", level: "must", weight: null })).toEqual(
      first("id", "requirement_unknown"),
    );
  });

  it("refuses a must that may not be switched, set to should", () => {
    expect(withItem({ id: "AVAIL-005", level: "should", weight: "3" })).toEqual(
      first("level", "must_only_as_should"),
    );
  });

  it.each([
    ["must", "3", "weight_against_level"],
    ["should", null, "weight_against_level"],
    ["should", "11", "weight_out_of_range"],
  ] as const)("refuses a %s with weight %s", (level, weight, code) => {
    expect(withItem({ id: "REM-026", level, weight })).toEqual(first("weight", code));
  });

  it("refuses the same requirement twice", () => {
    const profiles = new Map(catalogue.profiles);
    const profile = profiles.get("24-7-hotline");
    const again = profile?.items[0];
    if (profile !== undefined && again !== undefined) {
      profiles.set(profile.id, { ...profile, items: [again, ...profile.items] });
    }
    expect(faults({ profiles })).toEqual(["profiles/24-7-hotline.yml items.1.id requirement_duplicate"]);
  });
});
