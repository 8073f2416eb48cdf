import type { Paragraph } from "docx";
import {
  aboutTender,
  howToRead,
  overview,
  volumes,
} from "#app/documents/requirement-specification-chapters.ts";
import type { RequirementSpecificationInput } from "#app/documents/requirement-specification-input.ts";
import { measureDefinitions } from "#app/documents/requirement-specification-measures.ts";
import { requirementBlock } from "#app/documents/requirement-specification-requirement.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { heading, paragraph } from "#app/documents/word-parts.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * The requirement specification as a Word file: cover, contents, what is bought, requirements by area, measure
 * definitions and an overview. The same input gives the same bytes.
 */
export async function requirementSpecification(input: RequirementSpecificationInput): Promise<Buffer> {
  return tenderDocument(input, [
    ...aboutTender(input),
    ...howToRead(input),
    ...volumes(input),
    ...requirementsChapter(input),
    ...measureDefinitions(input),
    ...overview(input),
  ]);
}

/** Chapter 4: every requirement, by area in the order of the tender. */
function requirementsChapter(input: RequirementSpecificationInput): Paragraph[] {
  const { content, wording, language, vocabulary } = input;
  const count = (level: TenderRequirement["level"]): string =>
    String(content.requirements.filter((requirement) => requirement.level === level).length);
  const byArea = Map.groupBy(content.requirements, ({ area }) => area);
  return [
    heading(1, "4", wording.requirements, true),
    paragraph(fill(wording.requirements_count, { musts: count("must"), shoulds: count("should") })),
    ...[...byArea].flatMap(([area, requirements], index) => [
      heading(2, `4.${index + 1}`, vocabulary.areas.get(area)?.name[language] ?? area),
      ...requirements.flatMap((requirement) => requirementBlock(requirement, input)),
    ]),
  ];
}
