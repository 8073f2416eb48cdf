/** Where a number comes from; the caller resolves it into a link. */
export type Source =
  | { readonly kind: "answer"; readonly response: string; readonly requirement: string }
  | { readonly kind: "score"; readonly response: string; readonly requirement: string }
  | {
      readonly kind: "measured";
      readonly response: string;
      readonly requirement: string;
      readonly reference: string;
    }
  | { readonly kind: "unit_price"; readonly response: string; readonly item: string }
  | { readonly kind: "tender"; readonly field: string };

/**
 * One number opened: the formula in symbols, the same formula with the numbers put in, and every number that went in.
 * `label` is a stable key of the words (`explanation.<label>`), `subject` the criterion, requirement or price row it is about.
 */
export interface Explanation {
  readonly label: string;
  readonly subject?: string;
  readonly formula: string;
  readonly substituted: string;
  /** Exact value, "n" or "n/d" in lowest terms; for an irrational model its value after canonical rounding. */
  readonly value: string;
  /** The same for the eye: at most 6 decimals, half up. Never read back. */
  readonly decimal: string;
  readonly source?: Source;
  readonly children: readonly Explanation[];
}
