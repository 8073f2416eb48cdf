import type { Actor } from "#app/domain/account/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { type AnswerDefinition, type Area, areas, type Level } from "#app/domain/catalogue/requirement.ts";
import { unitName } from "#app/domain/catalogue/unit.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { type EnteredAnswer, enteredOf } from "#app/domain/response/check-answer.ts";
import type { RequirementState } from "#app/domain/response/completeness.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { worthIn, worthUnit } from "#app/domain/tender/model-units.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";

/** One requirement as a vendor answers it, in one language; decimals are strings. */
export interface Question {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly text: string;
  readonly motive: string;
  readonly proof: string;
  /** How the promise is measured; null when it is not. */
  readonly measure: string | null;
  readonly definition: AnswerDefinition;
  /** Words of the unit of a number; null without one. */
  readonly unit: string | null;
  /** What full share gives; null for a must. */
  readonly worth: { readonly type: "points" | "sek"; readonly value: string } | null;
  /** What gives which share of the worth, best first; empty for a must. */
  readonly anchors: ReadonlyArray<{ readonly share: string; readonly text: string }>;
  readonly entered: EnteredAnswer;
  readonly seenUs: number | null;
  readonly files: readonly ResponseFile[];
  readonly state: RequirementState["state"];
  readonly consequence: RequirementState["consequence"];
}

export interface QuestionPage {
  readonly area: Area;
  readonly title: string;
  readonly mayEdit: boolean;
  readonly timezone: string;
  readonly questions: readonly Question[];
  readonly previous: Area | null;
  readonly next: Area | null;
}

/** The questions of one area with the vendor's own answers. Fault: `not_found` also for an area that is not asked about. */
export async function readQuestions(
  app: Application,
  actor: Actor,
  tenderId: string,
  wanted: string,
  language: Language,
): Promise<Result<QuestionPage>> {
  const own = await readOwnResponse(app, actor, tenderId);
  if (!own.ok) return own;
  const { tender, completeness, draft, seenUs, mayEdit } = own.value;
  const asked = completeness.areas.map((progress) => progress.area);
  const area = areas.find((known) => known === wanted);
  const index = area === undefined ? -1 : asked.indexOf(area);
  if (area === undefined || index === -1) return failure({ code: "not_found" });
  const states = new Map(completeness.requirements.map((state) => [state.requirement, state]));
  const questions = tender.requirements
    .filter((requirement) => requirement.area === area)
    .map((requirement): Question => {
      const { id, level, motive, proof, answer } = requirement;
      const given = draft.answers[id];
      const state = states.get(id);
      return {
        id,
        level,
        title: requirement.title[language],
        text: requirement.text[language],
        motive: motive[language],
        proof: proof[language],
        measure: requirement.measure && measureSentence(requirement.measure, app.catalogue, language),
        definition: answer,
        unit: unitOf(answer, app.catalogue, language),
        worth: worthOf(tender, requirement),
        anchors: level === "should" ? anchorsOf(requirement, language) : [],
        entered: given === undefined ? { values: [], comment: "" } : enteredOf(given),
        seenUs: seenUs[id] ?? null,
        files: draft.files.filter((file) => file.slot === id),
        state: state?.state ?? "missing",
        consequence: state?.consequence ?? "none",
      };
    });
  return success({
    area,
    title: app.catalogue.areas.get(area)?.name[language] ?? area,
    mayEdit,
    timezone: tender.timezone,
    questions,
    previous: asked[index - 1] ?? null,
    next: asked[index + 1] ?? null,
  });
}

function worthOf({ evaluation }: PublishedTender, requirement: TenderRequirement): Question["worth"] {
  const type = worthUnit(evaluation);
  const value = worthIn(evaluation, requirement);
  return requirement.level === "should" && value !== null ? { type, value } : null;
}

const anchorsOf = ({ scoring }: TenderRequirement, language: Language): Question["anchors"] =>
  scoring.anchors.map((anchor) => ({ share: anchor.share, text: anchor[language] })).reverse();

function unitOf(answer: AnswerDefinition, catalogue: Catalogue, language: Language): string | null {
  if (answer.type !== "number" || answer.unit === null) return null;
  return unitName(answer.unit, catalogue, language);
}
