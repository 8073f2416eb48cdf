/** Sentences that every Word document of a tender has: cover, contents, header and footer of its pages. */
export const frameSentences = {
  document_name: [],
  case_number: ["case_number"],
  version: ["version"],
  published: ["date"],
  draft: [],
  fingerprint: ["sha256"],
  fingerprint_missing: [],
  contents: [],
  header: ["title", "version"],
  footer: ["page", "pages"],
} as const;
