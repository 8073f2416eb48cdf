/** The start page. */
export default {
  title: "Requirements that can be measured, from bid to invoice",
  lead: "Skallbör is for those who procure telephone answering or a contact centre: choose requirements, get the tender documents, compare bids and follow up the contract by the same requirements all the way.",
  idea: "Here a requirement is more than a sentence. It carries its measure: formula, limit, period and proof. So it means the same to the one who writes it, answers it, scores it and pays by it.",
  openTenders: "See tenders",
  toCatalogue: "Read {count} requirements",
  waiting: "Waiting for you",
  waitingLead: "The nearest date first.",
  nothingWaits: "Nothing waits for you now",
  nothingWaitsHelp: "Tenders where the next step is yours stand here, the nearest date first.",
  others: "Other tenders",
  open: "Open tenders",
  create: "Create a tender",
  areas: "Areas of the requirement catalogue",
  picture: {
    title: "The same calls, eight service levels",
    lead: "90/20 says nothing until the formula is fixed.",
    caption: "Share within 20 seconds against the target of 90 per cent.",
    note: "20 ended calls of one day in 2010: 8 answered, 6 of them in time; 12 hung up, 8 of them within 20 seconds. Filled dot: contract default.",
  },
  variants: {
    offered: "of offered calls",
    attempts: "blocked attempts too",
    answered: "of answered calls",
    positive: "hanging up counts as served",
    ignore_t: "without those who hang up in time",
    short: "without short abandons",
    genesys: "of answered and abandoned",
    avaya_bcms: "of all that the exchange queued",
  },
};

export const faults = {};
