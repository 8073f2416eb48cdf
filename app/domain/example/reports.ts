import { type Call, type CallCentre, simulate } from "#app/domain/example/call-centre.ts";
import { seededRandom, wholeBelow } from "#app/domain/example/random.ts";

/** What one invented vendor's own reports say, and how. */
export interface Reporting {
  readonly seed: number;
  /** Seconds by which its exchange counts; a requirement of other seconds cannot be held against it. */
  readonly limitSeconds: number;
  /** What its level is a share of, under a heading that says offered calls. */
  readonly levelOf: "offered" | "answered";
  readonly tellsBlocked: boolean;
  /** Lowest answer of a satisfied customer on the scale 1–10; the others answer anything. */
  readonly lowestAnswer: number;
  readonly answers: number;
  readonly upsHours: string;
  /** Seconds that a recording reaches back before the key press. */
  readonly preBufferSeconds: number;
}

const secondsPerHalfHour = 1800;
const slotsPerDay = 48;

/** All half hours of a month, as the centre's exchange reports the calls of `callRecords`. */
export function intervalReportFile(
  centre: CallCentre,
  { limitSeconds, levelOf, tellsBlocked }: Reporting,
  month: { readonly name: string; readonly firstWeekday: number; readonly days: number },
): string {
  const calls = Map.groupBy(simulate(centre, month.firstWeekday, month.days), ({ arrival }) =>
    Math.floor(arrival / secondsPerHalfHour),
  );
  const rows = Array.from({ length: month.days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: slotsPerDay }, (_, slot) => {
      const of = calls.get(day * slotsPerDay + slot) ?? [];
      const date = `${month.name}-${String(day + 1).padStart(2, "0")}`;
      return [`${date} ${clock(slot)}`, `${date} ${clock(slot + 1)}`, centre.queue, ...counts(of)];
    }),
  );
  const head = [
    "Starttid",
    "Sluttid",
    "Kö",
    "Erbjudna samtal",
    "Besvarade samtal",
    "Övergivna samtal",
    "Vidarestyrda samtal",
  ];
  const columns = [
    ...head,
    "Besvarade inom gräns",
    "Servicenivå %",
    ...(tellsBlocked ? ["Spärrade samtal"] : []),
  ];
  return lines([[`Svarsgräns: ${limitSeconds} s`], columns, ...rows]);

  function counts(of: readonly Call[]): string[] {
    const number = (disposition: Call["disposition"]): number =>
      of.filter((call) => call.disposition === disposition).length;
    const inTime = of.filter(
      (call) => call.answered !== null && waited(call, call.answered) <= limitSeconds,
    ).length;
    const [answered, abandoned] = [number("answered"), number("abandoned")];
    const base = levelOf === "answered" ? answered : answered + abandoned;
    const level = base === 0 ? "" : ((100 * inTime) / base).toFixed(2).replace(".", ",");
    const told = [answered + abandoned, answered, abandoned, 0, inTime].map(String);
    return [...told, level, ...(tellsBlocked ? [String(number("blocked"))] : [])];
  }
}

/** In whole seconds, as both stamps are written. */
const waited = ({ arrival }: Call, answered: number): number => Math.floor(answered) - Math.floor(arrival);

/** A year's customer survey: three questions, eight in ten satisfied. */
export function surveyFile({ seed, lowestAnswer, answers }: Reporting, year: string): string {
  const random = seededRandom(seed);
  const answer = (): string => {
    const lowest = wholeBelow(random, 10) < 8 ? lowestAnswer : 1;
    return String(lowest + wholeBelow(random, 11 - lowest));
  };
  const rows = Array.from({ length: answers }, () => ["kund", year, answer(), answer(), answer(), "1200"]);
  return lines([["enkät", "period", "fråga 1", "fråga 2", "fråga 3", "tillfrågade"], ...rows]);
}

/** What a test and a demonstration gave, with where the proof is. */
export const singleValuesFile = ({ upsHours, preBufferSeconds }: Reporting, month: string): string =>
  lines([
    ["mått", "värde", "datum", "bevis"],
    ["ups_autonomy_h", upsHours, `${month}-02`, "Provprotokoll reservkraft, sidan 2"],
    ["recording_pre_buffer_s", String(preBufferSeconds), `${month}-09`, "Visning av hotknapp, punkt 3"],
  ]);

const clock = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;

const lines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join(";")}\n`).join("");
