/**
 * The Excel library encodes its parts in chunks of UTF-16 and so breaks a character of two units that lies across a
 * border. While a workbook is written such characters stand as their number between two private-use characters; in
 * the finished archive they are put back.
 */
const opening = "\ue000";
const closing = "\ue001";
const guarded = /[\u{10000}-\u{10ffff}\ue000\ue001]/gu;
const guard = /\ue000([0-9a-f]+)\ue001/g;

export const guardCharacters = (text: string): string =>
  text.replace(guarded, (character) => `${opening}${character.codePointAt(0)?.toString(16)}${closing}`);

export const restoreCharacters = (text: string): string =>
  text.replace(guard, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
