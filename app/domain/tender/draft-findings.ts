import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { languages } from "#app/domain/language.ts";
import { deadlineFindings } from "#app/domain/tender/deadline-findings.ts";
import { evaluationFindings } from "#app/domain/tender/evaluation-findings.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import { priceFindings } from "#app/domain/tender/price-findings.ts";
import { provisionFindings } from "#app/domain/tender/provision-findings.ts";
import { requirementFindings } from "#app/domain/tender/requirement-findings.ts";
import { serviceCreditFindings } from "#app/domain/tender/service-credits.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/** Everything that stands between a draft and its publication, in the order of its parts; pure, cheap enough per keystroke. */
export function draftFindings(draft: DraftTender, nowUs: number, catalogue: Catalogue): readonly Finding[] {
  return [
    ...factFindings(draft),
    ...deadlineFindings(draft, nowUs),
    ...provisionFindings(draft),
    ...requirementFindings(draft, catalogue),
    ...priceFindings(draft),
    ...serviceCreditFindings(draft),
    ...evaluationFindings(draft),
  ];
}

/** Formal parts without which nobody can answer or be answered. */
function factFindings({ title, caseNumber, buyer, contractMonths }: DraftTender): Finding[] {
  const missing: Finding[] = languages
    .filter((language) => title[language].trim() === "")
    .map((language) => error("TENDER-01", `title.${language}`, "title_missing", { language }));
  if (caseNumber.trim() === "") missing.push(error("TENDER-02", "caseNumber", "case_number_missing"));
  if (buyer.name.trim() === "") missing.push(error("TENDER-03", "buyer.name", "buyer_name_missing"));
  if (buyer.contactName.trim() === "") {
    missing.push(error("TENDER-04", "buyer.contactName", "contact_name_missing"));
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(buyer.contactEmail.trim())) {
    missing.push(error("TENDER-04", "buyer.contactEmail", "contact_email_missing"));
  }
  if (!(contractMonths >= 1)) missing.push(error("TENDER-05", "contractMonths", "contract_months_malformed"));
  return missing;
}
