import type { Explanation, Source } from "#app/domain/evaluation/explanation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";
import { toExact } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** A number as a person writes it: a decimal where it ends within twelve places, otherwise "n/d". */
export function plainNumber(value: Fraction): string {
  return 10n ** 12n % value.d === 0n ? toDecimal(value, 12, halfUp) : toExact(value);
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
    return text.startsWith("-") || text.includes("/") ? `(${text})` : text;
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
