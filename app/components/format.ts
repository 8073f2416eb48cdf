import { formatTimeOfDay, withSymbol } from "#app/domain/catalogue/number-format.ts";
import type { Language } from "#app/domain/language.ts";

export { comparatorSign } from "#app/domain/catalogue/number-format.ts";

/**
 * How numbers and times are written, in one place. Numbers come in as decimal strings and are written digit for digit:
 * `Intl` takes a string exactly, so nothing on the way is a floating-point number.
 */

export interface NumberFormat {
  /** At least so many decimals; default as many as the string has. */
  readonly minDecimals?: number;
  /** At most so many decimals, halves away from zero; default as many as the string has. */
  readonly maxDecimals?: number;
}

/** "12345.50" as "12 345,50" (sv) or "12,345.50" (en); what is no number is given back as it came. */
export function formatNumber(value: string, language: Language, format: NumberFormat = {}): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const own = value.split(".")[1]?.length ?? 0;
  const most = format.maxDecimals ?? Math.max(own, format.minDecimals ?? 0);
  const least = Math.min(format.minDecimals ?? (format.maxDecimals === undefined ? own : 0), most);
  return numberFormat(language, least, most)
    .format(value as Intl.StringNumericLiteral)
    .replace("-", "\u2212");
}

/** Kept, since making one takes longer than the thousand numbers of a heat map. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`;
  const kept = numberFormats.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.NumberFormat(language, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    roundingMode: "halfExpand",
    signDisplay: "negative",
  });
  numberFormats.set(key, made);
  return made;
}

/** SEK as decimal string; "1 234,50 kr" (sv), "SEK 1,234.50" (en). Öre are shown only where there are any. */
export function formatMoney(value: string, language: Language, format: NumberFormat = {}): string {
  const öre = /\.0*[1-9]/.test(value) ? 2 : 0;
  const number = formatNumber(value, language, { minDecimals: öre, maxDecimals: öre, ...format });
  return language === "sv" ? `${number}\u00a0kr` : `SEK\u00a0${number}`;
}

/** "99.5" as "99,5 %" (sv) or "99.5%" (en). */
export function formatPercent(value: string, language: Language, format: NumberFormat = {}): string {
  return formatQuantity(value, "%", language, format);
}

/** A number with its unit after it: "20 s", "30 %" (sv), "30%" (en). */
export function formatQuantity(
  value: string,
  unit: string,
  language: Language,
  format: NumberFormat = {},
): string {
  return withSymbol(formatNumber(value, language, format), unit, language);
}

/** Microseconds since 1970 in a named zone: "12 mars 2027 kl. 12.00" or "12 March 2027 at 12:00". */
export function formatDateTime(us: number, language: Language, zone: string): string {
  const { hour, minute } = partsOf(us, language, zone);
  return `${formatDate(us, language, zone)} ${formatClockTime(`${hour}:${minute}`, language)}`;
}

/** "14:30" as "kl. 14.30", "at 14:30". */
export const formatClockTime = (time: string, language: Language): string =>
  `${language === "sv" ? "kl.\u00a0" : "at "}${formatTimeOfDay(time, language)}`;

/** A moment of a log, short and sortable: "2027-03-12 14:05:09". */
export function formatMoment(us: number, language: Language, zone: string): string {
  const { year, month, day, hour, minute, second } = momentParts(us, language, zone);
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}

/** Seconds (decimal string) as hours, minutes and seconds: "743:10:05", "0:28:50,5" (sv). */
export function formatClock(seconds: string, language: Language): string {
  const [whole = "0", decimals] = seconds.split(".");
  const total = BigInt(whole);
  const two = (number: bigint) => number.toString().padStart(2, "0");
  const clock = `${total / 3600n}:${two((total / 60n) % 60n)}:${two(total % 60n)}`;
  return decimals === undefined ? clock : `${clock}${language === "sv" ? "," : "."}${decimals}`;
}

/** "12 mars 2027", "12 March 2027". */
export function formatDate(us: number, language: Language, zone: string): string {
  const { day, month, year } = partsOf(us, language, zone);
  return `${day} ${month} ${year}`;
}

/** The date "2027-03-12" as "12 mars 2027", "12 March 2027". */
export const formatDay = (date: string, language: Language): string =>
  formatDate(Date.parse(`${date}T00:00Z`) * 1000, language, "UTC");

/** "2026-09" as "september 2026", "September 2026". */
export function formatMonth(month: string, language: Language): string {
  const { month: name, year } = partsOf(Date.parse(`${month}-01T00:00Z`) * 1000, language, "UTC");
  return `${name} ${year}`;
}

/** "2026-09" as it stands below a bar: "sep.", "Sept", and the year of the first month and of each January. */
export function shortMonths(
  months: readonly string[],
  language: Language,
): readonly (readonly [month: string, year: string | null])[] {
  const name = dateFormat(language === "sv" ? "sv-SE" : "en-GB", { month: "short", timeZone: "UTC" });
  return months.map((month, index) => [
    name.format(new Date(`${month}-01T00:00Z`)),
    index === 0 || month.endsWith("-01") ? month.slice(0, 4) : null,
  ]);
}

/** Making a format costs a hundred times as much as using it: each is made once and kept. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = dateFormats.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
}

/** The day of a month as one looks for it: "2026-09-01" as "tis 1", "Tue 1". */
export function formatWeekday(date: string, language: Language): string {
  const at = new Date(`${date}T00:00Z`);
  const weekday = dateFormat(language, { weekday: "short", timeZone: "UTC" }).format(at);
  return `${weekday} ${at.getUTCDate()}`;
}

// Put together from parts: the glue between them differs between the server's and the browsers' versions of Intl.
function partsOf(us: number, language: Language, zone: string): Readonly<Record<string, string>> {
  const intl = dateFormat(language === "sv" ? "sv-SE" : "en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return Object.fromEntries(intl.formatToParts(us / 1000).map(({ type, value }) => [type, value]));
}

function momentParts(us: number, language: Language, zone: string): Readonly<Record<string, string>> {
  const intl = dateFormat(language === "sv" ? "sv-SE" : "en-GB", {
    timeZone: zone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return Object.fromEntries(intl.formatToParts(us / 1000).map(({ type, value }) => [type, value]));
}

const spans = [
  ["day", 86_400_000_000],
  ["hour", 3_600_000_000],
  ["minute", 60_000_000],
] as const;

/** How far away: "om 3 dagar", "in 3 days", "2 timmar sedan". Under a minute counts as one. */
export function formatDistance(us: number, nowUs: number, language: Language): string {
  const gap = us - nowUs;
  const [unit, size] = spans.find(([, length]) => Math.abs(gap) >= length) ?? ["minute", 60_000_000];
  const count = Math.max(1, Math.floor(Math.abs(gap) / size));
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(gap < 0 ? -count : count, unit);
}

const byteUnits = ["B", "kB", "MB", "GB", "TB"] as const;

/** Whole bytes as "1,2 MB" (thousands, as drives and networks count). */
export function formatBytes(bytes: number, language: Language): string {
  let unit = 0;
  let size = 1n;
  while (unit < byteUnits.length - 1 && BigInt(bytes) >= size * 1000n) {
    unit += 1;
    size *= 1000n;
  }
  const tenths = (BigInt(bytes) * 10n) / size;
  const value = unit === 0 ? String(bytes) : `${tenths / 10n}.${tenths % 10n}`;
  return `${formatNumber(value, language, { maxDecimals: 1 })}\u00a0${byteUnits[unit]}`;
}
