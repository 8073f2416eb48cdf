import type { Fault } from "#app/domain/fault.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";
import { isNegative, isPositive, parseDecimal, parseExact, zero } from "#app/domain/money/fraction.ts";

/** Longest number that is read; an honest price or score is far shorter, and parsing time grows with the square. */
const longestNumber = 1000;

export type Sign = "any" | "not_negative" | "positive";

/**
 * Reads one object of unchecked JSON field by field. A fault does not stop the reading: it is added to `faults` with its
 * path and a placeholder is returned, so that the list is complete; no caller computes while `faults` is not empty.
 * The fields that nobody asked for are `unknown_field` faults of `finish`, so the list of known fields cannot drift.
 */
export class Fields {
  readonly path: string;
  readonly faults: Fault[];
  private readonly values: ReadonlyMap<string, unknown>;
  private readonly asked = new Set<string>();

  constructor(value: unknown, path: string, faults: Fault[]) {
    this.path = path;
    this.faults = faults;
    this.values = isObject(value) ? new Map(Object.entries(value)) : new Map();
    if (!isObject(value)) this.fault(value === undefined ? "missing_field" : "not_an_object");
  }

  fault(code: string, name?: string): void {
    this.faults.push({ code, place: { field: name === undefined ? this.path : this.at(name) } });
  }

  has(name: string): boolean {
    return this.take(name) !== undefined;
  }

  /** Names of all fields, for objects whose keys are data. */
  names(): string[] {
    return [...this.values.keys()];
  }

  /** Fields that describe the case and decide nothing. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.asked.add(name);
  }

  text(name: string): string {
    const value = this.required(name);
    if (value === undefined) return "";
    if (typeof value !== "string" || value === "") {
      this.fault("not_a_text", name);
      return "";
    }
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly [T, ...T[]], fallback?: T): T {
    if (fallback !== undefined && !this.has(name)) return fallback;
    const value = this.required(name);
    const known = allowed.find((candidate) => candidate === value);
    if (known === undefined && value !== undefined) this.fault("unknown_value", name);
    return known ?? allowed[0];
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.take(name);
    if (value === undefined) return fallback;
    if (typeof value === "boolean") return value;
    this.fault("not_a_boolean", name);
    return fallback;
  }

  decimal(name: string, sign: Sign = "any"): Fraction {
    const value = this.required(name);
    return value === undefined ? zero : this.number(value, this.at(name), sign, parseDecimal);
  }

  optionalDecimal(name: string, sign: Sign = "any"): Fraction | null {
    return this.has(name) ? this.decimal(name, sign) : null;
  }

  /** A whole number of things as a JSON number, at least `least`. */
  count(name: string, least: number): number {
    const value = this.required(name);
    if (value === undefined) return least;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
      this.fault("not_a_count", name);
      return least;
    }
    return value;
  }

  /** `signAt` tells what is allowed at each place of the list. */
  decimals(name: string, signAt: (index: number) => Sign = () => "any"): Fraction[] {
    return this.list(name, (value, path, index) => this.number(value, path, signAt(index), parseDecimal));
  }

  /** Also takes "n/d". */
  exacts(value: unknown, path: string, sign: Sign): Fraction[] {
    if (Array.isArray(value))
      return Array.from(value, (item, i) => this.number(item, `${path}[${i}]`, sign, parseExact));
    this.faults.push({ code: "not_a_list", place: { field: path } });
    return [];
  }

  /** A required field of a kind that this class does not know. */
  read<T>(name: string, read: (value: unknown, path: string) => T, otherwise: T): T {
    const value = this.required(name);
    return value === undefined ? otherwise : read(value, this.at(name));
  }

  list<T>(name: string, read: (value: unknown, path: string, index: number) => T): T[] {
    const value = this.required(name);
    // Array.from visits holes too, which map would leave in the result.
    if (Array.isArray(value))
      return Array.from(value, (item: unknown, i) => read(item, `${this.at(name)}[${i}]`, i));
    if (value !== undefined) this.fault("not_a_list", name);
    return [];
  }

  texts(name: string): string[] {
    return this.list(name, (value, path) => {
      if (typeof value === "string" && value !== "") return value;
      this.faults.push({ code: "not_a_text", place: { field: path } });
      return "";
    });
  }

  objects<T>(name: string, read: (fields: Fields) => T): T[] {
    return this.list(name, (value, path) => {
      const fields = new Fields(value, path, this.faults);
      const result = read(fields);
      fields.finish();
      return result;
    });
  }

  object(name: string): Fields {
    return new Fields(this.take(name), this.at(name), this.faults);
  }

  /** An object whose keys are data, each value a decimal. */
  decimalsByName(name: string, sign: Sign = "any"): Map<string, Fraction> {
    const fields = this.object(name);
    return new Map(fields.names().map((key) => [key, fields.decimal(key, sign)]));
  }

  finish(): void {
    for (const name of this.values.keys()) if (!this.asked.has(name)) this.fault("unknown_field", name);
  }

  private number(
    value: unknown,
    path: string,
    sign: Sign,
    parse: (text: string) => Fraction | null,
  ): Fraction {
    const code = numberFault(value);
    const parsed = code === null && typeof value === "string" ? parse(value) : null;
    const fault = code ?? (parsed === null ? "not_a_decimal" : signFault(parsed, sign));
    if (fault !== null) this.faults.push({ code: fault, place: { field: path } });
    return parsed ?? zero;
  }

  private take(name: string): unknown {
    this.asked.add(name);
    return this.values.get(name) ?? undefined;
  }

  private required(name: string): unknown {
    const value = this.take(name);
    if (value === undefined) this.fault("missing_field", name);
    return value;
  }

  private at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }
}

/** Each fault once: a field that is read twice is not faulty twice. */
export function distinctFaults(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.code} ${fault.place?.field}`, fault])).values()];
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function numberFault(value: unknown): string | null {
  if (typeof value !== "string") return "not_a_decimal";
  return value.length > longestNumber ? "number_too_long" : null;
}

function signFault(value: Fraction, sign: Sign): string | null {
  if (sign !== "any" && isNegative(value)) return "number_negative";
  return sign === "positive" && !isPositive(value) ? "number_not_positive" : null;
}
