import { awardLetterSentences } from "#app/documents/award-letter-sentences.ts";
import { cancellationLetterSentences } from "#app/documents/cancellation-letter-sentences.ts";
import { comparisonWorkbookSentences } from "#app/documents/comparison-workbook-sentences.ts";
import { evaluationDescriptionSentences } from "#app/documents/evaluation-description-sentences.ts";
import { evaluationReportSentences } from "#app/documents/evaluation-report-sentences.ts";
import { followUpReportSentences } from "#app/documents/follow-up-report-sentences.ts";
import type { frameSentences } from "#app/documents/frame-sentences.ts";
import { invitationSentences } from "#app/documents/invitation-sentences.ts";
import { openingRecordSentences } from "#app/documents/opening-record-sentences.ts";
import { questionsSentences } from "#app/documents/questions-sentences.ts";
import { requirementSpecificationSentences } from "#app/documents/requirement-specification-sentences.ts";
import { responseWorkbookSentences } from "#app/documents/response-workbook-sentences.ts";
import { serviceLevelsSentences } from "#app/documents/service-levels-sentences.ts";
import { statementSentences } from "#app/documents/statement-sentences.ts";

/**
 * Every sentence of every document with the placeholders that it has to carry. A template file that lacks one of
 * these, or has one more, is a fault (`templates check`).
 */
export const templateSentences = {
  invitation: invitationSentences,
  "requirement-specification": requirementSpecificationSentences,
  "response-workbook": responseWorkbookSentences,
  "evaluation-description": evaluationDescriptionSentences,
  statements: statementSentences,
  "questions-and-answers": questionsSentences,
  "follow-up-report": followUpReportSentences,
  "service-levels": serviceLevelsSentences,
  "opening-record": openingRecordSentences,
  "evaluation-report": evaluationReportSentences,
  "award-letter": awardLetterSentences,
  "cancellation-letter": cancellationLetterSentences,
  "comparison-workbook": comparisonWorkbookSentences,
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type TemplateName = keyof typeof templateSentences;

/** The sentences of one document in one language, by key. */
export type Wording<N extends TemplateName> = {
  readonly [K in keyof (typeof templateSentences)[N]]: string;
};

/** What every Word document of a tender says on its cover and at the edges of its pages. */
export type FrameWording = { readonly [K in keyof typeof frameSentences]: string };
