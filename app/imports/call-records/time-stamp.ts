import { instantsOfLocal, offsetAt, type Zone } from "#app/domain/measurement/zone.ts";

const timeFormatFault = -1;
export const timeRangeFault = -2;

const microsPerSecond = 1_000_000;
const secondsPerDay = 86_400;
const zero = 0x30;

/** Days of a common year before each month, and of the whole year. */
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const leapYearsBefore = (year: number): number =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

/** Reads time stamps out of bytes: `2025-03-30T14:05:09`, `T` or space, up to six decimals, offset or none. */
export class TimeStampReader {
  /** Whether the last stamp had no offset, so that its value is local time read as if it were UTC. */
  isLocal = false;
  /** Decimals of the last stamp, as written. */
  decimals = 0;

  #lastDate = -1;
  #lastDay = 0;

  /** Microseconds since 1970 (UTC, or local: see `isLocal`), or a negative fault. Years 1990–2099 only. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (end - start < 19) return timeFormatFault;
    const y1 = (bytes[start] as number) - zero;
    const y2 = (bytes[start + 1] as number) - zero;
    const y3 = (bytes[start + 2] as number) - zero;
    const y4 = (bytes[start + 3] as number) - zero;
    const mo1 = (bytes[start + 5] as number) - zero;
    const mo2 = (bytes[start + 6] as number) - zero;
    const d1 = (bytes[start + 8] as number) - zero;
    const d2 = (bytes[start + 9] as number) - zero;
    const h1 = (bytes[start + 11] as number) - zero;
    const h2 = (bytes[start + 12] as number) - zero;
    const mi1 = (bytes[start + 14] as number) - zero;
    const mi2 = (bytes[start + 15] as number) - zero;
    const s1 = (bytes[start + 17] as number) - zero;
    const s2 = (bytes[start + 18] as number) - zero;
    // Negative if any of them is no digit: below 0, or 9 minus it below 0.
    const notDigits =
      y1 |
      (9 - y1) |
      y2 |
      (9 - y2) |
      y3 |
      (9 - y3) |
      y4 |
      (9 - y4) |
      mo1 |
      (9 - mo1) |
      mo2 |
      (9 - mo2) |
      d1 |
      (9 - d1) |
      d2 |
      (9 - d2) |
      h1 |
      (9 - h1) |
      h2 |
      (9 - h2) |
      mi1 |
      (9 - mi1) |
      mi2 |
      (9 - mi2) |
      s1 |
      (9 - s1) |
      s2 |
      (9 - s2);
    if (notDigits < 0) return timeFormatFault;
    const between = bytes[start + 10];
    if (
      bytes[start + 4] !== 0x2d ||
      bytes[start + 7] !== 0x2d ||
      (between !== 0x54 && between !== 0x20) ||
      bytes[start + 13] !== 0x3a ||
      bytes[start + 16] !== 0x3a
    ) {
      return timeFormatFault;
    }
    const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
    const hour = h1 * 10 + h2;
    const minute = mi1 * 10 + mi2;
    const second = s1 * 10 + s2;
    const date = (year * 16 + mo1 * 10 + mo2) * 64 + d1 * 10 + d2;
    if (date !== this.#lastDate && !this.#setDate(date, year, mo1 * 10 + mo2, d1 * 10 + d2)) {
      return timeFormatFault;
    }
    if (hour > 23 || minute > 59 || second > 59) return timeFormatFault;

    let at = start + 19;
    let fraction = 0;
    this.decimals = 0;
    if (at < end && (bytes[at] === 0x2e || bytes[at] === 0x2c)) {
      at += 1;
      const first = at;
      while (at < end && isDigit(bytes[at] as number))
        fraction = fraction * 10 + (bytes[at++] as number) - zero;
      const digits = at - first;
      if (digits < 1 || digits > 6) return timeFormatFault;
      fraction *= 10 ** (6 - digits);
      this.decimals = digits;
    }
    const offset = this.#offset(bytes, at, end);
    if (offset === noOffset) return timeFormatFault;
    if (year < 1990 || year > 2099) return timeRangeFault;
    const seconds = this.#lastDay * secondsPerDay + hour * 3600 + minute * 60 + second - offset;
    return seconds * microsPerSecond + fraction;
  }

  #setDate(date: number, year: number, month: number, day: number): boolean {
    if (month < 1 || month > 12 || day < 1 || year < 1) return false;
    const leapDay = isLeap(year) ? 1 : 0;
    const before = daysBefore[month - 1] as number;
    const length = (daysBefore[month] as number) - before + (month === 2 ? leapDay : 0);
    if (day > length) return false;
    this.#lastDate = date;
    this.#lastDay =
      365 * (year - 1970) +
      leapYearsBefore(year) -
      leapYearsBefore(1970) +
      before +
      day -
      1 +
      (month > 2 ? leapDay : 0);
    return true;
  }

  /** Seconds east of UTC of `Z`, `±hh:mm`, `±hhmm` or `±hh`; nothing is local time. */
  #offset(bytes: Uint8Array, at: number, end: number): number {
    const length = end - at;
    this.isLocal = length === 0;
    if (length === 0) return 0;
    const sign = bytes[at];
    if (length === 1) return sign === 0x5a ? 0 : noOffset;
    if (sign !== 0x2b && sign !== 0x2d) return noOffset;
    const hours = twoDigits(bytes, at + 1, end);
    let minutes = 0;
    if (length === 6 && bytes[at + 3] === 0x3a) minutes = twoDigits(bytes, at + 4, end);
    else if (length === 5) minutes = twoDigits(bytes, at + 3, end);
    else if (length !== 3) return noOffset;
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return noOffset;
    const seconds = hours * 3600 + minutes * 60;
    return sign === 0x2d ? -seconds : seconds;
  }
}

/** Stamps are kept as whole seconds, milliseconds or microseconds: 0, 3 or 6 decimals. */
export const decimalsOfDigits = (digits: number): number => (digits === 0 ? 0 : digits <= 3 ? 3 : 6);

/** Local times to instants, quickly on the days on which no clock is changed. */
export class LocalTimes {
  readonly #zone: Zone;
  #lastDay = -1;
  #lastOffset = 0;

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  /** The instants in microseconds that a local time may mean: none, one, or two (earlier first). */
  instants(local: number): readonly number[] {
    const plain = this.plainInstant(local);
    if (plain >= 0) return [plain];
    const seconds = Math.floor(local / microsPerSecond);
    const fraction = local - seconds * microsPerSecond;
    return instantsOfLocal(this.#zone, seconds).map((instant) => instant * microsPerSecond + fraction);
  }

  /** The only instant, or -1 on days near a clock change. */
  plainInstant(local: number): number {
    const day = Math.floor(local / (secondsPerDay * microsPerSecond));
    if (day !== this.#lastDay) {
      this.#lastDay = day;
      const from = (day - 1) * secondsPerDay;
      const to = (day + 2) * secondsPerDay;
      const changes = this.#zone.changes.some(({ at }) => at >= from && at <= to);
      this.#lastOffset = changes ? noOffset : offsetAt(this.#zone, from);
    }
    return this.#lastOffset === noOffset ? -1 : local - this.#lastOffset * microsPerSecond;
  }
}

const noOffset = 1e9;

const isDigit = (byte: number): boolean => byte >= zero && byte <= zero + 9;

function twoDigits(bytes: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return -1;
  const tens = bytes[at] as number;
  const ones = bytes[at + 1] as number;
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : -1;
}
