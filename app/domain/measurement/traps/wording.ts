import { formatDecimal, formatTimeOfDay, withSymbol } from "#app/domain/catalogue/number-format.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { ratioOfDecimal, roundHalfUp } from "#app/domain/measurement/ratio.ts";
import type { Finding, TrapId, TrapValue } from "#app/domain/measurement/traps/trap.ts";
import { isServiceLevelVariant, variantNames } from "#app/domain/measurement/variant-names.ts";

const templates: Readonly<Record<TrapId, Text>> = {
  "TRAP-01": {
    sv: "Nivån {value}\u00a0% hölls, men {blocked} samtal spärrades och nådde aldrig kön. Värst av {hours} timmar: {worst_hour}, {worst_blocked} av {worst_attempts}.",
    en: "The level {value}% was met, but {blocked} calls were blocked and never reached the queue. Worst of {hours} hours: {worst_hour}, {worst_blocked} of {worst_attempts}.",
  },
  "TRAP-02": {
    sv: "Inga spärrade samtal redovisas. Begär operatörens räknare.",
    en: "No blocked calls are reported. Ask for the carrier's counters.",
  },
  "TRAP-03": {
    sv: "Månaden klarade {value}\u00a0%, men {below} av {counted} halvtimmar låg under 70\u00a0%; värst {worst_start}.",
    en: "The month met {value}%, but {below} of {counted} half hours were below 70%; worst {worst_start}.",
  },
  "TRAP-04": {
    sv: "Samma tid på dygnet brister dag efter dag: {slots}.",
    en: "The same time of day fails day after day: {slots}.",
  },
  "TRAP-05": {
    sv: "Räknad på samtalen är nivån {value}\u00a0%. Medelvärdet av halvtimmarnas procenttal ger {mean_of_half_hours}\u00a0%.",
    en: "Counted on the calls the level is {value}%. The mean of the half hours' percentages gives {mean_of_half_hours}%.",
  },
  "TRAP-06": {
    sv: "100\u00a0% kan ingen slumpmässig process hålla.",
    en: "No random process can hold 100%.",
  },
  "TRAP-07": {
    sv: "{n} samtal räcker inte för målet; bevis kräver {proof_needs} utan fel.",
    en: "{n} calls are too few for this target; proof needs {proof_needs} without failure.",
  },
  "TRAP-08": {
    sv: "Gränsen {s} s för korta avbrott döljer {short_abandoned} av {offered} samtal.",
    en: "The short-abandon limit {s} s hides {short_abandoned} of {offered} calls.",
  },
  "TRAP-09": {
    sv: "Samma samtal ger från {lowest} till {highest}, beroende på formel.",
    en: "The same calls give from {lowest} to {highest}, depending on the formula.",
  },
  "TRAP-10": {
    sv: "Rapporterade {reported}\u00a0% kan inte räknas fram ({worst_start}, {base} samtal).",
    en: "The reported {reported}% cannot be reproduced ({worst_start}, {base} calls).",
  },
  "TRAP-11": {
    sv: "{lost} samtal saknar slut; summorna går inte ihop.",
    en: "{lost} calls have no end; the sums do not add up.",
  },
  "TRAP-12": {
    sv: "{talk_3s_or_less} svar varade högst 3 s, {exits_within_t} samtal slussades bort inom gränsen.",
    en: "{talk_3s_or_less} answers lasted 3 s or less, {exits_within_t} calls were moved away within the limit.",
  },
  "TRAP-13": {
    sv: "Den som väntat för länge får vänta: {beyond_k_t} av {beyond_t} över tio gånger gränsen.",
    en: "Late callers are left waiting: {beyond_k_t} of {beyond_t} beyond ten times the limit.",
  },
  "TRAP-14": {
    sv: "{just_within} svar strax före gränsen, {just_after} strax efter.",
    en: "{just_within} answers just within the limit, {just_after} just after.",
  },
  "TRAP-15": {
    sv: "Utfallet hänger på gränsen eller avrundningen: {value}\u00a0% mot {value_strict}\u00a0%.",
    en: "The verdict hangs on the boundary or rounding: {value}% against {value_strict}%.",
  },
  "TRAP-16": {
    sv: "Klockan startar {mean_before_clock_s} s efter samtalet.",
    en: "The clock starts {mean_before_clock_s} s after the call.",
  },
  "TRAP-17": {
    sv: "För få samtal för att bevisa varje timme på dygnet; timme (samtal): {hours}.",
    en: "Too few calls to prove every hour of the day; hour (calls): {hours}.",
  },
  "TRAP-18": {
    sv: "Perioder utan samtal som visar ett procenttal: {intervals}; först {first_start}: {reported}\u00a0%.",
    en: "Periods without calls that show a percentage: {intervals}; first {first_start}: {reported}%.",
  },
  "TRAP-19": {
    sv: "Svarsgränsen ändras inom månaden ({limits} s), först {first_change}.",
    en: "The service limit changes within the month ({limits} s), first {first_change}.",
  },
  "TRAP-25": {
    sv: "{dropped} av {abandoned} övergivna samtal ursäktas som nätavbrott.",
    en: "{dropped} of {abandoned} abandoned calls are excused as network drops.",
  },
  "TRAP-26": {
    sv: "{excluded} av {intervals} intervall undantas som trafiktopp.",
    en: "{excluded} of {intervals} intervals are set aside as surges.",
  },
};

/** A report of intervals whose outcomes are not what was offered. */
const sumsOfIntervalsDiffer: Text = {
  sv: "Ställen där samtalen inte går ihop: {places}; värst {worst_start}: {worst_offered} erbjudna, {worst_accounted} redovisade.",
  en: "Places where the calls do not add up: {places}; worst {worst_start}: {worst_offered} offered, {worst_accounted} accounted for.",
};

/** S not below T is a fault of the definition, found without looking at any call. */
const shortLimitNotBelow: Text = {
  sv: "Gränsen {s} s för korta avbrott ligger inte under svarsgränsen {t} s.",
  en: "The short-abandon limit {s} s is not below the service limit {t} s.",
};

/** A trap in one sentence, with its numbers rounded for reading. */
export function trapMessage({ id, params, evidence }: Finding, language: Language): string {
  const values: Readonly<Record<string, TrapValue>> = { ...params, ...evidence };
  return templateOf({ id, evidence })[language].replace(/\{(\w+)\}/g, (_, name: string) =>
    readable(values[name], language),
  );
}

/** Two traps have two forms. */
function templateOf({ id, evidence }: Pick<Finding, "id" | "evidence">): Text {
  if (id === "TRAP-08" && evidence.short_abandoned === undefined) return shortLimitNotBelow;
  return id === "TRAP-11" && evidence.lost === undefined ? sumsOfIntervalsDiffer : templates[id];
}

function readable(value: TrapValue | undefined, language: Language): string {
  if (value === undefined) return "";
  if (typeof value === "number") return formatDecimal(String(value), language);
  if (typeof value === "string") return readableDecimal(value, language);
  if ("variant" in value) return readableLevel(value, language);
  return runs(
    value.map((each) => {
      if (typeof each === "string") return { at: each, count: "" };
      if ("hour" in each) return { at: String(each.hour).padStart(2, "0"), count: ` (${each.offered})` };
      return { at: each.start, count: ` (${each.days})` };
    }),
  ).join(", ");
}

/** "96,54 % (bara besvarade)": the formula's own name says nothing to who has not read its definition. */
function readableLevel({ variant, value }: { variant: string; value: string }, language: Language): string {
  const name = isServiceLevelVariant(variant) ? variantNames[variant][language] : variant;
  return `${withSymbol(readableDecimal(value, language), "%", language)} (${name})`;
}

interface Entry {
  readonly at: string;
  readonly count: string;
}

/** Hours in a row with the same count are said once: "00–05 (0)". */
function runs(entries: readonly Entry[]): string[] {
  const grouped: { from: Entry; to: Entry }[] = [];
  for (const entry of entries) {
    const last = grouped.at(-1);
    const follows = last !== undefined && Number(last.to.at) + 1 === Number(entry.at);
    if (follows && last.to.count === entry.count) last.to = entry;
    else grouped.push({ from: entry, to: entry });
  }
  return grouped.map(({ from, to }) => `${from.at}${from === to ? "" : `–${to.at}`}${from.count}`);
}

/** Two decimals are enough to read. A time is already local: its offset says nothing to a reader. */
function readableDecimal(text: string, language: Language): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text) ?? [];
  if (date !== undefined && time !== undefined) {
    return `${days[language].format(new Date(`${date}T00:00Z`))} ${language === "sv" ? "kl.\u00a0" : "at "}${formatTimeOfDay(time, language)}`;
  }
  const value = ratioOfDecimal(text);
  if (value === null) return text;
  return formatDecimal(text.includes(".") ? roundHalfUp(value, 2).text : text, language);
}

/** "29 september 2026", "29 September 2026". */
const dayParts = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const days = {
  sv: new Intl.DateTimeFormat("sv-SE", dayParts),
  en: new Intl.DateTimeFormat("en-GB", dayParts),
};
