import { Temporal } from "temporal-polyfill";
import { isTimezone } from "#app/domain/tender/deadline.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import { answerDays } from "#app/domain/tender/provisions.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/** What the invitation cannot be written without, and what leaves too little time. */
export function provisionFindings({
  provisions,
  contractMonths,
  deadline,
  timezone,
}: DraftTender): Finding[] {
  const { cpv, contractStart, optionMonths, questionDays, responseLanguages } = provisions;
  const findings: Finding[] = [];
  if (cpv === "") findings.push(error("TENDER-12", "provisions.cpv", "cpv_missing"));
  if (contractStart === null) {
    findings.push(error("TENDER-13", "provisions.contractStart", "contract_start_missing"));
  } else if (deadline !== null && isTimezone(timezone) && contractStart <= localDay(deadline, timezone)) {
    findings.push(error("TENDER-13", "provisions.contractStart", "contract_start_early"));
  }
  if (optionMonths >= contractMonths) {
    findings.push(error("TENDER-14", "provisions.optionMonths", "option_longer_than_contract"));
  }
  if (questionDays <= answerDays) {
    findings.push(
      warning("L-05", "provisions.questionDays", "question_days_few", {
        days: questionDays,
        answers: answerDays,
      }),
    );
  }
  if (responseLanguages.length === 0) {
    findings.push(error("TENDER-15", "provisions.responseLanguages", "response_language_missing"));
  }
  return findings;
}

const localDay = (instant: string, timezone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate().toString();
