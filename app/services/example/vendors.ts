import type { CallCentre } from "#app/domain/example/call-centre.ts";

/** An invented firm. `ambition` chooses where between the worst and the best published level its answers lie. */
export interface ExampleVendor {
  readonly name: string;
  readonly organisationNumber: string;
  readonly person: string;
  readonly email: string;
  readonly ambition: "low" | "middle" | "high";
  /** SEK by price item id. */
  readonly unitPrices: Readonly<Record<string, string>>;
  /** Shoulds that the vendor does not offer. */
  readonly withoutAnswer: readonly string[];
  readonly centre: CallCentre;
}

const callCentre = {
  queue: "Växeln",
  callsPerDay: 420,
  meanTalkSeconds: 110,
  meanWrapSeconds: 25,
  meanPatienceSeconds: 90,
} as const;

/**
 * Three vendors with different strengths: one cheap, whose service level looks good because the calls that find no
 * free line never reach the queue; one sound; one excellent and dear.
 */
export const exampleVendors: readonly ExampleVendor[] = [
  {
    name: "Ringlinjen Exempel AB",
    organisationNumber: "559900-0016",
    person: "Robin Ek",
    email: "robin.ek@exempel.invalid",
    ambition: "low",
    unitPrices: {
      "fee-month": "9800.00",
      "answered-call": "10.90",
      "extra-hour": "395.00",
      "start-up": "45000.00",
    },
    withoutAnswer: ["WORK-008", "CONT-023", "ONB-001"],
    centre: {
      ...callCentre,
      seed: 11,
      staffing: 1.7,
      linesPerAgent: 1.2,
      solvedAtOnce: 0.71,
      complaintShare: 0.0021,
    },
  },
  {
    name: "Svarsverket Exempel AB",
    organisationNumber: "559900-0024",
    person: "Sanna Norling",
    email: "sanna.norling@exempel.invalid",
    ambition: "middle",
    unitPrices: {
      "fee-month": "14500.00",
      "answered-call": "12.20",
      "extra-hour": "410.00",
      "start-up": "80000.00",
    },
    withoutAnswer: [],
    centre: {
      ...callCentre,
      seed: 22,
      staffing: 1.95,
      linesPerAgent: 2,
      solvedAtOnce: 0.79,
      complaintShare: 0.0008,
    },
  },
  {
    name: "Hallå Excellens Exempel AB",
    organisationNumber: "559900-0032",
    person: "Elin Lagerqvist",
    email: "elin.lagerqvist@exempel.invalid",
    ambition: "high",
    unitPrices: {
      "fee-month": "21000.00",
      "answered-call": "14.60",
      "extra-hour": "465.00",
      "start-up": "120000.00",
    },
    withoutAnswer: [],
    centre: {
      ...callCentre,
      seed: 33,
      staffing: 2.5,
      linesPerAgent: 2.4,
      solvedAtOnce: 0.86,
      complaintShare: 0.0003,
    },
  },
];
