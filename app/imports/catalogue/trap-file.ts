import { z } from "zod";
import { type Trap, trapStages } from "#app/domain/catalogue/catalogue.ts";
import { citations, line, parameters, text } from "#app/imports/catalogue/fields.ts";

/** One file `traps/<id>.yml`. */
export const trapFile = z.strictObject({
  name: text,
  severity: z.enum(["high", "medium", "low"]),
  stages: z.array(z.enum(trapStages)).min(1),
  message: text,
  rule: line,
  inputs: z.array(line).min(1),
  applies_to: z.array(line).min(1),
  default_parameters: parameters.default({}),
  provenance: citations.min(1),
});

export function toTrap(id: string, file: z.infer<typeof trapFile>): Trap {
  const { applies_to, default_parameters, ...same } = file;
  return { id, ...same, appliesTo: applies_to, defaultParameters: default_parameters };
}
