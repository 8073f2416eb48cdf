import { instantText } from "#app/domain/response/instant.ts";

/** A draw between equal bids: first announced, with what it will be drawn and when that becomes known; then drawn. */
export interface LotteryDraw {
  /** What the value is and who publishes it, as announced. */
  readonly source: string;
  readonly announcedUs: number;
  /** From when the value is known to everyone; nobody could know it at the announcement. */
  readonly dueUs: number;
  /** The published value; null until then. */
  readonly value: string | null;
}

/** The seed of the draw, which anybody can put together and draw again with; null before the value is known. */
export const lotterySeed = (tender: string, { announcedUs, value }: LotteryDraw): string | null =>
  value === null ? null : `${tender} ${instantText(announcedUs)} ${value}`;
