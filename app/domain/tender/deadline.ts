import { Temporal } from "temporal-polyfill";
import { failure, type Result, success } from "#app/domain/fault.ts";

/**
 * A local date and time of a zone (`2027-03-12T12:00`, as a form's field gives it) as an instant in whole seconds
 * (`2027-03-12T11:00:00Z`).
 *
 * Faults: `time_malformed`, `timezone_unknown`, `time_not_on_clock` for a time that the change to summer time leaves out,
 * `time_twice` for one that occurs twice in autumn: a deadline must mean one moment.
 */
export function instantOfLocal(local: string, timezone: string): Result<string> {
  const plain = parsePlain(local);
  if (plain === null) return failure({ code: "time_malformed" });
  if (!isTimezone(timezone)) return failure({ code: "timezone_unknown", params: { timezone } });
  const earlier = plain.toZonedDateTime(timezone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(timezone, { disambiguation: "later" });
  if (!earlier.equals(later)) {
    const exists = earlier.toPlainDateTime().equals(plain);
    return failure({ code: exists ? "time_twice" : "time_not_on_clock" });
  }
  return success(earlier.toInstant().toString({ smallestUnit: "second" }));
}

/** The local date and time `2027-03-12T12:00` of an instant. */
export const localOfInstant = (instant: string, timezone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

/** Microseconds since 1970 UTC of an instant in whole seconds. */
export const microsecondsOf = (instant: string): number =>
  Temporal.Instant.from(instant).epochMilliseconds * 1000;

export function isTimezone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function parsePlain(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local);
  } catch {
    return null;
  }
}
