/** A count of calls: digits, or groups of three with a space between; null for anything else. */
export function readCount(text: string): number | null {
  if (!/^(\d{1,9}|\d{1,3}([ \u00a0\u202f]\d{3}){1,2})(?:[.,]0+)?$/.test(text)) return null;
  return Number(text.replace(/[.,]0+$/, "").replace(/\D/g, ""));
}

const microsPerSecond = 1_000_000;

/** A duration in microseconds: seconds (or milliseconds) with decimals, `m:ss` or `h:mm:ss`; null for anything else. */
export function readDuration(text: string, plainUnit: "s" | "ms"): number | null {
  const clock = /^(?:(\d{1,5}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,6}))?$/.exec(text);
  if (clock !== null) {
    const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = clock;
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return whole * microsPerSecond + Number(fraction.padEnd(6, "0"));
  }
  const plain = /^(\d{1,12})(?:[.,](\d{1,15}))?$/.exec(text);
  if (plain === null) return null;
  const unit = plainUnit === "s" ? microsPerSecond : 1000;
  return Math.round(Number(`${plain[1]}.${plain[2] ?? "0"}`) * unit);
}

/** A percentage as written: its number with a point, and whether a per cent sign says so; null for anything else. */
export function readPercent(text: string): { readonly number: string; readonly signed: boolean } | null {
  const match = /^(\d{1,5})(?:[.,](\d{1,17}))?[ \u00a0]?(%?)$/.exec(text);
  if (match === null) return null;
  const [, whole = "", decimals, sign] = match;
  return { number: decimals === undefined ? whole : `${whole}.${decimals}`, signed: sign === "%" };
}

/** More decimals than these come out of a computer, not of a report: they are rounded away. */
const reportedDecimals = 6;

/** A share of 1 as per cent: `0.9375` is `93.75`. */
export function percentOfFraction(number: string): string {
  const [whole = "0", decimals = ""] = number.split(".");
  const moved = `${whole}${decimals.slice(0, 2).padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
  return shortened(decimals.length > 2 ? `${moved}.${decimals.slice(2)}` : moved);
}

export function shortened(percent: string): string {
  const [whole = "0", decimals = ""] = percent.split(".");
  if (decimals.length <= reportedDecimals) return percent;
  const unit = 10n ** BigInt(decimals.length - reportedDecimals);
  const digits = (BigInt(whole + decimals) + unit / 2n) / unit;
  const text = digits.toString().padStart(reportedDecimals + 1, "0");
  return `${text.slice(0, -reportedDecimals)}.${text.slice(-reportedDecimals)}`;
}
