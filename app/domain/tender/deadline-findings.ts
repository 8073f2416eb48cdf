import { isTimezone, microsecondsOf } from "#app/domain/tender/deadline.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

const dayUs = 86_400_000_000;
/** Open procedure with electronic bids, LOU 11:2 and 11:6. */
const shortestDays = 30;

export function deadlineFindings({ deadline, timezone }: DraftTender, nowUs: number): Finding[] {
  if (!isTimezone(timezone)) return [error("TENDER-06", "timezone", "timezone_unknown", { timezone })];
  if (deadline === null) return [error("TENDER-07", "deadline", "deadline_missing")];
  const leftUs = microsecondsOf(deadline) - nowUs;
  if (leftUs <= 0) return [error("TENDER-07", "deadline", "deadline_past")];
  if (leftUs < shortestDays * dayUs) {
    const days = Math.floor(leftUs / dayUs);
    return [warning("L-04", "deadline", "deadline_soon", { days, shortest: shortestDays })];
  }
  return [];
}
