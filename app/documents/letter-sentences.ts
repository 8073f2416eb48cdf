/** Sentences that every letter to a bidder has: its head, who decided, and the edges of its pages. */
export const letterSentences = {
  document_name: [],
  to: [],
  organisation_number: ["number"],
  case: [],
  date: [],
  tender: [],
  table: ["number", "text"],
  decided: [],
  decided_by: [],
  decision_hash: [],
  contact: [],
  header: ["title", "case_number"],
  footer: ["page", "pages"],
} as const;
