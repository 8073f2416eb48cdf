import type { InvitationChapter, InvitationInput } from "#app/documents/invitation-input.ts";
import { fill } from "#app/documents/templates.ts";
import { table } from "#app/documents/word-parts.ts";

/** From the opening to the contract, and which documents belong to the tender. */
export function awardChapters(input: InvitationInput): readonly InvitationChapter[] {
  const { wording, content, language } = input;
  const remarks = content.provisions.remarks[language].trim();
  return [
    { title: wording.examination, provisions: examination(input) },
    {
      title: wording.secrecy,
      provisions: [wording.secrecy_until, wording.secrecy_after, wording.secrecy_data],
    },
    {
      title: wording.award,
      provisions: [
        wording.award_decision,
        wording.award_standstill,
        wording.award_contract,
        wording.award_cancel,
      ],
    },
    ...(remarks === "" ? [] : [{ title: wording.remarks, provisions: remarks.split(/\n\s*\n/) }]),
    documents(input),
  ];
}

function examination({ wording, content }: InvitationInput): readonly string[] {
  const rules = content.evaluation.tieBreak.map((rule) => wording[`tie_${rule}`]).join("; ");
  const hasShoulds = content.requirements.some(({ level }) => level === "should");
  return [
    wording.examination_opening,
    wording.examination_musts,
    wording.examination_quality,
    hasShoulds ? wording.basis_quality : wording.basis_price,
    ...(rules === "" ? [] : [fill(wording.tie_break, { rules })]),
    wording.examination_clarification,
    wording.examination_low,
  ];
}

function documents({ wording }: InvitationInput): InvitationChapter {
  return {
    title: wording.documents,
    provisions: [wording.documents_text],
    rest: (tables) => [
      tables.caption(wording.documents_table),
      table(
        [
          { head: wording.document, share: 0.44 },
          { head: wording.format, share: 0.14 },
          { head: wording.use, share: 0.42 },
        ],
        [
          [wording.document_invitation, "Word", wording.document_invitation_use],
          [wording.document_specification, "Word", wording.document_specification_use],
          [wording.document_evaluation, "Word", wording.document_evaluation_use],
          [wording.document_levels, "Word", wording.document_levels_use],
          [wording.document_workbook, "Excel", wording.document_workbook_use],
          [wording.document_prices, "Excel", wording.document_prices_use],
          [wording.document_model, "JSON", wording.document_model_use],
        ].map((cells) => ({ cells })),
      ),
    ],
  };
}
