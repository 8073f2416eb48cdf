/** An instant in microseconds as text, to the last digit: `2026-11-22T11:59:41.123456Z`; whole seconds without a fraction. */
export function instantText(us: number): string {
  const fraction = ((us % 1_000_000) + 1_000_000) % 1_000_000;
  const seconds = new Date((us - fraction) / 1000).toISOString().slice(0, 19);
  return fraction === 0 ? `${seconds}Z` : `${seconds}.${String(fraction).padStart(6, "0")}Z`;
}
