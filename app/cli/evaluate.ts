import { type CaseTerminal, runCases } from "#app/cli/case-file.ts";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";

/** Recomputes evaluation cases, so that anyone can check an award without the web application. */
export const evaluateCommand = (args: string[], io: CaseTerminal): Promise<number> =>
  runCases(args, io, computeCase);
