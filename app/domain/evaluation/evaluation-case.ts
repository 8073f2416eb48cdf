import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { isAwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import { readAwardCase } from "#app/domain/evaluation/award/read-award-case.ts";
import type { CaseAnswer, CaseInput } from "#app/domain/evaluation/case/case-kind.ts";
import { caseKindOf } from "#app/domain/evaluation/case/case-kinds.ts";
import { distinctFaults, Fields } from "#app/domain/evaluation/case/fields.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";

/**
 * Reads unchecked JSON as an evaluation case and computes it. The value holds the fields of the case's `expected`;
 * the faults are all of them, each with its path in `place.field`.
 */
export function computeCase(unchecked: unknown): Result<CaseAnswer> {
  const compute = readCase(unchecked, ({ model, input, fields }) => {
    const kind = caseKindOf(model);
    if (kind === undefined) fields.fault("unknown_model", "model");
    return kind?.(input);
  });
  return compute.ok ? success(compute.value()) : compute;
}

/** Reads unchecked JSON as a case of an award model. */
export function readEvaluationCase(unchecked: unknown): Result<AwardCase> {
  return readCase(unchecked, ({ model, input, fields }) => {
    if (isAwardModelName(model)) return readAwardCase(model, input.params, input.bids);
    fields.fault("unknown_model", "model");
    return undefined;
  });
}

interface CaseParts {
  readonly model: string;
  readonly input: CaseInput;
  readonly fields: Fields;
}

function readCase<T>(unchecked: unknown, read: (parts: CaseParts) => T | undefined): Result<T> {
  const faults: Fault[] = [];
  const fields = new Fields(unchecked, "", faults);
  fields.ignore("id", "source", "absolute", "pair", "expected", "note");
  const model = fields.text("model");
  if (model === "") return failure(...faults);
  const params = fields.object("params");
  const bids = fields.list("bids", (value, path) => new Fields(value, path, faults));
  const ids = new Set<string>();
  for (const bid of bids) {
    const id = bid.text("id");
    if (ids.has(id)) bid.fault("duplicate_bid_id", "id");
    ids.add(id);
  }
  const result = read({ model, input: { params, bids }, fields });
  for (const part of result === undefined ? [] : [fields, params, ...bids]) part.finish();
  if (result === undefined || faults.length > 0) return { ok: false, faults: distinctFaults(faults) };
  return success(result);
}
