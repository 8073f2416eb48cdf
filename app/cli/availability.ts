import { type CaseTerminal, runCases } from "#app/cli/case-file.ts";
import { computeAvailability } from "#app/domain/availability/availability-case.ts";

/** Recomputes allowed and actual downtime from a file of cases. */
export const availabilityCommand = (args: string[], io: CaseTerminal): Promise<number> =>
  runCases(args, io, computeAvailability);
