import { z } from "zod";
import type { Metric } from "#app/domain/catalogue/catalogue.ts";
import { citations, line, orNull, text } from "#app/imports/catalogue/fields.ts";

/** One file `metrics/<id>.yml`. */
export const metricFile = z.strictObject({
  name: text,
  original_name: orNull(line),
  source_number: orNull(z.int().min(1)),
  kind: z.enum(["kpi", "auxiliary"]),
  unit: line,
  direction: z.enum(["higher", "lower", "band", "context"]),
  description: text,
  formula: line,
  variants: z
    .array(
      z.strictObject({
        id: line,
        default: z.boolean().default(false),
        formula: line,
        sentence: orNull(text),
        note: orNull(text),
      }),
    )
    .min(1),
  inputs: z.array(line),
  windows: z.array(line).min(1),
  norm: orNull(text),
  pitfalls: z.array(text).default([]),
  provenance: citations.min(1),
});

export function toMetric(id: string, file: z.infer<typeof metricFile>): Metric {
  const { original_name, source_number, variants, ...same } = file;
  return {
    id,
    ...same,
    originalName: original_name,
    sourceNumber: source_number,
    variants: variants.map(({ default: isDefault, ...variant }) => ({ ...variant, isDefault })),
  };
}
