import type { Cells } from "#app/imports/records/cells.ts";

export interface RecordColumn {
  readonly name: string;
  /** Other names for the same column, in lower case. */
  readonly aliases?: readonly string[];
  readonly needed?: true;
}

/**
 * A kind of record file: how its header is told from others', and how its records are read. A new kind is a file with
 * one of these, its content's type in `RecordContents` and a line in `kinds.ts`.
 */
export interface RecordKind<Content> {
  readonly columns: readonly RecordColumn[];
  /** Where fewer rows are read than of other kinds; `read` itself says so when there are more. */
  readonly mostRows?: number;
  /** Whether a header with these columns of this kind is of this kind; kinds are asked in turn. */
  readonly tells: (columns: ReadonlySet<string>) => boolean;
  /** A file that is taken as it stands, as an example to fill in. */
  readonly template: string;
  /**
   * For a kind whose file may have a row per person: a column that only such a file has, and the content as a file of
   * sums that the kind reads as well. The sums are stored in place of the file.
   */
  readonly people?: { readonly column: string; readonly sums: (content: Content) => string };
  /**
   * Reads all records. What is wrong with a cell is reported through `cells`, which then gives a value that stands for
   * none: with any fault the content is thrown away.
   */
  readonly read: (cells: Cells) => Content;
}
