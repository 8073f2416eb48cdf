/**
 * An expected failure, as a value. `code` is stable and has words in both languages (`i18n`, key `faults.<code>`);
 * `place` says where it stands, as precisely as the source allows; `params` are put into the words.
 */
export interface Fault {
  readonly code: string;
  readonly place?: FaultPlace;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface FaultPlace {
  readonly file?: string;
  readonly sheet?: string;
  /** Physical line of a text file, from 1. */
  readonly line?: number;
  /** Row of a sheet, from 1. */
  readonly row?: number;
  readonly column?: string;
  /** Path of a field in a form or document, for example `requirements.AVAIL-001.weight`. */
  readonly field?: string;
}

/** Either a value or every reason why there is none; never just the first reason. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (...faults: Fault[]): { ok: false; faults: readonly Fault[] } => ({
  ok: false,
  faults,
});
