import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { formatDecimal, formatTimeOfDay } from "#app/domain/catalogue/number-format.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { type Language, languages } from "#app/domain/language.ts";
import { requirementOf, shippedCatalogue } from "../../catalogue/shipped-catalogue.ts";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

function measureOf(id: string): Measure {
  const { measure } = requirementOf(catalogue, id);
  if (measure === null) throw new Error(`${id} is not measured`);
  return measure;
}

/** The sentence with plain spaces, so that it can be read here. */
const sentence = (measure: Measure, language: Language) =>
  measureSentence(measure, catalogue, language).replaceAll("\u00a0", " ");

describe("a measure as a sentence", () => {
  it("says limit, formula and window of 90/20", () => {
    const measure = { ...measureOf("AVAIL-001"), exclusions: [] };
    expect(sentence(measure, "sv")).toBe(
      "minst 90 % av erbjudna samtal besvaras inom 20 sekunder, varje kalendermånad",
    );
    expect(sentence(measure, "en")).toBe(
      "at least 90% of offered calls are answered within 20 seconds, every calendar month",
    );
  });

  it("says another formula in other words", () => {
    const measure = { ...measureOf("AVAIL-001"), variant: "SL-ANSWERED", exclusions: [] };
    expect(sentence(measure, "sv")).toBe(
      "minst 90 % av besvarade samtal besvaras inom 20 sekunder, varje kalendermånad",
    );
  });

  it("names what is left out", () => {
    expect(sentence(measureOf("AVAIL-004"), "sv")).toBe(
      "systemet är tillgängligt minst 99,5 % av avtalad tid, för varje system, varje kalendermånad, " +
        "borträknat planerat och aviserat underhåll och det som beställaren har orsakat",
    );
  });

  it("says parameters that the metric's pattern does not hold, two bounds together", () => {
    expect(sentence(measureOf("CAP-011"), "en")).toBe(
      "at least 80% of offered calls are answered within 60 seconds, at 120 to 150% of the forecast, " +
        "every calendar month, totalled",
    );
    expect(sentence(measureOf("CAP-004"), "sv")).toContain("mellan kl. 22.00 och 06.00");
  });

  it("names the metric where it has no pattern of its own, one unit in the singular", () => {
    expect(sentence(measureOf("QUAL-023"), "sv")).toBe(
      "Tid till återkoppling i ärende: högst 1 arbetsdag, vid varje händelse",
    );
  });

  it("falls back on the metric's name when the pattern needs a parameter that is missing", () => {
    const measure = { ...measureOf("AVAIL-001"), parameters: {}, exclusions: [] };
    expect(sentence(measure, "sv")).toBe("Servicenivå: minst 90 %, varje kalendermånad");
  });

  it("says both bounds, and of a trigger that it lies outside of them", () => {
    expect(sentence(measureOf("STAFF-013"), "sv")).toBe(
      "telefonisternas beläggning är mellan 60 och 88 %, varje kalendermånad",
    );
    expect(sentence(measureOf("AVAIL-017"), "en")).toBe(
      "the duty starts when the average wait before abandonment is below 20 or above 60 seconds, " +
        "every calendar month",
    );
  });

  it("says that a value is only reported", () => {
    expect(sentence(measureOf("AVAIL-015"), "sv")).toBe("redovisas: Svarsgrad, varje dygn");
  });

  it("says k of n windows", () => {
    const measure = {
      ...measureOf("AVAIL-001"),
      aggregation: "k_of_n",
      aggregationK: 11,
      aggregationN: 12,
    } as const;
    expect(sentence(measure, "sv")).toContain("i minst 11 av 12 perioder i följd");
  });

  it("says 'all' plainly, but not for a limit that is not a share", () => {
    expect(sentence(measureOf("REM-022"), "en")).toMatch(/^100% of home computers/);
    expect(sentence({ ...measureOf("CAP-013"), threshold: "100" }, "en")).toContain("at least 100 calls");
  });

  it.each(languages)("says threshold, every parameter and window of every measure, in %s", (language) => {
    for (const { measure } of catalogue.requirements.values()) {
      if (measure === null) continue;
      const text = measureSentence(measure, catalogue, language);
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text).toContain(catalogue.windows.get(measure.window)?.phrase[language]);
      if (measure.threshold !== null) expect(text).toContain(formatDecimal(measure.threshold, language));
      for (const [key, value] of Object.entries(measure.parameters)) {
        if (key === "scope") continue;
        const said = /^\d\d:/.test(String(value))
          ? formatTimeOfDay(String(value), language)
          : formatDecimal(String(value), language);
        expect(text).toContain(said);
      }
    }
  });
});

describe("numbers as people write them", () => {
  it.each([
    ["99.95", "99,95", "99.95"],
    ["1600", "1\u00a0600", "1,600"],
    ["-1234567.5", "\u22121\u00a0234\u00a0567,5", "\u22121,234,567.5"],
    ["100", "100", "100"],
    ["4.0", "4,0", "4.0"],
  ])("%s is %s in Swedish and %s in English", (value, swedish, english) => {
    expect(formatDecimal(value, "sv")).toBe(swedish);
    expect(formatDecimal(value, "en")).toBe(english);
  });
});
