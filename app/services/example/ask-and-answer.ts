import type { Text } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { accepted } from "#app/services/example/accepted.ts";
import type { Buyer } from "#app/services/example/make-tender.ts";
import type { Respondent } from "#app/services/example/respond.ts";
import { moveTo, pass, type SettableClock } from "#app/services/example/settable-clock.ts";
import { askQuestion } from "#app/services/questions/ask-question.ts";
import { publishAnswer } from "#app/services/questions/publish-answer.ts";

interface ExampleQuestion {
  readonly requirement: string | null;
  readonly question: Text;
  /** Null for a question that still waits. */
  readonly answer: Text | null;
}

export const switchboardQuestions: readonly ExampleQuestion[] = [
  {
    requirement: "AVAIL-001",
    question: {
      sv: "Räknas samtal som läggs på inom fem sekunder med i servicenivån?",
      en: "Are calls that end within five seconds counted in the service level?",
    },
    answer: {
      sv: "Formeln i kravspecifikationen gäller som den står: variant och gräns för korta avbrott framgår av måttdefinitionen.",
      en: "The formula of the requirement specification applies as it stands: variant and limit for short abandons are told by the measure definition.",
    },
  },
  {
    requirement: null,
    question: {
      sv: "Får anbudet skrivas på engelska även om samtalen tas på svenska?",
      en: "May the bid be written in English although calls are taken in Swedish?",
    },
    answer: {
      sv: "Ja. Anbudet får skrivas på svenska eller engelska. Språkkraven på telefonisterna ändras inte av det.",
      en: "Yes. The bid may be written in Swedish or English. That does not change the language requirements for telephonists.",
    },
  },
];

export const hotlineQuestions: readonly ExampleQuestion[] = [
  {
    requirement: null,
    question: {
      sv: "Hur många av samtalen kommer mellan klockan 22 och 06?",
      en: "How many of the calls come between 22:00 and 06:00?",
    },
    answer: {
      sv: "I exemplet ungefär var tionde. Siffran är påhittad.",
      en: "In the example about every tenth. The figure is invented.",
    },
  },
  {
    requirement: null,
    question: {
      sv: "Kan jouren lämna över till kommunens egen beredskap utan att ringa upp igen?",
      en: "Can on-call duty be handed over to the municipality's own standby without calling again?",
    },
    answer: null,
  },
];

/** A vendor asks on one day, an hour apart; the owner answers what has an answer on another. */
export async function askAndAnswer(
  app: Application,
  clock: SettableClock,
  { owner }: Buyer,
  vendor: Respondent | undefined,
  tenderId: string,
  questions: readonly ExampleQuestion[],
  [asked, answered]: readonly [string, string],
): Promise<void> {
  if (vendor === undefined) return;
  moveTo(clock, asked);
  const waiting: (ExampleQuestion & { readonly id: string })[] = [];
  for (const one of questions) {
    pass(clock, 60 * 60);
    const question = { text: one.question.sv, requirement: one.requirement, namesAllowed: false };
    waiting.push({ ...one, id: accepted(await askQuestion(app, vendor.person, tenderId, question)) });
  }
  moveTo(clock, answered);
  for (const { id, question, answer } of waiting) {
    if (answer === null) continue;
    pass(clock, 15 * 60);
    const published = { question, answer, addendum: null, lateReason: "", namesAllowed: false };
    accepted(await publishAnswer(app, owner, tenderId, id, published));
  }
}
