import { type CaseTerminal, runCases } from "#app/cli/case-file.ts";
import { computeStaffing } from "#app/domain/staffing/staffing-case.ts";

/** Recomputes Erlang B, C and A, needed agents and needed trunks from a file of cases. */
export const staffingCommand = (args: string[], io: CaseTerminal): Promise<number> =>
  runCases(args, io, computeStaffing);
