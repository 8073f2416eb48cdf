import { Temporal } from "temporal-polyfill";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language, Text } from "#app/domain/language.ts";
import type { DraftTender, TenderContent } from "#app/domain/tender/tender.ts";

/** Rules of the competition that the buyer chooses; what holds for every tender stands in the wording of the invitation. */
export interface Provisions {
  /** Main code of the common procurement vocabulary, eight digits; "" while unset. */
  readonly cpv: string;
  /** First day of the contract, `2027-07-01`; null while unset. */
  readonly contractStart: string | null;
  /** How many of the contract's months the buyer may choose to do without: the option to prolong. */
  readonly optionMonths: number;
  /** Days before the deadline, at the same time of day, at which questions end. */
  readonly questionDays: number;
  /** Days from the deadline during which a bid binds the bidder. */
  readonly validityDays: number;
  /** Languages in which a bid may be written. */
  readonly responseLanguages: readonly Language[];
  /** What else the buyer wants said; may be empty. */
  readonly remarks: Text;
}

/** Ten days leave four for the answers, which are due six days before the day of the deadline. */
export const initialProvisions: Provisions = {
  cpv: "79510000",
  contractStart: null,
  optionMonths: 0,
  questionDays: 10,
  validityDays: 120,
  responseLanguages: ["sv", "en"],
  remarks: { sv: "", en: "" },
};

/** Answers are due this many days before the day of the deadline, which does not count (LOU 12:11). */
export const answerDays = 6;

/** Faults name their field: `cpv_malformed`, `date_malformed`, `days_malformed`, `option_months_malformed`. */
export function setProvisions(draft: DraftTender, provisions: Provisions): Result<DraftTender> {
  const { cpv, contractStart, optionMonths, questionDays, validityDays } = provisions;
  const fault = (field: keyof Provisions, code: string) => ({
    code,
    place: { field: `provisions.${field}` },
  });
  const faults = [];
  if (cpv !== "" && !/^\d{8}$/.test(cpv)) faults.push(fault("cpv", "cpv_malformed"));
  if (contractStart !== null && !isDate(contractStart)) faults.push(fault("contractStart", "date_malformed"));
  if (!isCount(optionMonths, 0, 1200)) faults.push(fault("optionMonths", "option_months_malformed"));
  if (!isCount(questionDays, 1, 365)) faults.push(fault("questionDays", "days_malformed"));
  if (!isCount(validityDays, 1, 1000)) faults.push(fault("validityDays", "days_malformed"));
  return faults.length > 0 ? failure(...faults) : success({ ...draft, provisions });
}

const isCount = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

type Dated = Pick<TenderContent, "timezone" | "provisions">;

/** The last moment to ask a question, as an instant. */
export const questionDeadline = ({ timezone, provisions }: Dated, deadline: string): string =>
  localDeadline(deadline, timezone)
    .subtract({ days: provisions.questionDays })
    .toInstant()
    .toString({ smallestUnit: "second" });

/** The last day for answers, `2027-04-14` for a deadline on 20 April. */
export const lastAnswerDay = ({ timezone }: Dated, deadline: string): string =>
  localDeadline(deadline, timezone).toPlainDate().subtract({ days: answerDays }).toString();

/** The last day on which a bid binds. */
export const lastDayOfValidity = ({ timezone, provisions }: Dated, deadline: string): string =>
  localDeadline(deadline, timezone).toPlainDate().add({ days: provisions.validityDays }).toString();

/** The day before the contract has run for so many months. */
export const lastDayOfContract = (start: string, months: number): string =>
  Temporal.PlainDate.from(start).add({ months }).subtract({ days: 1 }).toString();

const localDeadline = (deadline: string, timezone: string) =>
  Temporal.Instant.from(deadline).toZonedDateTimeISO(timezone);
