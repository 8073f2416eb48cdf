const megabyte = 1_000_000;

/** Sizes in bytes, times in seconds. */
export const uploadLimits = {
  file: 50 * megabyte,
  /** As sent; a compressed file may hold far more. */
  callRecords: 200 * megabyte,
  callRecordsInflated: 4_000 * megabyte,
  /** Incident logs, staffing plans and other record files. */
  records: 20 * megabyte,
  response: 500 * megabyte,
  filesOfResponse: 100,
  tender: 20_000 * megabyte,
  /** Room that uploads never take: a submit must still be written when the disk is nearly full. */
  freeBytes: 2_000 * megabyte,
  freeShare: 0.1,
  idle: 30,
  whole: 30 * 60,
  bytesPerSecond: 1_000,
} as const;
