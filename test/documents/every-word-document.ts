import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import { invitation } from "#app/documents/invitation.ts";
import { questionsAndAnswers } from "#app/documents/questions-and-answers.ts";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { serviceLevels } from "#app/documents/service-levels.ts";
import { loadWording } from "#app/documents/templates.ts";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { Language } from "#app/domain/language.ts";
import { report } from "./invented-evaluation.ts";
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

/** Every kind of Word document of a tender, written from the invented one. */
export const everyWordDocument: Readonly<Record<string, (language: Language) => Promise<Buffer>>> = {
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
};
