import type { Text } from "#app/domain/language.ts";

/** A change that was published while bids were taken in: a later deadline, and why. Requirements, prices and model stay. */
export interface Addendum {
  /** From 1 in the order of publication. */
  readonly number: number;
  /** In one language or both; the other is empty. */
  readonly reason: Text;
  readonly oldDeadlineUs: number;
  readonly newDeadlineUs: number;
  readonly publishedUs: number;
}
