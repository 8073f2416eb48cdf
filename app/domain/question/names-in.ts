interface Named {
  readonly name: string;
  readonly organisationNumber: string;
}

/** Words that many companies have in common. */
const legalForms =
  /(^|\s)(aktiebolag|ab|hb|kb|ek\.? ?för\.?|as|oy|aps|a\/s|gmbh|ltd|limited|inc|plc|\(publ\))(?=\s|$)/gu;
/** A name shorter than this is too often an ordinary word to be looked for without its legal form. */
const shortestCore = 5;
const address = /[^\s@<>()]+@[^\s@<>()]+\.[\p{L}]{2,}/gu;

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

/**
 * What in a text tells of one of the organisations: its name with or without its legal form, its organisation number,
 * or any e-mail address but the given one. A name may be an ordinary word, so whoever writes has the last word.
 */
export function namesIn(text: string, organisations: readonly Named[], knownAddress = ""): readonly string[] {
  const words = plain(text);
  const found = organisations
    .filter(({ name, organisationNumber }) => {
      const core = plain(plain(name).replace(legalForms, " "));
      const digits = organisationNumber.replace(/\D/g, "");
      return (
        standsIn(words, plain(name)) ||
        (core.length >= shortestCore && standsIn(words, core)) ||
        (digits.length >= 10 && words.replace(/[^\d]/g, "").includes(digits))
      );
    })
    .map(({ name }) => name);
  const addresses = [...text.matchAll(address)]
    .map(([one]) => one.replace(/[.,;:]+$/, ""))
    .filter((one) => one.toLowerCase() !== knownAddress.toLowerCase());
  return [...new Set([...found, ...addresses])];
}

/** Whether the words stand in the text on their own, not as parts of longer ones. */
function standsIn(text: string, words: string): boolean {
  if (words === "") return false;
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true;
  }
  return false;
}
