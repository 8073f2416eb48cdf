import type { Fault } from "#app/domain/fault.ts";

/** What a rule says of a place in a draft. Rules are numbered as in the tables of the two linters; `TENDER` is formal. */
export interface Finding {
  readonly ruleId: string;
  /** An error blocks publication; a warning does until somebody has written why it is accepted. */
  readonly severity: "error" | "warning";
  /** Path of the field, for example `requirements.AVAIL-001.text`. */
  readonly path: string;
  /** Words of the finding: `faults.<code>` in both languages. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Names a finding for as long as its cause stands, so that a written reason stays with it. */
export const findingKey = ({ ruleId, path, code }: Finding): string => `${ruleId}:${code}:${path}`;

export const faultOf = ({ code, path, params }: Finding): Fault => ({ code, place: { field: path }, params });

export const error = (
  ruleId: string,
  path: string,
  code: string,
  params: Finding["params"] = {},
): Finding => ({
  ruleId,
  severity: "error",
  path,
  code,
  params,
});

export const warning = (
  ruleId: string,
  path: string,
  code: string,
  params: Finding["params"] = {},
): Finding => ({
  ...error(ruleId, path, code, params),
  severity: "warning",
});
