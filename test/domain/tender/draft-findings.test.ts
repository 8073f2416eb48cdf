import { describe, expect, it } from "vitest";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { draftFindings } from "#app/domain/tender/draft-findings.ts";
import { findingKey } from "#app/domain/tender/finding.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";
import { catalogue, complete, edited, found, nowUs, requirement, withRequirement } from "./drafts.ts";

const ownMust = (sv: string, en: string) => {
  const draft = edited(complete, {
    type: "add-own",
    area: "quality",
    level: "must",
    title: { sv: "Eget", en: "Own" },
  });
  return withRequirement(draft, "OWN-001", {
    text: { sv, en },
    motive: { sv: "Motiv.", en: "Motive." },
    proof: { sv: "Intyg.", en: "Declaration." },
    followUp: { sv: "Rapport.", en: "Report." },
  });
};

describe("a draft", () => {
  it("from a profile lacks only what belongs to the occasion", () => {
    const bare = { ...complete, caseNumber: "", deadline: null };
    expect(found(bare)).toEqual(["TENDER-02 case_number_missing", "TENDER-07 deadline_missing"]);
    expect(found(complete)).toEqual([]);
  });

  it("names who buys and whom to ask", () => {
    const buyer = { name: " ", organisationNumber: "", contactName: "", contactEmail: "nobody" };
    expect(found({ ...complete, buyer })).toEqual([
      "TENDER-03 buyer_name_missing",
      "TENDER-04 contact_name_missing",
      "TENDER-04 contact_email_missing",
    ]);
  });

  it("has its title in both languages", () => {
    expect(found({ ...complete, title: { sv: "Telefoni", en: "" } })).toEqual(["TENDER-01 title_missing"]);
  });

  it("asks for something", () => {
    expect(found({ ...complete, requirements: [] })).toContain("TENDER-09 requirements_missing");
  });
});

describe("the deadline", () => {
  const at = (now: string) => found(complete, microsecondsOf(now));
  it("lies ahead, to the microsecond", () => {
    expect(at("2027-01-15T11:00:00Z")).toEqual(["TENDER-07 deadline_past"]);
  });
  it("may be exactly thirty days away, but not a second less without a reason", () => {
    expect(at("2026-12-16T11:00:00Z")).toEqual([]);
    expect(at("2026-12-16T11:00:01Z")).toEqual(["L-04 deadline_soon"]);
  });
  it("is published at short notice once the reason is written", () => {
    const soonUs = microsecondsOf("2027-01-01T11:00:00Z");
    const [finding] = draftFindings(complete, soonUs, catalogue);
    if (finding === undefined) throw new Error("no finding");
    expect(publishable(complete, soonUs, catalogue)).toMatchObject({
      ok: false,
      faults: [{ code: "deadline_soon" }],
    });
    const reason = {
      type: "give-reason",
      finding: findingKey(finding),
      reason: "Avtalet löper ut.",
    } as const;
    expect(publishable(edited(complete, reason), soonUs, catalogue).ok).toBe(true);
    const taken = edited(edited(complete, reason), { ...reason, reason: " " });
    expect(publishable(taken, soonUs, catalogue).ok).toBe(false);
  });
});

describe("a requirement", () => {
  const should = "CONT-001";
  it("REQ-26: a should is worth something, a must is worth nothing", () => {
    expect(found(edited(complete, { type: "set-worth", id: should, worth: null }))).toEqual([
      "REQ-26 should_without_worth",
    ]);
    expect(found(edited(complete, { type: "set-worth", id: should, worth: "0.00" }))).toEqual([
      "REQ-26 should_without_worth",
    ]);
    expect(found(edited(complete, { type: "set-worth", id: should, worth: "-1" }))).toEqual([
      "REQ-26 worth_negative",
    ]);
    expect(found(withRequirement(complete, "AVAIL-001", { valueSek: "1" }))).toEqual([
      "REQ-26 worth_of_must",
    ]);
  });

  it("REQ-04: a must says how it is proved", () => {
    expect(found(withRequirement(complete, "AVAIL-001", { proof: { sv: "Intyg", en: " " } }))).toEqual([
      "REQ-04 proof_missing",
    ]);
  });

  it("REQ-05 and REQ-06: warns where follow-up or motive is empty", () => {
    const empty = { sv: "", en: "" };
    const draft = withRequirement(complete, "AVAIL-001", { followUp: empty, motive: empty });
    const warnings = draftFindings(draft, nowUs, catalogue);
    expect(warnings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["REQ-05", "warning"],
      ["REQ-06", "warning"],
    ]);
  });

  it("REQ-03: level and verb agree", () => {
    const { text } = requirement(complete, "AVAIL-001");
    const draft = withRequirement(complete, "AVAIL-001", {
      text: { ...text, sv: text.sv.replace("ska", "bör") },
    });
    expect(found(draft)).toEqual(["REQ-03 verb_differs"]);
  });

  it.each([
    [
      "Leverantören ska ha reservkraft och bör öva.",
      "The supplier shall have power.",
      "REQ-02 two_requirements",
    ],
    [
      "Leverantören ska följa EN 301 549.",
      "The supplier shall follow EN 301 549 or equivalent.",
      "REQ-07 standard_without_equivalent",
    ],
  ])("fires on %s", (sv, en, rule) => {
    expect(found(ownMust(sv, en))).toEqual([rule]);
  });

  it.each([
    [
      "Leverantören ska följa SS-EN ISO 18295-1:2017 eller likvärdigt.",
      "The supplier shall follow SS-EN ISO 18295-1:2017 or equivalent.",
    ],
    ["Säkerhetskopior ska tas varje dygn kl. 02.00.", "Backups shall be taken every day at 02:00."],
  ])("says nothing of %s", (sv, en) => {
    expect(found(ownMust(sv, en))).toEqual([]);
  });

  it("REQ-01: words that nobody can measure, each by itself, unless a number makes them measurable", () => {
    const vague = ownMust(
      "Leverantören ska ha god tillgänglighet och snabb support.",
      "The supplier shall respond as soon as possible.",
    );
    const words = draftFindings(vague, nowUs, catalogue).map(({ ruleId, params }) => [ruleId, params.word]);
    expect(words).toEqual([
      ["REQ-01", "god"],
      ["REQ-01", "snabb"],
      ["REQ-01", "as soon as possible"],
    ]);
    const counted = ownMust(
      "Leverantören ska ge snabb support inom 30 minuter.",
      "The supplier shall give quick support within 30 minutes.",
    );
    expect(found(counted)).toEqual([]);
  });

  it("REQ-01: says nothing of compounds, limits and the catalogue's own words", () => {
    const plain = ownMust(
      "Leverantören ska klara högtrafik och högst en säkerhetskopia.",
      "The supplier shall handle peak traffic and at most one backup.",
    );
    expect(found(plain)).toEqual([]);
    expect(found(edited(complete, { type: "pick", ids: ["CONT-013", "AVAIL-005"] }))).toEqual([]);
  });

  it("REQ-07 and REQ-08: a superseded standard without 'or equivalent' has both faults", () => {
    const findings = found(
      ownMust("Leverantören ska följa EN 15838.", "The supplier shall follow EN 15838."),
    );
    expect(new Set(findings)).toEqual(
      new Set(["REQ-07 standard_without_equivalent", "REQ-08 standard_superseded"]),
    );
  });

  it("REQ-22: both languages say the same numbers", () => {
    expect(
      found(
        ownMust("Leverantören ska svara inom 20 minuter.", "The supplier shall answer within 30 minutes."),
      ),
    ).toEqual(["REQ-22 languages_differ"]);
  });

  it("REQ-22: the text says the number of the field", () => {
    const { measure } = requirement(complete, "AVAIL-001");
    if (measure === null) throw new Error("no measure");
    const draft = withRequirement(complete, "AVAIL-001", { measure: { ...measure, threshold: "85" } });
    expect(found(draft)).toEqual(["REQ-22 text_differs", "REQ-22 text_differs"]);
  });

  it("REQ-11: a key figure of traffic is never promised at 100 %", () => {
    const set = { type: "set-measure", id: "AVAIL-001", change: { threshold: "100" } } as const;
    expect(found(edited(complete, set))).toEqual(["REQ-11 target_absolute"]);
    // A duty of the supplier's own can be kept every time.
    expect(found(edited(complete, { type: "pick", ids: ["REM-013"] }))).toEqual([]);
  });

  it("REQ-12: the level can be verified with the calls of the price sheet", () => {
    const calls = (perMonth: number) => ({
      type: "add-price-item" as const,
      item: {
        name: { sv: "Samtal", en: "Call" },
        unit: { sv: "samtal", en: "call" },
        volume: String(perMonth * complete.contractMonths),
      },
    });
    const strict = { type: "set-measure", id: "AVAIL-001", change: { threshold: "99.9" } } as const;
    const unverifiable = "REQ-12 threshold_unverifiable";
    expect(found(edited(complete, strict, calls(999)))).toContain(unverifiable);
    expect(found(edited(complete, strict, calls(1000)))).not.toContain(unverifiable);
    const over = { ...strict, change: { threshold: "99.9", comparator: ">" } } as const;
    expect(found(edited(complete, over, calls(1000)))).toContain(unverifiable);
    expect(found(edited(complete, over, calls(1001)))).not.toContain(unverifiable);
  });

  it("REQ-14: the measure names its formula", () => {
    const { measure } = requirement(complete, "AVAIL-001");
    if (measure === null) throw new Error("no measure");
    const draft = withRequirement(complete, "AVAIL-001", { measure: { ...measure, variant: "" } });
    expect(found(draft)).toContain("REQ-14 formula_missing");
  });

  it("REQ-27: a judged should says what each level demands", () => {
    const scoring = {
      type: "levels" as const,
      combine: "single" as const,
      anchors: [
        { value: "0", share: "0", sv: "", en: "" },
        { value: "1", share: "1", sv: "Allt", en: "All" },
      ],
    };
    expect(found(withRequirement(complete, should, { scoring }))).toEqual(["REQ-27 anchors_missing"]);
  });

  it("warns when what follows from law becomes a should", () => {
    const draft = edited(
      complete,
      { type: "set-level", id: "WORK-004", level: "should" },
      { type: "set-worth", id: "WORK-004", worth: "10000" },
    );
    expect(found(draft)).toEqual(["TENDER-10 must_by_law"]);
  });

  it("REQ-35: warns of mostly musts", () => {
    const musts = complete.requirements.filter(({ level }) => level === "must");
    expect(found({ ...complete, requirements: musts })).toEqual(["REQ-35 musts_many"]);
  });
});

describe("the price sheet", () => {
  it("MOD-21: has rows, each with name, unit and a volume above zero", () => {
    expect(found({ ...complete, priceItems: [] })).toEqual(["MOD-21 price_items_missing"]);
    const blank = { id: "P1", name: { sv: "", en: "" }, unit: { sv: "", en: "" }, volume: "0" };
    expect(found({ ...complete, priceItems: [blank] })).toEqual([
      "MOD-21 price_item_name_missing",
      "MOD-21 price_item_unit_missing",
      "MOD-21 price_item_volume_missing",
    ]);
  });
});

describe("the evaluation model", () => {
  const points = (change: Partial<Extract<EvaluationModel, { type: "weighted_points" }>>) => {
    const converted = edited(
      { ...complete, ceilingPriceSek: "7000000" },
      {
        type: "convert-model",
        to: "weighted_points",
        lower: "4000000",
        upper: "7000000",
        sekPerPoint: "20000",
      },
    );
    const { evaluation } = converted;
    if (evaluation.type !== "weighted_points") throw new Error("not converted");
    return { ...converted, evaluation: { ...evaluation, ...change } };
  };

  it("has nothing to mend after a conversion", () => {
    expect(found(points({}))).toEqual([]);
  });

  it("MOD-07: weights make the total exactly", () => {
    expect(found(points({ weightTotal: "240.0000000001" }))).toEqual(["MOD-07 weights_not_total"]);
  });

  it("MOD-04: a ceiling price stands where points for price end", () => {
    expect(found({ ...points({}), ceilingPriceSek: null })).toEqual(["MOD-04 ceiling_missing"]);
    expect(found({ ...points({}), ceilingPriceSek: "7000000.01" })).toEqual(["MOD-04 ceiling_missing"]);
  });

  it("MOD-01: bounds rise and price earns points", () => {
    const equal = { lower: "7000000", upper: "7000000" };
    expect(found(points({ priceFunction: { type: "linear_fixed_bounds", ...equal } }))).toEqual([
      "MOD-01 bounds_not_ascending",
    ]);
    expect(found(points({ priceWeight: "0", weightTotal: "90" }))).toEqual(["MOD-01 price_weight_missing"]);
  });

  it("MOD-09: the tie-break is there, without repetition, and ends in a lottery", () => {
    const chain = (...rules: EvaluationModel["tieBreak"][number][]) =>
      found(edited(complete, { type: "set-tie-break", rules }));
    expect(chain()).toEqual(["MOD-09 tie_break_missing"]);
    expect(chain("lower_tender_price")).toEqual(["MOD-09 lottery_not_last"]);
    expect(chain("lottery", "higher_quality")).toEqual(["MOD-09 lottery_not_last"]);
    expect(chain("higher_quality", "higher_quality", "lottery")).toEqual(["MOD-09 tie_break_repeated"]);
    expect(chain("higher_quality", "lower_tender_price", "lottery")).toEqual([]);
  });

  it("MOD-20: warns when the shoulds are worth more than half the estimated value", () => {
    const sum = 90n * 20_000n;
    const half = (estimated: bigint) => found({ ...complete, estimatedValueSek: String(estimated) });
    expect(half(2n * sum)).toEqual([]);
    expect(half(2n * sum - 1n)).toEqual(["MOD-20 added_value_large"]);
  });
});

it("tells all reasons at once and lets nothing faulty through", () => {
  const faulty = { ...complete, caseNumber: "", requirements: [], priceItems: [], deadline: null };
  const result = publishable(faulty, nowUs, catalogue);
  expect(result.ok ? [] : result.faults.map(({ code }) => code)).toEqual([
    "case_number_missing",
    "deadline_missing",
    "requirements_missing",
    "price_items_missing",
  ]);
});
