import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import {
  type AnswerDefinition,
  areas,
  type Level,
  type Requirement,
  type Scoring,
} from "#app/domain/catalogue/requirement.ts";
import { isUseOfLevel } from "#app/domain/catalogue/use-of-level.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { multiply, parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { changeRequirement } from "#app/domain/tender/change-requirement.ts";
import { measurementUse, tenderRequirement } from "#app/domain/tender/create-draft.ts";
import type { EditOf } from "#app/domain/tender/draft-edit.ts";
import { withVerb } from "#app/domain/tender/modal-verb.ts";
import { worthField } from "#app/domain/tender/model-units.ts";
import { malformed } from "#app/domain/tender/number-field.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * Adds requirements of the catalogue at their suggested level. A should gets its suggested weight, and in a draft from a
 * profile also the SEK that the profile gives for it. Faults: `requirement_unknown`, `requirement_picked`.
 */
export function pickRequirements(
  draft: DraftTender,
  ids: readonly string[],
  catalogue: Catalogue,
): Result<DraftTender> {
  const faults = ids.flatMap((id) => {
    if (!catalogue.requirements.has(id)) return [{ code: "requirement_unknown", params: { id } }];
    if (draft.requirements.some((one) => one.id === id)) {
      return [{ code: "requirement_picked", params: { id } }];
    }
    return [];
  });
  if (faults.length > 0) return failure(...faults);
  const sekPerUnit = catalogue.profiles.get(draft.profile ?? "")?.sekPerWeightUnit ?? null;
  const picked = [...new Set(ids)]
    .flatMap((id) => catalogue.requirements.get(id) ?? [])
    .map((requirement) =>
      tenderRequirement(requirement, requirement.level, suggestedWorth(requirement, sekPerUnit)),
    );
  return success({ ...draft, requirements: inOrder([...draft.requirements, ...picked], catalogue) });
}

function suggestedWorth({ defaultWeight }: Requirement, sekPerUnit: string | null) {
  const [weight, sek] = [parseDecimal(defaultWeight), parseDecimal(sekPerUnit ?? "")];
  const valueSek = weight && sek ? toDecimal(multiply(weight, sek), 2, halfUp) : null;
  return { weight: defaultWeight, valueSek };
}

/** By area; within it as the catalogue has them, own ones last. */
function inOrder(requirements: readonly TenderRequirement[], catalogue: Catalogue): TenderRequirement[] {
  const places = new Map([...catalogue.requirements.keys()].map((id, place) => [id, place]));
  const place = ({ id }: TenderRequirement) => places.get(id) ?? places.size;
  return [...requirements].sort(
    (a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) || place(a) - place(b) || (a.id < b.id ? -1 : 1),
  );
}

const nothing: Text = { sv: "", en: "" };

/** Adds a requirement of the buyer's own, to be written. It asks for yes or no and has no measure. */
export function addOwnRequirement(
  draft: DraftTender,
  { area, level, title }: EditOf<"add-own">,
): DraftTender {
  const numbers = draft.requirements.map(({ id }) => Number(/^OWN-(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `OWN-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
  const own: TenderRequirement = {
    id,
    area,
    level,
    title,
    text: level === "must" ? ownMust : withVerb(ownMust, "should"),
    motive: nothing,
    proofKind: "declaration",
    proof: nothing,
    followUp: nothing,
    useOfMeasurement: "verification",
    answer: { type: "yes-no" },
    scoring: yesOrNo,
    measure: null,
    standard: null,
    weight: null,
    valueSek: null,
  };
  const after = draft.requirements.findLastIndex((one) => areas.indexOf(one.area) <= areas.indexOf(area)) + 1;
  return { ...draft, requirements: draft.requirements.toSpliced(after, 0, own) };
}

const ownMust: Text = { sv: "Leverantören ska ", en: "The supplier shall " };

const yesOrNo: Scoring = {
  type: "levels",
  combine: "single",
  anchors: [
    {
      value: "no",
      share: "0",
      sv: "Nej, eller ja utan begärt bevis.",
      en: "No, or yes without the requested proof.",
    },
    {
      value: "yes",
      share: "1",
      sv: "Ja, styrkt med begärt bevis.",
      en: "Yes, supported by the requested proof.",
    },
  ],
};

const judgedInThreeLevels: Scoring = {
  type: "levels",
  combine: "single",
  anchors: [
    { value: "0", share: "0", sv: "", en: "" },
    { value: "1", share: "0.5", sv: "", en: "" },
    { value: "2", share: "1", sv: "", en: "" },
  ],
};

/**
 * Asks for another kind of answer to a requirement of the buyer's own. Fault: `answer_of_catalogue`, since the answer
 * of a catalogue requirement belongs to its measure and scale.
 */
export function setAnswer(draft: DraftTender, edit: EditOf<"set-answer">, catalogue: Catalogue) {
  return changeRequirement(draft, edit.id, (requirement): Result<TenderRequirement> => {
    if (catalogue.requirements.has(edit.id)) {
      return failure({ code: "answer_of_catalogue", params: { id: edit.id } });
    }
    const [answer, scoring] = ownAnswer(edit.answer);
    return success({ ...requirement, answer, scoring });
  });
}

function ownAnswer(type: AnswerDefinition["type"]): [AnswerDefinition, Scoring] {
  switch (type) {
    case "yes-no":
      return [{ type }, yesOrNo];
    case "file":
      return [{ type }, yesOrNo];
    case "text":
      return [{ type }, judgedInThreeLevels];
    case "number":
      return [
        { type, unit: null, min: null, max: null, decimals: 2 },
        {
          type: "linear",
          direction: "higher",
          unit: null,
          anchors: [
            { at: "0", share: "0", sv: "", en: "" },
            { at: "100", share: "1", sv: "", en: "" },
          ],
        },
      ];
    case "choice":
      return [
        {
          type,
          multiple: false,
          options: [
            { value: "a", sv: "", en: "" },
            { value: "b", sv: "", en: "" },
          ],
        },
        {
          type: "levels",
          combine: "single",
          anchors: [
            { value: "a", share: "0", sv: "", en: "" },
            { value: "b", share: "1", sv: "", en: "" },
          ],
        },
      ];
  }
}

/**
 * Turns a must into a should or back. The text follows: the catalogue's own variant where the text is the
 * catalogue's, otherwise the buyer's words with the other verb. A must loses its worth.
 */
export function setLevel(draft: DraftTender, { id, level }: EditOf<"set-level">, catalogue: Catalogue) {
  const known = catalogue.requirements.get(id);
  const sekPerUnit = catalogue.profiles.get(draft.profile ?? "")?.sekPerWeightUnit ?? null;
  return changeRequirement(draft, id, (requirement) => {
    if (requirement.level === level) return success(requirement);
    return success({
      ...requirement,
      level,
      text: textAt(requirement, level, known),
      useOfMeasurement: known ? measurementUse(known, level) : requirement.useOfMeasurement,
      ...(level === "should" && known ? suggestedWorth(known, sekPerUnit) : { weight: null, valueSek: null }),
    });
  });
}

function textAt(
  { level: before, text }: TenderRequirement,
  level: Level,
  known: Requirement | undefined,
): Text {
  const own = known?.texts[before];
  const untouched = own !== undefined && own.sv === text.sv && own.en === text.en;
  return untouched && known ? known.texts[level] : withVerb(text, level);
}

/**
 * Sets what a should is worth in the tender's model, points or SEK; null takes it away. Faults: `worth_of_must`,
 * `number_malformed`.
 */
export function setWorth(draft: DraftTender, { id, worth }: EditOf<"set-worth">) {
  const part = worthField(draft.evaluation);
  const field = `requirements.${id}.${part}`;
  return changeRequirement(draft, id, (requirement): Result<TenderRequirement> => {
    if (requirement.level === "must") {
      return worth === null ? success(requirement) : failure({ code: "worth_of_must", place: { field } });
    }
    const faults = malformed(field, worth);
    return faults.length > 0 ? failure(...faults) : success({ ...requirement, [part]: worth });
  });
}

export const setRequirementText = (draft: DraftTender, { id, field, text }: EditOf<"set-text">) =>
  changeRequirement(draft, id, (requirement) => success({ ...requirement, [field]: text }));

/** Sets what measured data is used for. Fault: `use_against_level`. */
export function setUse(draft: DraftTender, { id, use }: EditOf<"set-use">) {
  return changeRequirement(draft, id, (requirement): Result<TenderRequirement> => {
    const { level } = requirement;
    if (isUseOfLevel(use, level)) return success({ ...requirement, useOfMeasurement: use });
    const place = { field: `requirements.${id}.useOfMeasurement` };
    return failure({ code: "use_against_level", place, params: { level, use } });
  });
}
