import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";

const text = (sv: string, en: string) => ({ sv, en });

/** By which the example tender is known among the tenders of its database. */
export const exampleCaseNumber = "KS 2026/117";

/** What the municipality changes in the profile's draft: facts, three more requirements, one of them its own. */
export const switchboardEdits: readonly DraftEdit[] = [
  {
    type: "set-facts",
    facts: {
      title: text("Telefonisttjänst för en kommun", "Telephone answering for a municipality"),
      description: text(
        "Påhittat exempel. Exempelköpings kommun har 40\u00a0000 invånare och köper svar i växeln vardagar 07.00–18.00, med en liten bemanning på helger. Omkring 8\u00a0300 besvarade samtal i månaden, 48 månaders avtal.",
        "Invented example. The municipality of Exempelköping has 40,000 inhabitants and buys answering for its switchboard on weekdays 07:00–18:00, with a small crew at weekends. About 8,300 answered calls a month, a contract of 48 months.",
      ),
      caseNumber: exampleCaseNumber,
      estimatedValueSek: "6500000",
      ceilingPriceSek: "8000000",
    },
  },
  { type: "pick", ids: ["AVAIL-016", "QUAL-001"] },
  { type: "set-measure", id: "AVAIL-016", change: { threshold: "12" } },
  // Every bidder can hand in call records with these two times, so they may earn points instead of the answer.
  { type: "set-use", id: "AVAIL-016", use: "award" },
  { type: "set-worth", id: "AVAIL-016", worth: "120000" },
  {
    type: "set-service-credits",
    serviceCredits: {
      feeItem: "fee-month",
      capPercent: "15",
      combine: "largest",
      terminationAfter: 3,
      steps: [
        { requirement: "AVAIL-001", limit: "90", percent: "5" },
        { requirement: "AVAIL-001", limit: "80", percent: "12" },
        { requirement: "QUAL-001", limit: "99.9", percent: "3" },
      ],
    },
  },
];

export const ownRequirementEdits: readonly DraftEdit[] = [
  { type: "add-own", area: "onboarding", level: "should", title: text("Lokal kännedom", "Local knowledge") },
  {
    type: "set-text",
    id: "OWN-001",
    field: "text",
    text: text(
      "Leverantören bör låta varje telefonist tillbringa minst en halv dag i kommunen före driftstart.",
      "The supplier should let every telephonist spend at least half a day in the municipality before the start of operations.",
    ),
  },
  {
    type: "set-text",
    id: "OWN-001",
    field: "motive",
    text: text(
      "Den som har sett kommunen kopplar rätt oftare: ortnamn och förvaltningar blir kända.",
      "Whoever has seen the municipality connects rightly more often: places and departments become known.",
    ),
  },
  {
    type: "set-text",
    id: "OWN-001",
    field: "proof",
    text: text("Åtagande i anbudet.", "Undertaking in the tender."),
  },
  {
    type: "set-text",
    id: "OWN-001",
    field: "followUp",
    text: text("Närvarolista före driftstart.", "Attendance list before the start of operations."),
  },
  { type: "set-worth", id: "OWN-001", worth: "40000" },
];

export const switchboardPriceEdits: readonly DraftEdit[] = [
  { type: "remove-price-item", id: "P1" },
  ...[
    {
      id: "fee-month",
      name: text("Fast månadsavgift", "Fixed monthly fee"),
      unit: text("månad", "month"),
      volume: "48",
    },
    {
      id: "answered-call",
      name: text("Besvarat samtal", "Answered call"),
      unit: text("samtal", "call"),
      volume: "400000",
    },
    {
      id: "extra-hour",
      name: text("Extra telefonisttimme", "Extra telephonist hour"),
      unit: text("timme", "hour"),
      volume: "500",
    },
    {
      id: "start-up",
      name: text("Införande", "Start-up"),
      unit: text("gång", "occasion"),
      volume: "1",
    },
  ].map((item): DraftEdit => ({ type: "add-price-item", item })),
];

/** A tender that is open for answers: a smaller one, around the clock, evaluated in points. */
export const hotlineEdits: readonly DraftEdit[] = [
  {
    type: "set-facts",
    facts: {
      title: text("Felanmälan och jour dygnet runt", "Fault reports and on-call around the clock"),
      description: text(
        "Påhittat exempel. Exempelköpings kommun köper svar för felanmälan, larm och jour, alla timmar på året.",
        "Invented example. The municipality of Exempelköping buys answering for fault reports, alarms and on-call duty, every hour of the year.",
      ),
      caseNumber: "KS 2026/203",
      ceilingPriceSek: "12975000",
    },
  },
  {
    type: "add-price-item",
    item: {
      id: "answered-call",
      name: text("Besvarat samtal", "Answered call"),
      unit: text("samtal", "call"),
      volume: "240000",
    },
  },
  {
    // One point is worth 100,000 SEK, and price and requirements add up to 100 points.
    type: "convert-model",
    to: "weighted_points",
    lower: "6000000",
    upper: "12975000",
    sekPerPoint: "100000",
  },
];

/** A draft that somebody has just begun: what is missing or unwise is for the reader to find and mend. */
export const unfinishedEdits: readonly DraftEdit[] = [
  {
    type: "set-facts",
    facts: {
      title: text("Kundtjänst för vatten och avfall", "Customer service for water and waste"),
      description: text(
        "Påhittat exempel. Ett utkast som någon just har börjat med.",
        "Invented example. A draft that somebody has just begun.",
      ),
    },
  },
  {
    type: "add-own",
    area: "quality",
    level: "must",
    title: text("Gott bemötande", "Good manners"),
  },
  {
    type: "set-text",
    id: "OWN-001",
    field: "text",
    text: text(
      "Leverantören ska ha ett gott bemötande och ska svara snabbt.",
      "The supplier shall have good manners and shall answer quickly.",
    ),
  },
  // Nobody can promise every single call.
  { type: "set-measure", id: "AVAIL-001", change: { threshold: "100" } },
];
