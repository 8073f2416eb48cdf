import path from "node:path";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { draftFromProfile } from "#app/domain/tender/create-draft.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { draftFindings } from "#app/domain/tender/draft-findings.ts";
import { editDraft } from "#app/domain/tender/edit-draft.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";

const read = await readCatalogue(path.resolve(import.meta.dirname, "../../../requirements"));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
export const catalogue: Catalogue = read.value;

export const nowUs = microsecondsOf("2026-11-22T12:00:00Z");

const buyer = {
  name: "Exempelköpings kommun",
  organisationNumber: "212000-0000",
  contactName: "Åsa Exempel",
  contactEmail: "asa@exempel.invalid",
};

/** A draft from the municipal profile with nothing left to mend. */
export const complete: DraftTender = (() => {
  const profile = catalogue.profiles.get("municipal-switchboard");
  const draft = profile && draftFromProfile(profile, catalogue.requirements, buyer);
  if (!draft?.ok) throw new Error("the profile gives no draft");
  const provisions = { ...draft.value.provisions, contractStart: "2027-05-01" };
  return { ...draft.value, caseNumber: "KS 2026/1", deadline: "2027-01-15T11:00:00Z", provisions };
})();

export function edited(draft: DraftTender, ...edits: DraftEdit[]): DraftTender {
  const result = editDraft(draft, edits, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

/** Codes of the faults that an edit is refused with. */
export function refusals(draft: DraftTender, ...edits: DraftEdit[]): string[] {
  const result = editDraft(draft, edits, catalogue);
  return result.ok ? [] : result.faults.map(({ code }) => code);
}

/** `rule code` of each finding. */
export const found = (draft: DraftTender, at = nowUs): string[] =>
  draftFindings(draft, at, catalogue).map(({ ruleId, code }) => `${ruleId} ${code}`);

export function requirement(draft: DraftTender, id: string): TenderRequirement {
  const found = draft.requirements.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
}

/** The draft with one requirement as it could not come about by edits. */
export const withRequirement = (
  draft: DraftTender,
  id: string,
  change: Partial<TenderRequirement>,
): DraftTender => ({
  ...draft,
  requirements: draft.requirements.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
