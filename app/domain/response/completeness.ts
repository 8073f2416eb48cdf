import type { Area, Level } from "#app/domain/catalogue/requirement.ts";
import { type PriceSheet, priceSheet } from "#app/domain/response/price-sheet.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import { isAsked, statements } from "#app/domain/response/statement.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/** `file-missing`: the answer says that a file shows it, and no file lies in the slot. */
type AnswerState = "answered" | "missing" | "file-missing";

/**
 * What the answer as it stands leads to. `rejection`: a must that is unanswered, answered "no" or not proved;
 * `no-value`: a should that gives 0 of its weight or value; `none`: neither of them follows from the answer itself.
 */
type Consequence = "rejection" | "no-value" | "none";

export interface RequirementState {
  readonly requirement: string;
  readonly area: Area;
  readonly level: Level;
  readonly state: AnswerState;
  readonly consequence: Consequence;
}

export interface Progress {
  readonly total: number;
  readonly answered: number;
}

export interface Completeness {
  /** In the tender's order. */
  readonly requirements: readonly RequirementState[];
  /** In the order in which the tender names the areas. */
  readonly areas: ReadonlyArray<Progress & { readonly area: Area }>;
  readonly statements: Progress;
  readonly prices: Progress & Pick<PriceSheet, "aboveCeiling">;
  readonly whole: Progress;
}

type Draft = Pick<ResponseContent, "answers" | "statements" | "unitPrices" | "files">;

/** What is answered, what is missing and what that leads to. Says nothing about how a given answer will be judged. */
export function completeness(content: TenderContent, response: Draft): Completeness {
  const proved = new Set(response.files.map((file) => file.slot));
  const requirements = content.requirements.map((requirement): RequirementState => {
    const answer = response.answers[requirement.id] ?? null;
    const state = stateOf(answer, proved.has(requirement.id));
    const { id, area, level } = requirement;
    return { requirement: id, area, level, state, consequence: consequenceOf(requirement, state, answer) };
  });
  const areas = [...new Set(content.requirements.map((requirement) => requirement.area))].map((area) => ({
    area,
    ...progressOf(requirements.filter((state) => state.area === area)),
  }));
  const sheet = priceSheet(content, response.unitPrices);
  const prices = {
    total: sheet.rows.length,
    answered: sheet.rows.length - sheet.missing.length,
    aboveCeiling: sheet.aboveCeiling,
  };
  const asked = statements.filter(isAsked);
  const stated = {
    total: asked.length,
    answered: asked.filter(({ id }) => response.statements[id] !== undefined).length,
  };
  const answers = progressOf(requirements);
  return {
    requirements,
    areas,
    statements: stated,
    prices,
    whole: {
      total: answers.total + stated.total + prices.total,
      answered: answers.answered + stated.answered + prices.answered,
    },
  };
}

function stateOf(answer: Answer | null, hasFile: boolean): AnswerState {
  if (answer === null) return "missing";
  return answer.type === "file" && answer.met && !hasFile ? "file-missing" : "answered";
}

function consequenceOf(
  { level }: Pick<TenderRequirement, "level">,
  state: AnswerState,
  answer: Answer | null,
): Consequence {
  if (state === "answered" && !(answer !== null && saysNo(answer))) return "none";
  return level === "must" ? "rejection" : "no-value";
}

const saysNo = (answer: Answer): boolean =>
  (answer.type === "yes-no" && !answer.value) || (answer.type === "file" && !answer.met);

const progressOf = (states: readonly RequirementState[]): Progress => ({
  total: states.length,
  answered: states.filter((state) => state.state === "answered").length,
});
