import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { languages } from "#app/domain/language.ts";
import {
  add,
  compare,
  divide,
  multiply,
  parseDecimal,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { fixedBounds } from "#app/domain/tender/convert-model.ts";
import { measureSegments } from "#app/domain/tender/measure-segments.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { workedExample } from "#app/domain/tender/worked-example.ts";
import { catalogue, complete, edited, found, refusals, requirement } from "./drafts.ts";

const every = [...catalogue.requirements.keys()];
const picked = complete.requirements.map(({ id }) => id);
const free = every.filter((id) => !picked.includes(id));

describe("picking", () => {
  it("keeps the catalogue's order and is undone by unpicking", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(free, { minLength: 1 }), (ids) => {
        const more = edited(complete, { type: "pick", ids });
        const order = more.requirements.map(({ id }) => every.indexOf(id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(edited(more, { type: "unpick", ids })).toEqual(complete);
      }),
      { numRuns: 30 },
    );
  });

  it("refuses what is picked already or not in the catalogue, all at once", () => {
    expect(refusals(complete, { type: "pick", ids: ["AVAIL-001", "NONE-001"] })).toEqual([
      "requirement_picked",
      "requirement_unknown",
    ]);
  });

  it("numbers own requirements on", () => {
    const own = { type: "add-own", area: "security", level: "should", title: { sv: "A", en: "A" } } as const;
    const draft = edited(complete, own, own);
    expect(draft.requirements.filter(({ id }) => id.startsWith("OWN")).map(({ id }) => id)).toEqual([
      "OWN-001",
      "OWN-002",
    ]);
  });
});

describe("the level", () => {
  it("brings the catalogue's own text with it, for every requirement and back", () => {
    const draft = edited(complete, { type: "pick", ids: free });
    for (const { id, level, text } of draft.requirements) {
      const other = level === "must" ? "should" : "must";
      const there = edited(draft, { type: "set-level", id, level: other });
      expect(requirement(there, id).text).toEqual(catalogue.requirements.get(id)?.texts[other]);
      expect(requirement(edited(there, { type: "set-level", id, level }), id).text).toEqual(text);
    }
  });

  it("changes the verb in a text of the buyer's own", () => {
    const text = { sv: "Leverantören skall svara.", en: "The supplier must answer." };
    const draft = edited(
      complete,
      { type: "set-text", id: "AVAIL-001", field: "text", text },
      { type: "set-level", id: "AVAIL-001", level: "should" },
    );
    expect(requirement(draft, "AVAIL-001").text).toEqual({
      sv: "Leverantören bör svara.",
      en: "The supplier should answer.",
    });
  });

  it("takes the worth away from a must, and a must takes none", () => {
    const draft = edited(complete, { type: "set-level", id: "CONT-001", level: "must" });
    expect(requirement(draft, "CONT-001")).toMatchObject({ weight: null, valueSek: null });
    expect(refusals(draft, { type: "set-worth", id: "CONT-001", worth: "5" })).toEqual(["worth_of_must"]);
  });
});

describe("the use of measured data", () => {
  it("may earn points on a should and decide on a must, and not the other way round", () => {
    const scored = edited(complete, { type: "set-use", id: "AVAIL-011", use: "award" });
    expect(requirement(scored, "AVAIL-011").useOfMeasurement).toBe("award");
    const refused = (id: string, use: "award" | "verification") =>
      refusals(complete, { type: "set-use", id, use });
    expect(refused("AVAIL-011", "verification")).toEqual(["use_against_level"]);
    expect(refused("AVAIL-001", "award")).toEqual(["use_against_level"]);
  });

  it("falls back to the catalogue's when the level is switched", () => {
    const scored = edited(complete, { type: "set-use", id: "AVAIL-011", use: "award" });
    const must = edited(scored, { type: "set-level", id: "AVAIL-011", level: "must" });
    expect(requirement(must, "AVAIL-011").useOfMeasurement).not.toBe("award");
  });
});

describe("the measure", () => {
  const set = (threshold: string) =>
    ({ type: "set-measure", id: "AVAIL-001", change: { threshold } }) as const;

  it("takes the number in both texts along, written as each language writes it", () => {
    const { text } = requirement(edited(complete, set("92.5")), "AVAIL-001");
    expect(text.sv).toContain("minst 92,5 procent");
    expect(text.en).toContain("at least 92.5 per cent");
  });

  it("leaves nothing for REQ-22 to find, wherever the catalogue writes the number in digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 51, max: 99 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
        expect(found(edited(complete, set(`${whole}.${tenth}`)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("is as before when the number is set back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 51, max: 99 }), (percent) => {
        expect(edited(complete, set(String(percent)), set("90"))).toEqual(complete);
      }),
      { numRuns: 40 },
    );
  });

  it("changes the one of two equal numbers that the unit follows", () => {
    const seconds = {
      type: "set-measure",
      id: "AVAIL-001",
      change: { parameters: { seconds: "90" } },
    } as const;
    const { text } = requirement(edited(complete, seconds, set("95")), "AVAIL-001");
    expect(text.sv).toContain("95 procent av erbjudna samtal inom 90 sekunder");
    expect(text.en).toContain("95 per cent of offered calls within 90 seconds");
  });

  it("names its formula variant in the text", () => {
    const variant = { type: "set-measure", id: "AVAIL-001", change: { variant: "SL-ATTEMPTS" } } as const;
    expect(requirement(edited(complete, variant), "AVAIL-001").text.sv).toContain("SL-ATTEMPTS");
  });

  it("refuses what is no number, variant, window or k of n, all at once", () => {
    const change = {
      threshold: "ninety",
      variant: "SL-BEST",
      window: "sometimes",
      aggregation: "k_of_n",
      aggregationK: 7,
      aggregationN: 6,
      parameters: { seconds: "soon" },
    } as const;
    expect(refusals(complete, { type: "set-measure", id: "AVAIL-001", change })).toEqual([
      "number_malformed",
      "number_malformed",
      "variant_unknown",
      "window_unknown",
      "k_of_n_malformed",
    ]);
  });

  it("reads as its own sentence when the pieces are put together again, for every measure of the catalogue", () => {
    for (const { id, measure } of catalogue.requirements.values()) {
      // Some numbers change the words around them ("100 %" without "at least", "1 year"); the editor keeps the usual ones.
      if (measure === null || ["1", "100"].includes(measure.threshold ?? "")) continue;
      for (const language of languages) {
        const pieces = measureSegments(measure, catalogue, language);
        const whole = pieces.map((piece) =>
          "words" in piece ? piece.words : formatDecimal(piece.value, language),
        );
        expect(whole.join(""), id).toBe(measureSentence(measure, catalogue, language));
      }
    }
  });

  it("offers the threshold and the seconds of 90/20 in their places", () => {
    const { measure } = requirement(complete, "AVAIL-001");
    if (measure === null) throw new Error("no measure");
    const numbers = measureSegments(measure, catalogue, "sv").filter((piece) => "field" in piece);
    expect(numbers).toEqual([
      { field: "threshold", value: "90" },
      { field: "parameters.seconds", value: "20" },
    ]);
  });
});

describe("price rows", () => {
  const item = { name: { sv: "Samtal", en: "Call" }, unit: { sv: "st", en: "pcs" }, volume: "1000" };
  it("are added, changed and removed by their id", () => {
    const added = edited(complete, { type: "add-price-item", item });
    const id = added.priceItems.at(-1)?.id ?? "";
    const changed = edited(added, { type: "change-price-item", item: { ...item, id, volume: "2000.5" } });
    expect(changed.priceItems.at(-1)?.volume).toBe("2000.5");
    expect(edited(changed, { type: "remove-price-item", id })).toEqual(complete);
  });
  it("refuse a volume that is no number, an id in use and an unknown row", () => {
    expect(refusals(complete, { type: "add-price-item", item: { ...item, volume: "many" } })).toEqual([
      "number_malformed",
    ]);
    expect(refusals(complete, { type: "add-price-item", item: { ...item, id: "P1" } })).toEqual([
      "price_item_exists",
    ]);
    expect(refusals(complete, { type: "remove-price-item", id: "P9" })).toEqual(["price_item_unknown"]);
  });
});

describe("the deadline", () => {
  const deadline = (local: string, timezone = "Europe/Stockholm") =>
    ({ type: "set-deadline", local, timezone }) as const;
  it("is the instant of the clock on the wall, in winter and in summer", () => {
    expect(edited(complete, deadline("2027-03-12T12:00")).deadline).toBe("2027-03-12T11:00:00Z");
    expect(edited(complete, deadline("2027-06-12T12:00")).deadline).toBe("2027-06-12T10:00:00Z");
  });
  it("is refused where the clocks skip or repeat it", () => {
    expect(refusals(complete, deadline("2027-03-28T02:30"))).toEqual(["time_not_on_clock"]);
    expect(refusals(complete, deadline("2027-10-31T02:30"))).toEqual(["time_twice"]);
    expect(refusals(complete, deadline("2027-02-30T12:00"))).toEqual(["time_malformed"]);
    expect(refusals(complete, deadline("2027-02-03T12:00", "Mars/Olympus"))).toEqual(["timezone_unknown"]);
  });
});

describe("the converter between the models", () => {
  const toPoints = (sekPerPoint: string) =>
    ({
      type: "convert-model",
      to: "weighted_points",
      lower: "4000000",
      upper: "9000000",
      sekPerPoint,
    }) as const;
  const toSek = { type: "convert-model", to: "added_value_deduction" } as const;

  it("gives the value back after there and back", () => {
    for (const sekPerPoint of ["1", "5000", "20000", "12.5"]) {
      const back = edited(complete, toPoints(sekPerPoint), toSek);
      expect(back.requirements.map(({ valueSek }) => valueSek)).toEqual(
        complete.requirements.map(({ valueSek }) => valueSek),
      );
    }
  });

  it("refuses to round", () => {
    expect(refusals(complete, toPoints("30000"))).toContain("conversion_not_exact");
    expect(refusals(complete, toPoints("0"))).toEqual(["sek_per_point_not_positive"]);
    expect(refusals(complete, { ...toPoints("5000"), upper: "4000000" })).toEqual(["bounds_not_ascending"]);
  });

  it("ranks any two bids below the upper bound alike in both models", () => {
    const shoulds = complete.requirements.filter(({ level }) => level === "should");
    const bid = fc.record({
      price: fc.integer({ min: 0, max: 9_000_000 }),
      shares: fc.array(fc.integer({ min: 0, max: 4 }), {
        minLength: shoulds.length,
        maxLength: shoulds.length,
      }),
    });
    const points = edited(complete, toPoints("5000"));
    fc.assert(
      fc.property(bid, bid, (a, b) => {
        const sek = compare(comparisonPrice(complete, a), comparisonPrice(complete, b));
        const total = compare(totalPoints(points, b), totalPoints(points, a));
        expect(total).toBe(sek);
      }),
    );
  });
});

interface Bid {
  readonly price: number;
  /** Quarters of each should. */
  readonly shares: readonly number[];
}

const quality = (draft: DraftTender, part: "weight" | "valueSek", { shares }: Bid) =>
  sum(
    draft.requirements
      .filter(({ level }) => level === "should")
      .map((should, index) =>
        multiply(parseDecimal(should[part] ?? "") ?? zero, { n: BigInt(shares[index] ?? 0), d: 4n }),
      ),
  );

const comparisonPrice = (draft: DraftTender, bid: Bid) =>
  subtract({ n: BigInt(bid.price), d: 1n }, quality(draft, "valueSek", bid));

function totalPoints(draft: DraftTender, bid: Bid) {
  const model = fixedBounds(draft.evaluation);
  if (model === null) throw new Error("no points");
  const [m, a, b] = [model.priceWeight, model.lower, model.upper].map((text) => parseDecimal(text) ?? zero);
  if (!m || !a || !b) throw new Error("no bounds");
  const price = divide(multiply(m, subtract(b, { n: BigInt(bid.price), d: 1n })), subtract(b, a));
  return add(price, quality(draft, "weight", bid));
}

it("works invented bids through the model", () => {
  expect(workedExample(complete)).toEqual([
    { name: "A", sharePercent: "100", price: "6600000", quality: "1800000", score: "4800000" },
    { name: "B", sharePercent: "80", price: "6000000", quality: "1440000", score: "4560000" },
    { name: "C", sharePercent: "0", price: "5400000", quality: "0", score: "5400000" },
  ]);
  expect(workedExample({ ...complete, estimatedValueSek: null })).toBeNull();
});

it("refuses an edit whole: nothing of a faulty list is carried out", () => {
  const edits = [
    { type: "unpick", ids: ["AVAIL-001"] },
    { type: "set-worth", id: "CONT-001", worth: "much" },
    { type: "set-level", id: "NONE-001", level: "must" },
  ] as const;
  expect(refusals(complete, ...edits)).toEqual(["number_malformed", "requirement_unknown"]);
});
