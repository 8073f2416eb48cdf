import type { Statements } from "#app/domain/response/statement.ts";

/** A vendor's answer to one requirement, of the type that the requirement asks for. Numbers are decimal strings. */
export type Answer =
  | { readonly type: "yes-no"; readonly value: boolean }
  | { readonly type: "number"; readonly value: string }
  | { readonly type: "choice"; readonly values: readonly string[] }
  | { readonly type: "file"; readonly met: boolean; readonly comment: string }
  | { readonly type: "text"; readonly value: string };

/** A proof file as the receipt names it; content lies in the blob store. */
export interface ResponseFile {
  readonly id: string;
  /** Requirement id that the file proves. */
  readonly slot: string;
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Everything a vendor hands in: the object whose exact bytes a submission stores and hashes. */
export interface ResponseContent {
  readonly tender: string;
  /** By requirement id; a requirement without an answer is missing, not "no". */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly statements: Statements;
  /** Unit price in SEK by price item id, decimal strings. */
  readonly unitPrices: Readonly<Record<string, string>>;
  readonly files: readonly ResponseFile[];
}
