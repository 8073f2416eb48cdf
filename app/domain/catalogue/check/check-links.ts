import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";
import { levels, type Requirement } from "#app/domain/catalogue/requirement.ts";

/** What a requirement points at: other requirements, its standard, its sources. */
export function checkLinks(requirement: Requirement, catalogue: Catalogue, report: Report): void {
  const { id, related, provenance } = requirement;
  related.forEach((other, index) => {
    const field = `related.${index}`;
    const target = catalogue.requirements.get(other);
    if (target === undefined || other === id) report("related_unknown", field, { id: other });
    else if (!target.related.includes(id)) report("related_not_symmetric", field, { id: other });
  });
  checkStandard(requirement, catalogue, report);
  checkSources(provenance, catalogue, report);
}

/** The law is not chosen and has no equivalent; anything else must leave room for one (directive 2014/24/EU, article 42). */
function checkStandard({ standard, texts }: Requirement, catalogue: Catalogue, report: Report): void {
  if (standard === null) return;
  const known = catalogue.standards.get(standard.id);
  if (known === undefined) report("standard_unknown", "standard.id", { id: standard.id });
  if (known === undefined || standard.role !== "referenced") return;
  if (known.status === "superseded") report("standard_superseded", "standard.id", { id: standard.id });
  if (known.kind === "law") return;
  for (const level of levels) {
    const { sv, en } = texts[level];
    if (!sv.includes("eller likvärdig")) report("equivalent_missing", `texts.${level}.sv`);
    if (!en.includes("or equivalent")) report("equivalent_missing", `texts.${level}.en`);
  }
}

export function checkSources(
  provenance: readonly { readonly source: string }[],
  catalogue: Catalogue,
  report: Report,
): void {
  provenance.forEach(({ source }, index) => {
    if (!catalogue.sources.has(source))
      report("source_unknown", `provenance.${index}.source`, { id: source });
  });
}
