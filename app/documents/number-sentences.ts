/** What number is asked for, in every document that prints it. */
export const numberSentences = {
  number_whole: [],
  number_one_decimal: [],
  number_decimals: ["decimals"],
  number_any: ["number", "unit"],
  number_from: ["number", "unit", "min"],
  number_to: ["number", "unit", "max"],
  number_between: ["number", "unit", "min", "max"],
  number_no_unit: [],
} as const;
