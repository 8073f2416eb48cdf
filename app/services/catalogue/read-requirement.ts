import type { Actor } from "#app/domain/account/actor.ts";
import type { Catalogue, Metric, Standard } from "#app/domain/catalogue/catalogue.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import type { Level, Measure, Provenance, Requirement } from "#app/domain/catalogue/requirement.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language, Text } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/** A requirement with the names of everything it points to. */
export interface RequirementView {
  readonly requirement: Requirement;
  readonly area: Text;
  /** The measure as a sentence and the key figure it reads; null when nothing is measured. */
  readonly measured: {
    readonly measure: Measure;
    readonly sentence: Text;
    readonly metric: Metric | null;
    readonly window: Text | null;
  } | null;
  readonly standard: Standard | null;
  readonly sources: readonly {
    readonly title: Text;
    readonly kind: Text;
    /** Language of the text, for quoting it. */
    readonly language: string;
    readonly places: readonly Provenance[];
  }[];
  readonly related: readonly { readonly id: string; readonly level: Level; readonly title: Text }[];
  /** Its neighbours in the order of the catalogue. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** One requirement of the catalogue. Faults: `not_allowed`, `not_found`. */
export async function readRequirement(
  app: Application,
  actor: Actor,
  id: string,
): Promise<Result<RequirementView>> {
  const allowed = authorise(actor, "catalogue.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = app;
  const requirement = catalogue.requirements.get(id);
  if (requirement === undefined) return failure({ code: "not_found" });
  const ids = [...catalogue.requirements.keys()];
  const place = ids.indexOf(id);
  return success({
    requirement,
    area: catalogue.areas.get(requirement.area)?.name ?? inBoth(() => requirement.area),
    measured: measuredOf(requirement, catalogue),
    standard: requirement.standard && (catalogue.standards.get(requirement.standard.id) ?? null),
    sources: [...Map.groupBy(requirement.provenance, ({ source }) => source)].map(([source, places]) => ({
      title: catalogue.sources.get(source)?.title ?? inBoth(() => source),
      kind: catalogue.sources.get(source)?.kind ?? inBoth(() => ""),
      language: catalogue.sources.get(source)?.language ?? "",
      places,
    })),
    related: requirement.related.flatMap((other) => {
      const found = catalogue.requirements.get(other);
      return found ? [{ id: found.id, level: found.level, title: found.title }] : [];
    }),
    previous: ids[place - 1] ?? null,
    next: ids[place + 1] ?? null,
  });
}

function measuredOf({ measure }: Requirement, catalogue: Catalogue): RequirementView["measured"] {
  if (measure === null) return null;
  return {
    measure,
    sentence: inBoth((language) => measureSentence(measure, catalogue, language)),
    metric: catalogue.metrics.get(measure.metric) ?? null,
    window: catalogue.windows.get(measure.window)?.name ?? null,
  };
}

const inBoth = (words: (language: Language) => string): Text => ({
  sv: words("sv"),
  en: words("en"),
});
