import { z } from "zod";

/** A decimal number as a quoted string with a point, so that no decision meets floating point. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "a quoted decimal number with a point");

export const wholeNumber = z.string().regex(/^\d+$/, "a quoted whole number");

const words = z.string().trim().min(1, "a text");

export const text = z.strictObject({ sv: words, en: words }).readonly();

export const line = words;

export const parameters = z.record(z.string(), z.union([z.int(), z.string()]));

/** A field that is left out where there is nothing to say. */
export function orNull<T extends z.ZodType>(schema: T) {
  return schema.optional().transform((value) => value ?? null);
}

/** Sources and places of a metric or trap. */
export const citations = z.array(z.strictObject({ source: line, locator: line }));
