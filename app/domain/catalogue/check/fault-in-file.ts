import type { Requirement } from "#app/domain/catalogue/requirement.ts";
import type { Fault } from "#app/domain/fault.ts";

/** Reports a fault of one catalogue file: stable code, field as a dotted path of the file, values for the words. */
export type Report = (code: string, field: string, params?: Fault["params"]) => void;

/** A collector of faults with the file they stand in, relative to the catalogue's folder. */
export function faultsIn(file: string, check: (report: Report) => void): readonly Fault[] {
  const faults: Fault[] = [];
  check((code, field, params) => {
    faults.push({ code, place: { file, field }, ...(params === undefined ? {} : { params }) });
  });
  return faults;
}

export const requirementPath = ({ area, id }: Pick<Requirement, "area" | "id">): string =>
  `${area}/${id}.yml`;
