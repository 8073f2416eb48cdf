import type { CallCentre } from "#app/domain/example/call-centre.ts";
import type { Operations } from "#app/domain/example/operations.ts";
import type { Reporting } from "#app/domain/example/reports.ts";

/** An invented firm. `ambition` chooses where between the worst and the best published level its answers lie. */
export interface ExampleVendor {
  readonly name: string;
  readonly organisationNumber: string;
  readonly person: string;
  readonly email: string;
  readonly ambition: "low" | "middle" | "high";
  /** SEK by price item id. */
  readonly unitPrices: Readonly<Record<string, string>>;
  /** Fills in the Excel form instead of the pages. */
  readonly answersInExcel: boolean;
  /** Figures that the vendor promises, by requirement id; its ambition answers for the others. */
  readonly promises: Readonly<Record<string, string>>;
  /** Shoulds that the vendor does not offer. */
  readonly withoutAnswer: readonly string[];
  readonly centre: CallCentre;
  readonly operations: Operations;
  readonly reporting: Reporting;
}

const callCentre = {
  queue: "Växeln",
  callsPerDay: 420,
  meanTalkSeconds: 110,
  meanWrapSeconds: 25,
  meanPatienceSeconds: 240,
} as const;

/**
 * Three vendors with different strengths: one cheap, whose service level looks good because the calls that find no
 * free line never reach the queue; one sound; one excellent and dear.
 */
export const exampleVendors: readonly ExampleVendor[] = [
  {
    name: "Ringlinjen Exempel AB",
    organisationNumber: "559900-0016",
    person: "Robin Exempelek",
    email: "robin.exempelek@exempel.invalid",
    ambition: "low",
    unitPrices: {
      "fee-month": "10400.00",
      "answered-call": "11.33",
      "extra-hour": "395.00",
      "start-up": "45000.00",
    },
    answersInExcel: false,
    // Better than what its call records show.
    promises: {
      "AVAIL-001": "93",
      "AVAIL-009": "94",
      "AVAIL-011": "3",
      "AVAIL-014": "1",
      "AVAIL-016": "10",
      "QUAL-001": "99.92",
    },
    withoutAnswer: ["WORK-008", "CONT-023", "ONB-001"],
    centre: {
      ...callCentre,
      seed: 26,
      greetingSeconds: 9,
      staffing: 2,
      linesPerAgent: 1.15,
      solvedAtOnce: 0.71,
      complaintShare: 0.0021,
    },
    // Its chairs are too few at the peaks, its outages begin when the buyer is told, its maintenance is announced late.
    operations: {
      seed: 126,
      outagesPerSystem: 3,
      meanOutageMinutes: 75,
      minutesToNotice: 0,
      daysOfNotice: 2,
      maintenanceHours: 5,
      planned: 1.9,
      spare: 0,
      trunks: 7,
      forecast: false,
    },
    // Its exchange counts by 30 seconds and leaves those who gave up out of the level.
    reporting: {
      seed: 226,
      limitSeconds: 30,
      levelOf: "answered",
      tellsBlocked: false,
      lowestAnswer: 5,
      answers: 140,
      upsHours: "1,5",
      preBufferSeconds: 0,
    },
  },
  {
    name: "Svarsverket Exempel AB",
    organisationNumber: "559900-0024",
    person: "Sanna Exempelnorling",
    email: "sanna.exempelnorling@exempel.invalid",
    ambition: "middle",
    unitPrices: {
      "fee-month": "15200.00",
      "answered-call": "12.35",
      "extra-hour": "410.00",
      "start-up": "80000.00",
    },
    answersInExcel: true,
    promises: { "AVAIL-001": "91", "AVAIL-011": "2.5", "AVAIL-016": "11", "QUAL-001": "99.91" },
    withoutAnswer: [],
    centre: {
      ...callCentre,
      seed: 22,
      greetingSeconds: 3,
      staffing: 2,
      linesPerAgent: 2,
      solvedAtOnce: 0.79,
      complaintShare: 0.0008,
    },
    operations: {
      seed: 122,
      outagesPerSystem: 1.5,
      meanOutageMinutes: 25,
      minutesToNotice: 8,
      daysOfNotice: 7,
      maintenanceHours: 2,
      planned: 1.9,
      spare: 1,
      trunks: 16,
      forecast: true,
    },
    reporting: {
      seed: 222,
      limitSeconds: 20,
      levelOf: "offered",
      tellsBlocked: true,
      lowestAnswer: 7,
      answers: 260,
      upsHours: "3,5",
      preBufferSeconds: 10,
    },
  },
  {
    name: "Hallå Excellens Exempel AB",
    organisationNumber: "559900-0032",
    person: "Elin Exempellager",
    email: "elin.exempellager@exempel.invalid",
    ambition: "high",
    unitPrices: {
      "fee-month": "17400.00",
      "answered-call": "12.90",
      "extra-hour": "445.00",
      "start-up": "95000.00",
    },
    answersInExcel: false,
    promises: {
      "AVAIL-001": "96",
      "AVAIL-011": "1",
      "AVAIL-016": "6",
      "AVAIL-027": "92",
      "CAP-009": "4",
      "INC-005": "8",
      "STAFF-003": "95",
      "WORK-008": "8",
    },
    withoutAnswer: [],
    centre: {
      ...callCentre,
      seed: 33,
      greetingSeconds: 0,
      staffing: 2.5,
      linesPerAgent: 2.4,
      solvedAtOnce: 0.86,
      complaintShare: 0.0003,
    },
    operations: {
      seed: 133,
      outagesPerSystem: 0.8,
      meanOutageMinutes: 9,
      minutesToNotice: 4,
      daysOfNotice: 10,
      maintenanceHours: 1,
      planned: 2.2,
      spare: 1,
      trunks: 24,
      forecast: true,
    },
    reporting: {
      seed: 233,
      limitSeconds: 20,
      levelOf: "offered",
      tellsBlocked: true,
      lowestAnswer: 8,
      answers: 410,
      upsHours: "8",
      preBufferSeconds: 30,
    },
  },
];
