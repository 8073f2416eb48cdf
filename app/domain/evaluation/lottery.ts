import { createHash } from "node:crypto";

/**
 * The ticket of a bid in a draw: SHA-256 of "seed|bid" in UTF-8, as lower-case hex; the lowest ticket comes first.
 * Anybody who knows the published seed can draw again and must get the same order.
 */
export function lotteryTicket(seed: string, bid: string): string {
  return createHash("sha256").update(`${seed}|${bid}`, "utf8").digest("hex");
}
