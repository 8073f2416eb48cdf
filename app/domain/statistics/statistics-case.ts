import { distinctFaults, Fields } from "#app/domain/evaluation/case/fields.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { agreementMethods } from "#app/domain/statistics/agreement-cases.ts";
import { sampleMethods } from "#app/domain/statistics/sample-cases.ts";
import type { StatisticsAnswer, StatisticsMethod } from "#app/domain/statistics/statistics-method.ts";

const methods: Readonly<Record<string, StatisticsMethod>> = { ...sampleMethods, ...agreementMethods };

/** Reads unchecked JSON as a statistics case (`method`, `input`) and computes it, or gives all its faults with their paths. */
export function computeStatistics(unchecked: unknown): Result<StatisticsAnswer> {
  const faults: Fault[] = [];
  const fields = new Fields(unchecked, "", faults);
  fields.ignore("id", "source", "expected", "note", "published");
  const name = fields.text("method");
  if (name === "") return failure(...faults);
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) fields.fault("unknown_method", "method");
  const input = fields.object("input");
  const compute = method?.(input);
  fields.finish();
  if (compute !== undefined) input.finish();
  if (compute === undefined || faults.length > 0) return { ok: false, faults: distinctFaults(faults) };
  return success(compute());
}
