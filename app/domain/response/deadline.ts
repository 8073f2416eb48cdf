/**
 * Half-open, in microseconds: a response counts if the last byte of the complete request was read before the deadline.
 * The instant of the deadline itself is too late.
 */
export const isInTime = (receivedUs: number, deadlineUs: number): boolean => receivedUs < deadlineUs;
