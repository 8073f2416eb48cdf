import type { AreaDefinition, Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { faultsIn, requirementPath } from "#app/domain/catalogue/check/fault-in-file.ts";
import type { Requirement } from "#app/domain/catalogue/requirement.ts";
import type { Fault } from "#app/domain/fault.ts";
import { languages } from "#app/domain/language.ts";

/** Ids say their area, are numbered without gaps and are never used twice; titles tell requirements apart. */
export function checkIds(catalogue: Catalogue): readonly Fault[] {
  const requirements = [...catalogue.requirements.values()];
  return [
    ...[...catalogue.areas.values()].flatMap((area) => checkNumbers(area, requirements)),
    ...checkTitles(requirements),
  ];
}

/** A field of the whole file: the id is the file's name and stands in no line. */
const wholeFile = "";

function checkNumbers({ id: area, prefix }: AreaDefinition, all: readonly Requirement[]): readonly Fault[] {
  const ofArea = all.filter((requirement) => requirement.area === area);
  const pattern = new RegExp(`^${prefix}-(\\d{3})$`);
  const wellFormed = ofArea.filter(({ id }) => pattern.test(id));
  const numbers = new Set(wellFormed.map(({ id }) => Number(id.slice(-3))));
  return ofArea.flatMap((requirement) =>
    faultsIn(requirementPath(requirement), (report) => {
      const { id } = requirement;
      const number = Number(id.slice(-3));
      if (!pattern.test(id)) report("id_against_area", wholeFile, { prefix });
      else if (number > 1 && !numbers.has(number - 1)) report("id_gap", wholeFile, { id });
    }),
  );
}

function checkTitles(all: readonly Requirement[]): readonly Fault[] {
  return languages.flatMap((language) => {
    const seen = new Map<string, string>();
    return all.flatMap((requirement) =>
      faultsIn(requirementPath(requirement), (report) => {
        const title = requirement.title[language];
        const first = seen.get(title);
        if (first === undefined) seen.set(title, requirement.id);
        else report("title_duplicate", `title.${language}`, { id: first });
      }),
    );
  });
}
