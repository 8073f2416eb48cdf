import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";
import { languages } from "#app/domain/language.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import { countVerbs } from "#app/domain/tender/modal-verb.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import { vagueWords } from "#app/domain/tender/vague-words.ts";

/** References to standards; case matters, so that words in ordinary text are not taken for one. */
const standardPattern =
  /\b(?:(?:SS|EN|ISO|IEC|ETSI|ITU-T)[ /-]?)+(?:[A-Z]{1,3}[. ]?)?\d(?:[\w:-]|[. ](?=\d))*|\bPCI DSS\b/;
const orEquivalent = { sv: /eller likvärdig/i, en: /or equivalent/i } as const;

/** What the words of a requirement say, in each language. */
export function textFindings(requirement: TenderRequirement, catalogue: Catalogue): Finding[] {
  return [
    ...vagueFindings(requirement, catalogue),
    ...verbFindings(requirement),
    ...standardFindings(requirement, catalogue),
    ...languageFindings(requirement),
  ];
}

/** The catalogue's own words are held to this by those who keep it, and a measure makes its text measurable. */
function vagueFindings({ id, level, text, measure }: TenderRequirement, catalogue: Catalogue): Finding[] {
  const original = catalogue.requirements.get(id)?.texts[level];
  const report = level === "must" ? error : warning;
  if (measure !== null) return [];
  return languages.flatMap((language) =>
    text[language] === original?.[language]
      ? []
      : vagueWords(text[language], language).map((word) =>
          report("REQ-01", `requirements.${id}.text.${language}`, "word_vague", { id, word }),
        ),
  );
}

function verbFindings({ id, level, text }: TenderRequirement): Finding[] {
  const other: Level = level === "must" ? "should" : "must";
  return languages.flatMap((language) => {
    const path = `requirements.${id}.text.${language}`;
    if (text[language].trim() === "") return [];
    const own = countVerbs(text[language], level, language);
    const others = countVerbs(text[language], other, language);
    if (own === 0) return [error("REQ-03", path, "verb_differs", { id, level })];
    return own + others > 1 ? [error("REQ-02", path, "two_requirements", { id })] : [];
  });
}

function standardFindings({ id, text, standard }: TenderRequirement, catalogue: Catalogue): Finding[] {
  const findings: Finding[] = languages.flatMap((language) => {
    const open = text[language]
      .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
      .find((sentence) => standardPattern.test(sentence) && !orEquivalent[language].test(sentence));
    return open === undefined
      ? []
      : [error("REQ-07", `requirements.${id}.text.${language}`, "standard_without_equivalent", { id })];
  });
  if (standard?.role === "referenced" && standard.status === "superseded") {
    findings.push(superseded(id, standard.ref, standard.supersededBy));
    return findings;
  }
  for (const { ref, status, kind, supersededBy } of catalogue.standards.values()) {
    if (kind !== "standard" || status !== "superseded") continue;
    const successor = catalogue.standards.get(supersededBy ?? "")?.ref ?? supersededBy;
    if (languages.some((language) => names(text[language], ref)))
      findings.push(superseded(id, ref, successor));
  }
  return findings;
}

const superseded = (id: string, ref: string, successor: string | null): Finding =>
  error("REQ-08", `requirements.${id}.text`, "standard_superseded", { id, ref, successor: successor ?? "–" });

/** Whether the text names a standard, with or without the year. */
const names = (text: string, ref: string): boolean => {
  const plain = (words: string) => words.replace(/[\s/-]+/g, " ");
  return plain(text).includes(plain(ref.replace(/:\d{4}$/, "")));
};

/** Both languages say the same numbers: whichever the vendor reads binds. */
function languageFindings({ id, text }: TenderRequirement): Finding[] {
  // Runs of digits, since separators differ between the languages and between a number, a time and a version.
  const [sv, en] = languages.map((language) => (text[language].match(/\d+/g) ?? []).sort().join(" "));
  if (sv === en || text.sv.trim() === "" || text.en.trim() === "") return [];
  return [
    error("REQ-22", `requirements.${id}.text`, "languages_differ", { id, sv: sv || "–", en: en || "–" }),
  ];
}
