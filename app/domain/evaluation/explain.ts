import type { Explanation, Source } from "#app/domain/evaluation/explanation.ts";
import { round, toDecimal } from "#app/domain/money/decimal.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";
import { parseExact, toExact } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** A number as a person writes it: a decimal where it ends within twelve places, "n/d" while that is short, else rounded. */
export function plainNumber(value: Fraction): string {
  if (10n ** 12n % value.d === 0n) return toDecimal(value, 12, halfUp);
  const exact = toExact(value);
  return exact.length <= 30 ? exact : `≈ ${toDecimal(value, 10, halfEven)}`;
}

/** What a symbol of a formula stands for: a number, or a number that can itself be opened. */
export type Symbols = Readonly<
  Record<string, Fraction | { readonly value: Fraction; readonly explanation: Explanation }>
>;

interface Opened {
  readonly label: string;
  readonly subject?: string;
  readonly formula: string;
  readonly value: Fraction;
  readonly symbols?: Symbols;
  readonly source?: Source;
}

/** Explains a value by its formula; each symbol standing alone in the formula is replaced by its number. */
export function explain(opened: Opened): Explanation {
  const symbols = Object.entries(opened.symbols ?? {});
  const numbers = new Map(symbols.map(([name, symbol]) => [name, "value" in symbol ? symbol.value : symbol]));
  const substituted = opened.formula.replace(/[\p{L}_][\p{L}\p{N}_*]*/gu, (name) => {
    const value = numbers.get(name);
    if (value === undefined) return name;
    const text = plainNumber(value);
    return /^[-≈]|\//.test(text) ? `(${text})` : text;
  });
  return {
    label: opened.label,
    ...(opened.subject === undefined ? {} : { subject: opened.subject }),
    formula: opened.formula,
    substituted,
    value: toExact(opened.value),
    decimal: toDecimal(opened.value, 6, halfUp),
    ...(opened.source === undefined ? {} : { source: opened.source }),
    children: symbols.flatMap(([, symbol]) => ("explanation" in symbol ? [symbol.explanation] : [])),
  };
}

/** An explanation of irrational numbers: what has more than ten decimals is given after canonical rounding. */
export function canonicalExplanation(explanation: Explanation): Explanation {
  const value = parseExact(explanation.value);
  return {
    ...explanation,
    value: value ? toExact(round(value, 10, halfEven)) : explanation.value,
    children: explanation.children.map(canonicalExplanation),
  };
}
