import type { Language } from "#app/domain/language.ts";

/**
 * Words that nobody can measure, with their inflections as alternatives. Whole words only, so that compounds
 * (säkerhetskopia, högtrafik) and limits (högst, lägst, minst) are left alone.
 */
const vague: { readonly [L in Language]: readonly string[] } = {
  sv: [
    "bra",
    "bättre",
    "bästa?",
    "go(?:d|tt|da)",
    "hög(?:t|a|re)?",
    "låg(?:t|a)?",
    "lägre",
    "modern(?:t|a)?",
    "snabb(?:t|a|are|ast)?",
    "skyndsam(?:t|ma)?",
    "snarast(?: möjligt)?",
    "omgående",
    "effektiv(?:t|a|are)?",
    "enke(?:l|lt)",
    "enkla",
    "smidig(?:t|a)?",
    "användarvänlig(?:t|a)?",
    "flexibe(?:l|lt)",
    "flexibla",
    "lämplig(?:t|a)?",
    "tillräcklig(?:t|a)?",
    "rimlig(?:t|a)?",
    "skälig(?:t|a)?",
    "normal(?:t|a)?",
    "sedvanlig(?:t|a)?",
    "marknadsmässig(?:t|a)?",
    "professionel(?:l|lt|la)",
    "erfar(?:en|et|na)",
    "kompetent(?:a)?",
    "välfungerande",
    "robust(?:a)?",
    "stabil(?:t|a)?",
    "säk(?:er|ert|ra)",
    "driftsäk(?:er|ert|ra)",
    "kontinuerlig(?:t|a)?",
    "löpande",
    "regelbund(?:en|et|na)",
    "optimal(?:t|a)?",
    "ledande",
    "seriös(?:t|a)?",
    "väletablera(?:d|t|de)",
    "minimera(?:r|s)?",
    "maximera(?:r|s)?",
    "vid behov",
    "om möjligt",
    "i möjligaste mån",
    "i princip",
    "med mera",
    "etc\\.",
    "och liknande",
    "till exempel",
  ],
  en: [
    "good",
    "better",
    "best",
    "high(?:er)?",
    "low(?:er)?",
    "modern",
    "fast(?:er)?",
    "quick(?:ly)?",
    "prompt(?:ly)?",
    "timely",
    "as soon as possible",
    "efficient(?:ly)?",
    "eas(?:y|ily)",
    "smooth(?:ly)?",
    "user-friendly",
    "flexib(?:le|ly)",
    "suitabl[ey]",
    "appropriate(?:ly)?",
    "adequate(?:ly)?",
    "sufficient(?:ly)?",
    "reasonabl[ey]",
    "normal(?:ly)?",
    "customary",
    "market-level",
    "professional(?:ly)?",
    "experienced",
    "competent",
    "robust",
    "stable",
    "secure(?:ly)?",
    "reliabl[ey]",
    "continuous(?:ly)?",
    "ongoing",
    "regular(?:ly)?",
    "optimal",
    "leading",
    "serious",
    "well-established",
    "state-of-the-art",
    "minimise",
    "maximise",
    "as needed",
    "if possible",
    "as far as possible",
    "in principle",
    "etc\\.",
    "and similar",
    "for example",
  ],
};

const patternOf = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join("|")})(?![\\p{L}\\p{N}-])`, "giu");
const patterns = { sv: patternOf(vague.sv), en: patternOf(vague.en) };

/** A number with what it counts: it makes its sentence measurable. */
const counted = /\d\s*(?:%|\p{L})/u;

/** The vague words of a text, in sentences that no number makes measurable. */
export const vagueWords = (text: string, language: Language): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((sentence) => !counted.test(sentence))
    .flatMap((sentence) => sentence.match(patterns[language]) ?? [])
    .map((word) => word.toLowerCase());
