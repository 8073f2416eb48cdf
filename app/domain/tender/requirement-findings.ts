import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { languages } from "#app/domain/language.ts";
import { isNegative, parseDecimal } from "#app/domain/money/fraction.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import { measureFindings } from "#app/domain/tender/measure-findings.ts";
import { worthField } from "#app/domain/tender/model-units.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { textFindings } from "#app/domain/tender/text-findings.ts";

/** Share of musts, in percent, and their number above which bidders are deterred. */
const mostMusts = 60;
const mostMustsPercent = 70;

/** What the linter of requirements says, requirement by requirement and of all together. */
export function requirementFindings(draft: DraftTender, catalogue: Catalogue): Finding[] {
  const { requirements } = draft;
  if (requirements.length === 0) return [error("TENDER-09", "requirements", "requirements_missing")];
  const musts = requirements.filter(({ level }) => level === "must").length;
  const crowded = musts > mostMusts || musts * 100 > mostMustsPercent * requirements.length;
  return [
    ...(crowded
      ? [warning("REQ-35", "requirements", "musts_many", { musts, all: requirements.length })]
      : []),
    ...requirements.flatMap((requirement) => [
      ...levelFindings(requirement, draft, catalogue),
      ...completenessFindings(requirement),
      ...textFindings(requirement, catalogue),
      ...measureFindings(requirement, draft, catalogue),
    ]),
  ];
}

function levelFindings(requirement: TenderRequirement, draft: DraftTender, catalogue: Catalogue): Finding[] {
  const { id, level, weight, valueSek } = requirement;
  const path = `requirements.${id}`;
  if (level === "must") {
    return weight === null && valueSek === null
      ? []
      : [error("REQ-26", `${path}.weight`, "worth_of_must", { id })];
  }
  const findings: Finding[] = [];
  const part = worthField(draft.evaluation);
  const worth = parseDecimal(requirement[part] ?? "");
  // Where nothing but the price counts, no should is worth anything: the model's own finding says so once for all.
  const counts = draft.evaluation.type !== "lowest_price";
  if (counts && (worth === null || worth.n === 0n)) {
    findings.push(error("REQ-26", `${path}.${part}`, "should_without_worth", { id }));
  } else if (worth !== null && isNegative(worth)) {
    findings.push(error("REQ-26", `${path}.${part}`, "worth_negative", { id }));
  }
  if (catalogue.requirements.get(id)?.levelSwitch === "must_only") {
    findings.push(warning("TENDER-10", `${path}.level`, "must_by_law", { id }));
  }
  return findings;
}

function completenessFindings(requirement: TenderRequirement): Finding[] {
  const { id, level, useOfMeasurement, scoring } = requirement;
  const path = `requirements.${id}`;
  const isBlank = (field: "title" | "text" | "proof" | "motive" | "followUp") =>
    languages.some((language) => requirement[field][language].trim() === "");
  const findings: Finding[] = [];
  if (isBlank("title"))
    findings.push(error("TENDER-11", `${path}.title`, "requirement_title_missing", { id }));
  if (isBlank("text")) findings.push(error("TENDER-11", `${path}.text`, "requirement_text_missing", { id }));
  if ((level === "must" || useOfMeasurement === "qualification") && isBlank("proof")) {
    findings.push(error("REQ-04", `${path}.proof`, "proof_missing", { id }));
  }
  if (isBlank("followUp")) findings.push(warning("REQ-05", `${path}.followUp`, "follow_up_missing", { id }));
  if (isBlank("motive")) findings.push(warning("REQ-06", `${path}.motive`, "motive_missing", { id }));
  const unwritten = scoring.anchors.some(({ sv, en }) => sv.trim() === "" || en.trim() === "");
  if (level === "should" && unwritten) {
    findings.push(error("REQ-27", `${path}.scoring`, "anchors_missing", { id }));
  }
  return findings;
}
