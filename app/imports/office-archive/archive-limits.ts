/** What a Word or Excel file may hold as a zip archive; sizes in bytes, counted while inflating, whatever the headers say. */
export const archiveLimits = {
  file: 50 * 1024 * 1024,
  entries: 2_000,
  entry: 400 * 1024 * 1024,
  total: 512 * 1024 * 1024,
  /** Inflated over compressed size, held against entries above `ratioFrom`. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  /** A list of relationships or content types longer than this is in no file that a person made. */
  index: 1024 * 1024,
  /** Files looked through at one time, over all uploads. */
  atOnce: 2,
} as const;
