/** A submit whose last byte came before the deadline may still be on its way into the database for a while after it. */
export const openingMarginUs = 5 * 60_000_000;

/** Two openers act together: a confirmation waits this long for the other one. */
const confirmationHoldsUs = 60 * 60_000_000;

export const mayOpenFrom = (deadlineUs: number): number => deadlineUs + openingMarginUs;

/** Whether an earlier opener's confirmation still counts towards opening together. */
export const stillHolds = (confirmedUs: number, nowUs: number): boolean =>
  nowUs - confirmedUs <= confirmationHoldsUs;
