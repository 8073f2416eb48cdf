import { describe, expect, it } from "vitest";
import { questionsAndAnswers } from "#app/documents/questions-and-answers.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Addendum } from "#app/domain/addendum/addendum.ts";
import type { Language } from "#app/domain/language.ts";
import type { PublishedAnswer } from "#app/domain/question/question.ts";
import { printedTender, projectRoot, requirements } from "./invented-tender.ts";
import { wordParagraphs, wordTables, wordTexts } from "./word-paragraphs.ts";

const at = (text: string): number => Date.parse(text) * 1000;

const first: PublishedAnswer = {
  number: 1,
  version: 1,
  requirement: requirements.number.id,
  askedUs: at("2027-02-10T08:00:00Z"),
  publishedUs: at("2027-02-11T09:30:00Z"),
  question: { sv: "Gäller det helger?", en: "Does it hold at weekends?" },
  answer: { sv: "Ja.", en: "Yes." },
  addendum: null,
  lateReason: "",
};
const second: PublishedAnswer = {
  ...first,
  number: 2,
  requirement: null,
  publishedUs: at("2027-03-08T09:30:00Z"),
  question: { sv: "Får vi se växeln?", en: "" },
  answer: { sv: "Ja, på plats.", en: "" },
  lateReason: "Visningen var redan utlyst.",
};

async function printed(
  language: Language,
  answers: readonly PublishedAnswer[],
  addenda: readonly Addendum[] = [],
) {
  const wording = await loadWording(projectRoot, "questions-and-answers", language);
  return questionsAndAnswers({
    ...printedTender,
    language,
    wording,
    addenda,
    answers,
    askUntil: "2027-03-02T11:00:00Z",
  });
}

describe("questions and answers as a document", () => {
  it("have a row each in the overview, then a heading each, by number", async () => {
    const bytes = await printed("sv", [second, first]);
    const [overview = []] = await wordTables(bytes);
    expect(overview).toHaveLength(3);
    const headings = (await wordParagraphs(bytes)).filter(({ style }) => style === "Heading2");
    expect(headings.map(({ text }) => text)).toEqual(["2.1\u2002Fråga 1", "2.2\u2002Fråga 2"]);
  });

  it("tell requirement, times, answer and what it means for documents and deadline", async () => {
    const texts = await wordTexts(await printed("en", [first]));
    const { id, title } = requirements.number;
    expect(texts).toContain(`Requirement${id} ${title.en}`);
    expect(texts).toContain("QuestionDoes it hold at weekends?");
    expect(texts).toContain("AnswerYes.");
    expect(texts).toContain("Answered11 February 2027, 10:30");
    expect(texts).toContain("ConsequenceThe documents are not changed.");
    expect(texts).toContain("Questions until2 March 2027, 12:00");
  });

  it("stand in the language they were written in when there is no other", async () => {
    const texts = await wordTexts(await printed("en", [second]));
    expect(texts).toContain("AnswerJa, på plats.");
    expect(texts.join("\n")).toContain("The deadline for bids stays: Visningen var redan utlyst.");
  });

  it("show the answer that stands and below it the one that it corrects", async () => {
    const corrected = {
      ...first,
      version: 2,
      answer: { sv: "Nej.", en: "No." },
      publishedUs: second.publishedUs,
    };
    const texts = await wordTexts(await printed("en", [first, corrected]));
    const answer = texts.indexOf("AnswerNo.");
    expect(answer).toBeGreaterThan(0);
    expect(texts[answer + 1]).toBe("Corrected8 March 2027, 10:30");
    expect(texts[answer + 2]).toBe("Earlier answer11 February 2027, 10:30. Yes.");
  });

  it("begin with the addenda, each with what was and what is, and refer to them by number", async () => {
    const addendum = {
      number: 1,
      reason: { sv: "", en: "The answer changes a volume." },
      oldDeadlineUs: at("2027-03-12T11:00:00Z"),
      newDeadlineUs: at("2027-03-29T10:00:00Z"),
      publishedUs: at("2027-03-01T09:00:00Z"),
    };
    const bytes = await printed("sv", [{ ...first, addendum: 1 }], [addendum]);
    const headings = (await wordParagraphs(bytes)).filter(({ style }) => /^Heading[12]$/.test(style));
    expect(headings.map(({ text }) => text).slice(1)).toEqual([
      "2\u2002Ändringar",
      "2.1\u2002Ändring 1",
      "3\u2002Frågor och svar",
      "3.1\u2002Fråga 1",
    ]);
    const texts = await wordTexts(bytes);
    expect(texts).toContain(
      "AnbudstidSista tidpunkten för anbud flyttas från 12 mars 2027 kl. 12.00 till 29 mars 2027 kl. 12.00.",
    );
    expect(texts).toContain("SkälThe answer changes a volume.");
    expect(texts).toContain("FöljdHandlingarna ändras genom ändring 1.");
  });

  it("say so when there are none, and give the same bytes for the same input", async () => {
    const none = await printed("sv", []);
    expect(await wordTexts(none)).toContain("Senaste svarInga frågor har besvarats.");
    expect(none.equals(await printed("sv", []))).toBe(true);
  });
});
