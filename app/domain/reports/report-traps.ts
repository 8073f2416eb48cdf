import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { compare, fraction, parseDecimal } from "#app/domain/money/fraction.ts";
import { callsAboveChance, type Deviations } from "#app/domain/reports/deviations.ts";
import { recordingPreBuffer } from "#app/domain/reports/single-value-metrics.ts";
import type { SingleValues } from "#app/domain/reports/single-values.ts";

/** A trap that no call shows: in a requirement, or in a report about something else than calls. */
export interface ReportTrap {
  readonly id: "TRAP-27" | "TRAP-29" | "TRAP-30";
  readonly severity: "medium" | "low";
  /** The requirement that it is about; null for a report. */
  readonly requirement: string | null;
  readonly period: string | null;
  readonly params: Readonly<Record<string, number | string>>;
  readonly evidence: Readonly<Record<string, number | string>>;
}

interface Promised {
  readonly id: string;
  readonly measure: Measure | null;
}

const yearlyWindows = new Set(["rolling_12_months", "calendar_year"]);
/** The yearly turnover that trade texts quote. A tenth of it is what a month may show. */
const yearlyTurnover = fraction(25n);

/**
 * TRAP-27: a norm of another period or formula. A yearly turnover as the limit of a shorter window; service levels of
 * the same window, formula and condition that differ in seconds or share; a limit without a window.
 */
export function normsMixedUp(requirements: readonly Promised[]): ReportTrap[] {
  const limits = requirements.flatMap(({ id, measure }) =>
    measure !== null && measure.role === "limit" ? [{ id, measure }] : [],
  );
  const found = (
    requirement: string,
    kind: keyof typeof normWords,
    evidence: ReportTrap["evidence"],
  ): ReportTrap => ({
    id: "TRAP-27",
    severity: "low",
    requirement,
    period: null,
    params: {},
    evidence: { kind, ...evidence },
  });
  return limits.flatMap(({ id, measure }, index) => {
    const { metric, window, threshold } = measure;
    if (window === "") return [found(id, "no_window", { metric })];
    const limit = threshold === null ? null : parseDecimal(threshold);
    const yearly = metric === "staff_turnover" && !yearlyWindows.has(window);
    if (yearly && limit !== null && compare(limit, yearlyTurnover) >= 0)
      return [found(id, "turnover", { threshold: threshold ?? "", window })];
    const other = limits.slice(0, index).find((each) => mixesNorms(each.measure, measure));
    return other === undefined
      ? []
      : [
          found(id, "service_level", {
            other: other.id,
            these: normOf(measure),
            those: normOf(other.measure),
          }),
        ];
  });
}

function mixesNorms(a: Measure, b: Measure): boolean {
  const isLevel = a.metric === "service_level" && b.metric === "service_level";
  // Another load, queue or hour is another promise, not another norm.
  const condition = ({ seconds: _, short_abandon_seconds: __, ...rest }: Measure["parameters"]) =>
    JSON.stringify(Object.entries(rest).sort());
  return (
    isLevel &&
    a.window === b.window &&
    condition(a.parameters) === condition(b.parameters) &&
    normOf(a) !== normOf(b)
  );
}

const normOf = ({ threshold, parameters }: Measure): string =>
  `${threshold ?? "–"}/${parameters.seconds ?? "–"}`;

/** TRAP-29: deviations are explained that chance alone makes. */
export const alarmsInTheNoise = ({ periods }: Deviations): ReportTrap[] =>
  periods.flatMap(({ period, withinChance, smallestReference }) =>
    withinChance === 0
      ? []
      : [
          {
            id: "TRAP-29",
            severity: "low",
            requirement: null,
            period,
            params: { deviation: "0.05", n: callsAboveChance },
            evidence: { count: withinChance, reference: smallestReference ?? "" },
          },
        ],
  );

/** TRAP-30: the recording begins at the key press and reaches back no second. */
export const recordingAfterThreat = ({ values }: SingleValues): ReportTrap[] =>
  values.flatMap(({ metric, value, date }) =>
    metric === recordingPreBuffer && Number(value) === 0
      ? [{ id: "TRAP-30", severity: "medium", requirement: null, period: date, params: {}, evidence: {} }]
      : [],
  );

const normWords = {
  no_window: {
    sv: "Gränsen för {metric} saknar mätperiod.",
    en: "The limit of {metric} names no window.",
  },
  turnover: {
    sv: "{threshold} % är en norm för ett år, men perioden är {window}.",
    en: "{threshold} % is a norm for a year, but the window is {window}.",
  },
  service_level: {
    sv: "{these} och {those} ({other}) är olika normer för samma period.",
    en: "{these} and {those} ({other}) are different norms for the same window.",
  },
} as const satisfies Record<string, Text>;

const templates: Readonly<Record<"TRAP-29" | "TRAP-30", Text>> = {
  "TRAP-29": {
    sv: "Avvikelser på minst 5 % som ryms inom slumpen: {count}. Den minsta referensen är {reference} samtal, och under 1 600 räcker slumpen.",
    en: "Deviations of 5 % or more that lie within chance: {count}. The smallest reference is {reference} calls, and below 1,600 chance is enough.",
  },
  "TRAP-30": {
    sv: "Inspelningen börjar vid knapptryckningen och når ingen sekund bakåt: det som sades före saknas.",
    en: "The recording starts at the key press and reaches back no second: what was said before is missing.",
  },
};

/** A trap in one sentence. */
export function reportTrapMessage({ id, evidence }: ReportTrap, language: Language): string {
  const kind = (Object.keys(normWords) as (keyof typeof normWords)[]).find((each) => each === evidence.kind);
  const words: Text = id === "TRAP-27" ? normWords[kind ?? "no_window"] : templates[id];
  return words[language].replace(/\{(\w+)\}/g, (_, name: string) => String(evidence[name] ?? ""));
}
