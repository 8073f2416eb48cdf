const megabyte = 1_000_000;

/** Sizes in bytes, times in seconds. */
export const uploadLimits = {
  file: 50 * megabyte,
  /** As sent; a compressed file may hold far more. */
  callRecords: 200 * megabyte,
  callRecordsInflated: 4_000 * megabyte,
  /** Incident logs, staffing plans and other record files. */
  records: 20 * megabyte,
  /** Proofs and record files of a response together. */
  response: 500 * megabyte,
  /** Call records of a response together. */
  callRecordsOfResponse: 1_000 * megabyte,
  /** Of whatever kind. */
  filesOfResponse: 100,
  /** Everything in the folder of a contract, which is filled month by month for years. */
  contract: 10_000 * megabyte,
  filesOfContract: 2_000,
  /** All responses to a tender, with the files that were taken out of them. */
  tender: 20_000 * megabyte,
  /** Room that uploads never take: a submit must still be written when the disk is nearly full. */
  freeBytes: 2_000 * megabyte,
  freeShare: 0.1,
  idle: 30,
  whole: 30 * 60,
  bytesPerSecond: 1_000,
} as const;
