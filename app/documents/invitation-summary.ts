import type { Paragraph } from "docx";
import type { InvitationInput } from "#app/documents/invitation-input.ts";
import { printedDay, printedInstant, printedSek } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { fact, heading, paragraph } from "#app/documents/word-parts.ts";
import { cpvCodes } from "#app/domain/tender/cpv.ts";
import { lastDayOfContract, lastDayOfValidity, questionDeadline } from "#app/domain/tender/provisions.ts";

/** Chapter 1: all that a supplier needs to decide whether to read on, on one page. */
export function invitationSummary(input: InvitationInput): Paragraph[] {
  const { content, wording, language, address } = input;
  const { buyer, deadline, timezone, estimatedValueSek, ceilingPriceSek } = content;
  const until = (instant: string): string => printedInstant(instant, timezone, language);
  const facts: (readonly [string, string])[] = [
    [wording.buyer, buyer.name],
    [wording.organisation_number, buyer.organisationNumber],
    [wording.case_label, content.caseNumber],
    [wording.contact, [buyer.contactName, buyer.contactEmail].filter((part) => part !== "").join(", ")],
    [wording.procedure, wording.procedure_text],
    [wording.object, objectOf(input)],
    [wording.contract, contractPeriod(input)],
  ];
  if (estimatedValueSek !== null)
    facts.push([wording.estimated_value, printedSek(estimatedValueSek, language)]);
  if (ceilingPriceSek !== null) facts.push([wording.ceiling_price, printedSek(ceilingPriceSek, language)]);
  facts.push([wording.deadline, deadline === null ? wording.unset : until(deadline)]);
  if (deadline !== null) {
    facts.push(
      [wording.questions_until, until(questionDeadline(content, deadline))],
      [wording.validity, printedDay(lastDayOfValidity(content, deadline), language)],
    );
  }
  facts.push([wording.address, address]);
  return [
    heading(1, "1", wording.summary, true),
    paragraph(fill(wording.summary_text, { buyer: buyer.name, title: content.title[language] })),
    ...facts.map(([label, text]) => fact(label, text === "" ? wording.unset : text)),
  ];
}

function objectOf({ content, wording, language }: InvitationInput): string {
  const { cpv } = content.provisions;
  if (cpv === "") return "";
  const name = cpvCodes.get(cpv)?.[language];
  return name === undefined
    ? fill(wording.object_cpv_unnamed, { code: cpv })
    : fill(wording.object_cpv, { code: cpv, name });
}

/** `contractMonths` counts the option in; the period named is the one that holds without it. */
function contractPeriod({ content, wording, language }: InvitationInput): string {
  const { contractMonths, provisions } = content;
  const { contractStart, optionMonths } = provisions;
  if (contractStart === null) return fill(wording.contract_unset, { months: String(contractMonths) });
  const months = contractMonths - optionMonths;
  const values = {
    start: printedDay(contractStart, language),
    end: printedDay(lastDayOfContract(contractStart, months), language),
    months: String(months),
  };
  if (optionMonths === 0) return fill(wording.contract_period, values);
  const last = printedDay(lastDayOfContract(contractStart, contractMonths), language);
  return fill(wording.contract_period_option, { ...values, last });
}
