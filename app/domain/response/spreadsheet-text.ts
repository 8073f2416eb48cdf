/**
 * Characters that make a spreadsheet program read a text as a formula or command when somebody edits the cell or
 * saves the sheet as CSV, full-width twins included.
 */
const commandStart = "[=+\\-@\\t\\r\\0＝＋－＠]";
const needsPrefix = new RegExp(`^'*${commandStart}`);
const hasPrefix = new RegExp(`^'+${commandStart}`);

/** A text that no spreadsheet program takes for a formula: an apostrophe is put before what would be one. */
export const spreadsheetText = (text: string): string => (needsPrefix.test(text) ? `'${text}` : text);

/** The inverse of `spreadsheetText`, for every text. */
export const textOfSpreadsheet = (text: string): string => (hasPrefix.test(text) ? text.slice(1) : text);
