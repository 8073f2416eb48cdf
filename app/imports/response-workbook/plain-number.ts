/**
 * A number of a spreadsheet as a decimal string without exponent: the shortest one that is the same double, which is
 * what the vendor typed. "" for what is no finite number.
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  const [mantissa = "", exponent] = String(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  if (exponent === undefined) return sign + mantissa;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}
