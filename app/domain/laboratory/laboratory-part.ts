import type { Area } from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import { type Fraction, parseDecimal, sum, zero } from "#app/domain/money/fraction.ts";
import { worthIn } from "#app/domain/tender/model-units.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

export const partings = ["area", "requirement"] as const;
/** Whether a fictitious bid is described by area, which is quick, or by each should. */
export type Parting = (typeof partings)[number];

/** What a fictitious bid has one share for: a should, or all shoulds of an area. */
export interface LaboratoryPart {
  readonly id: string;
  readonly area: Area;
  /** Null for an area: its name stands in the catalogue. */
  readonly title: Text | null;
  readonly requirements: readonly string[];
  /** Points or SEK at full share, by the tender's model. */
  readonly worth: Fraction;
}

/** The shoulds of a tender, one by one or by area, in the tender's order. A worth that is missing still counts 0. */
export function laboratoryParts(tender: TenderContent, parting: Parting): readonly LaboratoryPart[] {
  const shoulds = tender.requirements
    .filter(({ level }) => level === "should")
    .map((should) => ({
      id: should.id,
      area: should.area,
      title: should.title,
      worth: parseDecimal(worthIn(tender.evaluation, should) ?? "") ?? zero,
    }));
  if (parting === "requirement") {
    return shoulds.map(({ id, area, title, worth }) => ({ id, area, title, requirements: [id], worth }));
  }
  return [...Map.groupBy(shoulds, ({ area }) => area)].map(([area, members]) => ({
    id: area,
    area,
    title: null,
    requirements: members.map(({ id }) => id),
    worth: sum(members.map(({ worth }) => worth)),
  }));
}
