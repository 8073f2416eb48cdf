/** The part of an answer that `expected` speaks of: output may hold more fields, lists are compared whole. */
export function shownFields(actual: unknown, expected: unknown): unknown {
  if (!isObject(actual) || !isObject(expected)) return actual;
  return Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [
      name,
      shownFields(Object.getOwnPropertyDescriptor(actual, name)?.value, value),
    ]),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
