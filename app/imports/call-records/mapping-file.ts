import { z } from "zod";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { dispositions } from "#app/domain/measurement/cell.ts";
import {
  type ColumnMapping,
  foldedWord,
  incompleteMapping,
  mappableColumns,
} from "#app/imports/call-records/column-mapping.ts";

const name = z.string().trim().min(1).max(200);
const source = z.union([
  name.transform((from) => ({ from: [from] })),
  z
    .array(name)
    .min(1)
    .max(3)
    .transform((from) => ({ from })),
  z.strictObject({ from: z.array(name).min(1).max(3) }),
  z.strictObject({ constant: name }),
]);
const schema = z.strictObject({
  header: z.boolean().default(true),
  columns: z.partialRecord(z.enum(mappableColumns), source),
  time: z.string().trim().max(60),
  zone: z.string().max(60).nullable().default(null),
  dispositions: z.record(z.string().max(100), z.enum(dispositions)).default({}),
});

/**
 * A mapping out of JSON: of a file of the command line or of the database. A source may be written short, as a column's
 * name. Faults: `json_broken`, `mapping_invalid` (place), and those of `incompleteMapping`.
 */
export function readMapping(text: string): Result<ColumnMapping> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return failure({ code: "json_broken" });
  }
  const checked = schema.safeParse(parsed);
  if (!checked.success) {
    return failure(
      ...checked.error.issues.map(({ path }) => ({
        code: "mapping_invalid",
        place: { field: path.map(String).join(".") },
      })),
    );
  }
  const { data } = checked;
  const mapping: ColumnMapping = {
    ...data,
    columns: data.columns as ColumnMapping["columns"],
    dispositions: Object.fromEntries(
      Object.entries(data.dispositions).map(([word, meaning]) => [foldedWord(word), meaning]),
    ),
  };
  const faults = incompleteMapping(mapping);
  return faults.length === 0 ? success(mapping) : failure(...faults);
}
