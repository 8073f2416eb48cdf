/** What a workbook may hold as a zip archive; sizes in bytes, counted while inflating, whatever the headers say. */
export const archiveLimits = {
  file: 50 * 1024 * 1024,
  entries: 2_000,
  entry: 400 * 1024 * 1024,
  total: 512 * 1024 * 1024,
  /** Inflated over compressed size, held against entries above `ratioFrom`. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  /** A relationship part longer than this is no workbook that a person made. */
  relationships: 1024 * 1024,
} as const;

/** Limits of the child process that parses, and of what it may say. */
export const childLimits = {
  /** Children at one time, over all uploads. */
  atOnce: 2,
  heapMegabytes: 384,
  residentBytes: 768 * 1024 * 1024,
  milliseconds: 120_000,
  watchEveryMilliseconds: 100,
  outputBytes: 32 * 1024 * 1024,
  rows: 100_000,
  /** Columns further right are not read. */
  columns: 64,
  /** Characters of a cell. */
  cell: 32_767,
} as const;
