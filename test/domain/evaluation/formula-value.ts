const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  max: Math.max,
  min: Math.min,
  ln: Math.log,
};

/**
 * The value of a formula with its numbers put in, as a reader with a pocket calculator gets it; null where it names
 * something that is no number (a band, a discount).
 */
export function formulaValue(substituted: string): number | null {
  const tokens: readonly string[] = substituted.replaceAll("≈", "").match(/\d+(?:\.\d+)?|\p{L}+|\S/gu) ?? [];
  if (tokens.some((token) => /^\p{L}/u.test(token) && !(token in functions))) return null;
  if (tokens.includes(":") || tokens.includes("Σ")) return null;
  let at = 0;
  const accept = (...wanted: string[]): string | null => {
    const token = tokens[at] ?? "";
    if (!wanted.includes(token)) return null;
    at += 1;
    return token;
  };
  const list = (): number[] => {
    accept("(");
    const values = [terms()];
    while (accept(",")) values.push(terms());
    accept(")");
    return values;
  };
  const operand = (): number => {
    if (accept("-")) return -operand();
    const token = tokens[at] ?? "";
    if (token === "(") return list()[0] ?? Number.NaN;
    at += 1;
    return functions[token]?.(...list()) ?? Number(token);
  };
  const raised = (): number => {
    const base = operand();
    if (accept("²")) return base ** 2;
    return accept("^") ? base ** operand() : base;
  };
  const factors = (): number => {
    let value = raised();
    for (let sign = accept("·", "/"); sign; sign = accept("·", "/"))
      value = sign === "·" ? value * raised() : value / raised();
    return value;
  };
  const terms = (): number => {
    let value = factors();
    for (let sign = accept("+", "−"); sign; sign = accept("+", "−"))
      value = sign === "+" ? value + factors() : value - factors();
    return value;
  };
  return terms();
}
