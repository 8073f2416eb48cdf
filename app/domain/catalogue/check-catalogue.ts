import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { checkIds } from "#app/domain/catalogue/check/check-ids.ts";
import { checkLinks } from "#app/domain/catalogue/check/check-links.ts";
import { checkMeasure } from "#app/domain/catalogue/check/check-measure.ts";
import { checkMetric, checkTrap } from "#app/domain/catalogue/check/check-metric.ts";
import { checkProfile } from "#app/domain/catalogue/check/check-profile.ts";
import { checkScoring } from "#app/domain/catalogue/check/check-scoring.ts";
import { checkText } from "#app/domain/catalogue/check/check-text.ts";
import { checkUse } from "#app/domain/catalogue/check/check-use.ts";
import { faultsIn, requirementPath } from "#app/domain/catalogue/check/fault-in-file.ts";
import type { Fault } from "#app/domain/fault.ts";

/**
 * Every breach of the catalogue's rules (see `requirements/README.md`): what its files say of one another and of
 * themselves, beyond the shape that reading has already checked. A place has the file, relative to the catalogue's
 * folder, and the field as a dotted path.
 */
export function checkCatalogue(catalogue: Catalogue): readonly Fault[] {
  return [
    ...checkIds(catalogue),
    ...[...catalogue.requirements.values()].flatMap((requirement) =>
      faultsIn(requirementPath(requirement), (report) => {
        checkText(requirement, report);
        checkUse(requirement, report);
        checkScoring(requirement, report);
        checkMeasure(requirement, catalogue, report);
        checkLinks(requirement, catalogue, report);
      }),
    ),
    ...[...catalogue.metrics.values()].flatMap((metric) =>
      faultsIn(`metrics/${metric.id}.yml`, (report) => checkMetric(metric, catalogue, report)),
    ),
    ...[...catalogue.traps.values()].flatMap((trap) =>
      faultsIn(`traps/${trap.id}.yml`, (report) => checkTrap(trap, catalogue, report)),
    ),
    ...[...catalogue.profiles.values()].flatMap((profile) =>
      faultsIn(`profiles/${profile.id}.yml`, (report) => checkProfile(profile, catalogue, report)),
    ),
  ];
}
