import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerDefinition } from "#app/domain/catalogue/requirement.ts";
import { checkAnswer, plainDecimal, readAnswer } from "#app/domain/response/check-answer.ts";

const asking = (answer: AnswerDefinition) => ({ id: "AVAIL-001", answer });
const percent = asking({ type: "number", unit: "%", min: "0", max: "100", decimals: 2 });
const languages = asking({
  type: "choice",
  multiple: true,
  options: ["fi", "en", "so"].map((value) => ({ value, sv: value, en: value })),
});
const entered = (...values: string[]) => ({ values, comment: "" });
const codes = (result: ReturnType<typeof readAnswer>) =>
  result.ok ? [] : result.faults.map(({ code }) => code);

describe("a number as people write it", () => {
  it.each([
    ["99,5", "99.5"],
    ["99.50", "99.5"],
    ["12 345,6", "12345.6"],
    ["12\u00a0345", "12345"],
    ["007", "7"],
    ["\u22123,0", "-3"],
    ["-0,00", "0"],
  ])("reads %j as %s", (typed, stored) => {
    expect(plainDecimal(typed)).toBe(stored);
  });

  it.each(["", "1,234.5", "1.234,5", "1e3", "99 %", "+5", ".5", "5,", "NaN", "٣", "9".repeat(41)])(
    "does not guess at %j",
    (typed) => {
      expect(plainDecimal(typed)).toBeNull();
    },
  );

  it("reads every decimal string, with comma or point, as the same number", () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
      .map(([n, places]) => (n / 10 ** places).toFixed(places));
    fc.assert(
      fc.property(decimal, (text) => {
        const plain = plainDecimal(text);
        expect(plain).toBe(plainDecimal(text.replace(".", ",")));
        expect(Number(plain)).toBe(Number(text) + 0);
        expect(plainDecimal(plain ?? "")).toBe(plain);
      }),
    );
  });
});

describe("an answer against its definition", () => {
  it.each([
    ["0", []],
    ["100", []],
    ["100,01", ["answer_too_high"]],
    ["-0,01", ["answer_too_low"]],
    ["99,555", ["answer_too_many_decimals"]],
    ["100,555", ["answer_too_many_decimals", "answer_too_high"]],
    ["nästan alla", ["answer_not_number"]],
  ])("holds %j against inclusive bounds and decimals, and tells every fault", (typed, faults) => {
    expect(codes(readAnswer(percent, entered(typed)))).toEqual(faults);
  });

  it("takes nothing entered as no answer, never as no or 0", () => {
    for (const requirement of [percent, languages, asking({ type: "yes-no" }), asking({ type: "text" })]) {
      expect(readAnswer(requirement, entered("", "  "))).toEqual({ ok: true, value: null });
    }
  });

  it("gives the same choice in the tender's order, each option once, however it was clicked", () => {
    expect(readAnswer(languages, entered("so", "fi", "so"))).toEqual({
      ok: true,
      value: { type: "choice", values: ["fi", "so"] },
    });
    expect(codes(readAnswer(languages, entered("fi", "klingon")))).toEqual(["answer_not_an_option"]);
  });

  it("takes one option where one is asked for", () => {
    const one = asking({
      ...(languages.answer as Extract<AnswerDefinition, { type: "choice" }>),
      multiple: false,
    });
    expect(codes(readAnswer(one, entered("fi", "en")))).toEqual(["answer_one_option"]);
  });

  it("points every fault at the requirement's field", () => {
    const result = readAnswer(percent, entered("x"));
    expect(result.ok || result.faults.map(({ place }) => place?.field)).toEqual(["answers.AVAIL-001"]);
  });

  it("keeps apostrophes, quotes, å and emoji as they were typed", () => {
    const words = `O'Brien sa "å, 😀" \\ <b>`;
    expect(readAnswer(asking({ type: "text" }), entered(words))).toEqual({
      ok: true,
      value: { type: "text", value: words },
    });
  });

  it("refuses an answer of another type, wherever it comes from", () => {
    const result = checkAnswer(percent, { type: "text", value: "99" });
    expect(codes(result)).toEqual(["answer_other_type"]);
  });
});
