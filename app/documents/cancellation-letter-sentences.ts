import { letterSentences } from "#app/documents/letter-sentences.ts";

/** Sentences of the letter that tells bidders that a tender ends without a contract. */
export const cancellationLetterSentences = {
  ...letterSentences,
  to_all: [],
  decision: [],
  decision_text: ["title"],
  ground: [],
  ground_no_bids: [],
  ground_no_admitted_bid: [],
  ground_need_changed: [],
  ground_funds: [],
  ground_documents: [],
  ground_competition: [],
  ground_other: [],
  reason: [],
  bids: [],
  bids_opened: [],
  bids_unopened: [],
  review: [],
  review_where: [],
  review_when: [],
  review_what: [],
} as const;
