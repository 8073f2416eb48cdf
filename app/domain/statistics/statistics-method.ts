import type { Fields } from "#app/domain/evaluation/case/fields.ts";

/** The fields of a case's `expected`, as JSON. */
export type StatisticsAnswer = Readonly<Record<string, unknown>>;

/** Reads a method's input and returns the computation, which is only run when the whole case has no faults. */
export type StatisticsMethod = (input: Fields) => () => StatisticsAnswer;
