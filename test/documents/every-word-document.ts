import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import { invitation } from "#app/documents/invitation.ts";
import { questionsAndAnswers } from "#app/documents/questions-and-answers.ts";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { serviceLevels } from "#app/documents/service-levels.ts";
import { loadWording } from "#app/documents/templates.ts";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { Language } from "#app/domain/language.ts";
import { awardLetterTo } from "./invented-award.ts";
import { letterOfCancellation } from "./invented-cancellation.ts";
import { report } from "./invented-evaluation.ts";
import { reportOfMonth } from "./invented-follow-up.ts";
import { openingDocument } from "./invented-opening.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";

const measureSentence = () => "at least 90 per cent of offered calls within 20 s";
const answer = {
  number: 1,
  version: 1,
  requirement: null,
  askedUs: 1_800_000_000_000_000,
  publishedUs: 1_800_086_400_000_000,
  question: { sv: "Gäller det helger?", en: "Does it hold at weekends?" },
  answer: { sv: "Ja.", en: "Yes." },
  addendum: null,
  lateReason: "",
};

const addendum = {
  number: 1,
  reason: { sv: "Svaret ändrar en volym.", en: "The answer changes a volume." },
  oldDeadlineUs: 1_804_000_000_000_000,
  newDeadlineUs: 1_805_000_000_000_000,
  publishedUs: 1_800_090_000_000_000,
};

type Written = Readonly<Record<string, (language: Language) => Promise<Buffer>>>;

/** Every kind of Word document of a tender with chapters and contents, written from the invented one. */
export const everyWordDocument: Written = {
  invitation: async (language) =>
    invitation({
      ...printedTender,
      language,
      wording: await loadWording(projectRoot, "invitation", language),
      address: "https://ekvallen.example/tenders/t",
    }),
  "requirement specification": async (language) =>
    requirementSpecification({
      ...printedTender,
      language,
      wording: await loadWording(projectRoot, "requirement-specification", language),
      measureSentence,
    }),
  "evaluation description": async (language) =>
    evaluationDescription({
      ...printedTender,
      language,
      wording: await loadWording(projectRoot, "evaluation-description", language),
      example: exampleEvaluation(content),
    }),
  "service levels": async (language) =>
    serviceLevels({
      ...printedTender,
      vocabulary: { ...printedTender.vocabulary, windows: new Map(), exclusions: new Map() },
      language,
      wording: await loadWording(projectRoot, "service-levels", language),
      measureSentence,
    }),
  "questions and answers": async (language) =>
    questionsAndAnswers({
      ...printedTender,
      language,
      wording: await loadWording(projectRoot, "questions-and-answers", language),
      addenda: [addendum],
      answers: [answer],
      askUntil: "2027-03-02T11:00:00Z",
    }),
  "opening record": (language) => openingDocument(language),
  "evaluation report": (language) => report(language),
  "follow-up report": (language) => reportOfMonth("2027-12", language),
};

/** Every kind of letter about a decision, without contents. */
export const everyLetter: Written = {
  "award letter to the winner": (language) => awardLetterTo("a", language),
  "award letter to a rejected bidder": (language) => awardLetterTo("b", language),
  "award letter to a loser": (language) => awardLetterTo("c", language),
  "cancellation letter to a bidder": (language) =>
    letterOfCancellation(language, { name: "Svarslinjen AB (påhittad)", number: "559900-0016" }),
  "cancellation letter to all": (language) => letterOfCancellation(language, null, { bids: null }),
};
