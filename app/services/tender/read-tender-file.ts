import { z } from "zod";
import { draftContent } from "#app/db/tender-draft-content.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { modelRefusal } from "#app/domain/tender/model-refusal.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { tenderFileFaults } from "#app/domain/tender/tender-file.ts";

/** A tender with 2,000 requirements is about half of it. */
export const mostTenderFileBytes = 8 * 1024 * 1024;
/** A file of something else would fill pages. */
const mostFaults = 100;

export interface TenderFile {
  readonly draft: DraftTender;
  /** Whether the file holds what a publication froze; its reasons were never part of it. */
  readonly frozen: boolean;
}

/**
 * A tender from the bytes of a file: a draft (`draft.json`) or what a publication froze (`content.json`). Nothing is
 * repaired: every fault is told with the path of its field.
 *
 * Faults: `tender_file_too_large`, `tender_file_encoding`, `tender_file_not_json`, `tender_file_of_something_else`,
 * `field_missing`, `field_unknown`, `field_malformed`, those of `modelRefusal` and of `tenderFileFaults`.
 */
export function readTenderFile(bytes: Uint8Array): Result<TenderFile> {
  if (bytes.length > mostTenderFileBytes) {
    return failure({ code: "tender_file_too_large", params: { bytes: mostTenderFileBytes } });
  }
  const read = readJson(bytes);
  if (!read.ok) return read;
  const unchecked = read.value;
  if (typeof unchecked !== "object" || unchecked === null || !("kind" in unchecked)) {
    return failure({ code: "tender_file_of_something_else" });
  }
  const frozen = unchecked.kind === "published";
  const wanted = frozen ? { ...unchecked, kind: "draft", reasons: {} } : unchecked;
  const refusal = refusedModel("evaluation" in unchecked ? unchecked.evaluation : null);
  if (refusal !== null) return failure(refusal);
  const parsed = draftContent.safeParse(wanted, { reportInput: true });
  if (!parsed.success) return failure(...parsed.error.issues.flatMap(faultsOf).slice(0, mostFaults));
  const faults = tenderFileFaults(parsed.data);
  if (faults.length > 0) return failure(...faults.slice(0, mostFaults));
  return success({ draft: parsed.data, frozen });
}

const named = z.object({
  type: z.string(),
  priceFunction: z.object({ type: z.string(), clipLower: z.boolean().optional() }).optional(),
});

/** A model that no tender may have is said to be one, and by which rule, before its fields are found to be strange. */
function refusedModel(unchecked: unknown): Fault | null {
  const model = named.safeParse(unchecked);
  const refusal = model.success ? modelRefusal(model.data) : null;
  if (!model.success || refusal === null) return null;
  const { type, priceFunction } = model.data;
  const params = { rule: refusal.ruleId, model: priceFunction?.type ?? type };
  return { code: refusal.code, place: { field: "evaluation" }, params };
}

function readJson(bytes: Uint8Array): Result<unknown> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return failure({ code: "tender_file_encoding" });
  }
  try {
    return success(JSON.parse(text));
  } catch {
    return failure({ code: "tender_file_not_json" });
  }
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "field_unknown",
      place: { field: [...path, key].join(".") },
    }));
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return [{ code: missing ? "field_missing" : "field_malformed", place: { field: path.join(".") } }];
}
