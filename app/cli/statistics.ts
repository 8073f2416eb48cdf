import { type CaseTerminal, runCases } from "#app/cli/case-file.ts";
import { computeStatistics } from "#app/domain/statistics/statistics-case.ts";

/** Recomputes intervals, sample sizes and agreement from a file of cases. */
export const statisticsCommand = (args: string[], io: CaseTerminal): Promise<number> =>
  runCases(args, io, computeStatistics);
