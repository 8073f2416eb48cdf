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

/** Of sheets that are read row by row, such as call records: as long as the format allows. */
export const longSheet = { rows: 1_048_576, milliseconds: 900_000 } as const;
