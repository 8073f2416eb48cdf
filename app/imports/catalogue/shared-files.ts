import { z } from "zod";
import { sentenceFrames } from "#app/domain/catalogue/catalogue.ts";
import { areas, comparators, exclusions } from "#app/domain/catalogue/requirement.ts";
import { line, orNull, text } from "#app/imports/catalogue/fields.ts";

/** `areas.yml`: every area of the product, in the order in which catalogue and documents list them. */
export const areasFile = z.record(z.enum(areas), z.strictObject({ prefix: line, name: text }));

/** `standards.yml`, by id. */
export const standardsFile = z.record(
  line,
  z.strictObject({
    ref: line,
    kind: z.enum(["standard", "law", "protocol", "method"]),
    title: text,
    status: z.enum(["in force", "superseded"]),
    superseded_by: orNull(line),
    replaces: orNull(line),
  }),
);

/** `sources.yml`: the texts that the catalogue is drawn from, by id. */
export const sourcesFile = z.record(line, z.strictObject({ title: text, kind: text, language: line }));

const term = z.strictObject({ name: text, phrase: text });

/** `vocabulary.yml`: the words for codes. */
export const vocabularyFile = z.strictObject({
  units: z.record(line, z.strictObject({ symbol: orNull(line), singular: text, plural: text })),
  windows: z.record(line, term),
  exclusions: z.record(z.enum(exclusions), term),
  sentences: z.strictObject({
    comparators: z.record(z.enum([...comparators, "outside"]), text),
    parameters: z.record(line, text),
    frames: z.record(z.enum(sentenceFrames), text),
  }),
});

/** `records.yml`: record name to field names. */
export const recordsFile = z.record(line, z.array(line).min(1));
