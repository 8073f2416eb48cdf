import type { Attribution } from "#app/domain/measurement/interval/interval.ts";
import type { ServiceLevelVariant } from "#app/domain/measurement/service-level.ts";
import { type ColumnMeaning, withinMeaning } from "#app/imports/interval/column-meaning.ts";

/** How the reports of one system are laid out. */
export interface Preset {
  readonly id: string;
  readonly attribution: Attribution;
  /** Whether `3/31/2025` is a date, month first. Without: it might mean either, and is refused. */
  readonly monthFirst: boolean;
  /** Unit of a duration that is written as a plain number. */
  readonly plainDurations: "s" | "ms";
  /** Whether an empty cell of a count is 0. */
  readonly blankIsZero: boolean;
  /** By comparable name. */
  readonly columns: ReadonlyMap<string, ColumnMeaning>;
}

const count = (field: Extract<ColumnMeaning, { kind: "count" }>["field"]): ColumnMeaning => ({
  kind: "count",
  field,
});
const sum = (field: Extract<ColumnMeaning, { kind: "sum" }>["field"]): ColumnMeaning => ({
  kind: "sum",
  field,
});
const mean = (
  field: Extract<ColumnMeaning, { kind: "mean" }>["field"],
  per: "answered" | "abandoned" = "answered",
): ColumnMeaning => ({ kind: "mean", field, per });
const within = (of: "answered" | "abandoned"): ColumnMeaning => ({ kind: "within", of, thresholdS: null });
const level = (variant: ServiceLevelVariant): ColumnMeaning => ({
  kind: "share",
  figure: "service_level",
  variant,
});
const answerRate: ColumnMeaning = { kind: "share", figure: "answer_rate", variant: "offered" };
const abandonRate: ColumnMeaning = { kind: "share", figure: "abandon_rate", variant: "offered" };
const place = (
  kind: "queue" | "start" | "end" | "date" | "time" | "minutes" | "threshold",
): ColumnMeaning => ({
  kind,
});
const maximum: ColumnMeaning = { kind: "maximum" };
const agents: ColumnMeaning = { kind: "agents" };
const excluded: ColumnMeaning = { kind: "excluded" };
const other: ColumnMeaning = { kind: "other" };
const abandonedPart: ColumnMeaning = { kind: "abandoned_part" };

function named(groups: readonly (readonly [ColumnMeaning, readonly string[]])[]): Preset["columns"] {
  return new Map(groups.flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)));
}

/** Queue performance by interval. Offered by arrival, answered by event: rows need not add up. Durations are in ms. */
const genesysCloud: Preset = {
  id: "genesys_cloud",
  attribution: "event",
  monthFirst: true,
  plainDurations: "ms",
  blankIsZero: true,
  columns: named([
    [place("start"), ["interval start"]],
    [place("end"), ["interval end"]],
    [place("queue"), ["queue name"]],
    [count("offered"), ["offer", "offered"]],
    [count("answered"), ["answer", "answered"]],
    [count("abandoned"), ["abandon", "abandoned"]],
    [count("flowOut"), ["flow-out", "flow out", "flow-outs"]],
    [count("transferred"), ["transfer", "transferred"]],
    [level("genesys"), ["service level %"]],
    [answerRate, ["answer %", "answered %"]],
    [abandonRate, ["abandon %", "abandoned %"]],
    [mean("waitAnswered"), ["asa", "avg speed of answer"]],
    [mean("waitAbandoned", "abandoned"), ["avg abandon", "avg abandon time"]],
    [mean("talk"), ["avg talk"]],
    [mean("hold"), []],
    [mean("wrap"), ["avg acw"]],
    [mean("handle"), ["avg handle", "aht"]],
    [sum("talk"), ["total talk"]],
    [sum("hold"), ["total hold"]],
    [sum("wrap"), ["total acw"]],
    [sum("handle"), ["total handle"]],
    [
      other,
      [
        "interval complete",
        "filters",
        "media type",
        "queue id",
        "handle",
        "avg hold",
        "avg wait",
        "max wait",
        "service level target %",
        "transfer %",
        "hold",
      ],
    ],
  ]),
};

/** Contact service queue activity by interval: the limit stands in a column, and the level in four formulas. */
const ciscoUccx: Preset = {
  id: "cisco_uccx",
  attribution: "arrival",
  monthFirst: true,
  plainDurations: "s",
  blankIsZero: false,
  columns: named([
    [place("start"), ["interval start time", "start time"]],
    [place("end"), ["interval end time", "end time"]],
    [place("queue"), ["csq name", "csq name (call skills)", "contact service queue"]],
    [place("threshold"), ["service level", "service level (sec)", "service level target"]],
    [count("offered"), ["calls presented", "total calls presented", "contacts presented"]],
    [count("answered"), ["calls handled", "contacts handled"]],
    [count("abandoned"), ["calls abandoned", "contacts abandoned"]],
    [count("flowOut"), ["calls dequeued", "contacts dequeued"]],
    [
      within("answered"),
      ["calls handled < sl", "calls handled within sl", "calls handled within service level"],
    ],
    [
      within("abandoned"),
      ["calls abandoned < sl", "calls abandoned within sl", "calls abandoned within service level"],
    ],
    [level("answered"), ["% sl met only handled", "only handled", "percentage of sl met: only handled"]],
    [
      level("ignore_t"),
      [
        "% sl met without abandoned calls",
        "without abandoned calls",
        "percentage of sl met: without abandoned calls",
      ],
    ],
    [
      level("positive"),
      [
        "% sl met with positive abandoned calls",
        "with positive abandoned calls",
        "percentage of sl met: with positive abandoned calls",
      ],
    ],
    [
      level("offered"),
      [
        "% sl met with negative abandoned calls",
        "with negative abandoned calls",
        "percentage of sl met: with negative abandoned calls",
      ],
    ],
    [answerRate, ["calls handled %", "% calls handled"]],
    [abandonRate, ["calls abandoned %", "% calls abandoned"]],
    [mean("waitAnswered"), ["avg speed of answer", "average speed of answer"]],
    [mean("waitAbandoned", "abandoned"), ["avg time to abandon", "average time to abandon"]],
    [mean("handle"), ["avg handle time", "average handle time"]],
    [maximum, ["max speed of answer"]],
    [
      other,
      [
        "csq id",
        "avg queue time",
        "max queue time",
        "max handle time",
        "max time to abandon",
        "avg time to dequeue",
        "max time to dequeue",
        "calls handled by other",
        "priority",
        "call skills",
      ],
    ],
  ]),
};

/** Split or skill by interval, of CMS and of the smaller BCMS. A call still up at the end counts in the next interval. */
const avaya: Preset = {
  id: "avaya_cms",
  attribution: "event",
  monthFirst: true,
  plainDurations: "s",
  blankIsZero: false,
  columns: named([
    [place("start"), ["starttime", "start time"]],
    [place("date"), ["date", "row date"]],
    [place("time"), ["time", "interval"]],
    [place("queue"), ["split/skill", "split", "skill", "split name", "split/skill name"]],
    [place("threshold"), ["acceptable service level", "servicelevel", "acceptable service level sec"]],
    [place("minutes"), ["intrvl"]],
    [count("offered"), ["callsoffered", "calls offered"]],
    [count("answered"), ["acd calls", "acdcalls"]],
    [count("abandoned"), ["aban calls", "aband calls", "abncalls"]],
    [count("flowOut"), ["flow out", "outflowcalls", "outflow calls"]],
    [count("blocked"), ["busycalls", "busy calls"]],
    [count("transferred"), ["transferred"]],
    [within("answered"), ["acceptable", "acceptable calls"]],
    [level("avaya_bcms"), ["% in serv level", "% in serv levl", "% within service level"]],
    [mean("waitAnswered"), ["avg speed ans", "asa"]],
    [mean("waitAbandoned", "abandoned"), ["avg aban time", "avg aband time"]],
    [mean("talk"), ["avg talk time", "avg acd time"]],
    [mean("wrap"), ["avg acw time"]],
    [sum("waitAnswered"), ["anstime"]],
    [sum("waitAbandoned"), ["abntime"]],
    [sum("talk"), ["acdtime"]],
    [sum("hold"), ["holdtime"]],
    [sum("wrap"), ["acwtime", "total after call"]],
    [sum("staffed"), ["i stafftime", "stafftime", "total staffed time"]],
    [maximum, ["maxocwtime"]],
    [agents, ["avg staff", "avg pos staff"]],
    [other, ["flow in", "inflowcalls", "total aux/other", "total aux", "max delay", "dequecalls"]],
  ]),
};

/**
 * A contact may be received several times, and its queue time goes to the last queue. Abandoned contacts come in
 * parts, split at seconds that the customer sets.
 */
const teliaAce: Preset = {
  id: "telia_ace",
  attribution: "event",
  monthFirst: false,
  plainDurations: "s",
  blankIsZero: false,
  columns: named([
    [place("start"), ["starttid", "intervall", "interval", "period", "start"]],
    [place("date"), ["datum", "date"]],
    [place("time"), ["tid", "klockslag", "time"]],
    [place("queue"), ["kö", "könamn", "ärendetyp", "queue", "task type"]],
    [count("offered"), ["mottagna kontakter", "received contacts"]],
    [
      count("answered"),
      ["etablerade kontakter", "besvarade kontakter", "established contacts", "answered contacts"],
    ],
    [count("abandoned"), ["övergivna kontakter", "abandoned contacts"]],
    [
      abandonedPart,
      [
        "övergivna kontakter 1",
        "övergivna kontakter 2",
        "övergivna kontakter 3",
        "abandoned contacts 1",
        "abandoned contacts 2",
        "abandoned contacts 3",
      ],
    ],
    [
      count("flowOut"),
      ["tappade kontakter", "förlorade kontakter", "lost contacts", "överflödade kontakter"],
    ],
    [
      level("offered"),
      ["servicegrad", "servicegrad %", "svar inom tid %", "service level", "service level %"],
    ],
    [answerRate, ["svarsandel", "svarsandel %", "answer rate %"]],
    [abandonRate, ["andel övergivna", "andel övergivna %", "abandoned %"]],
    [mean("waitAnswered"), ["medelsvarstid", "medelkötid besvarade", "average answer time"]],
    [mean("waitAbandoned", "abandoned"), ["medelkötid övergivna", "average queue time abandoned"]],
    [mean("talk"), ["medelsamtalstid", "average talk time"]],
    [mean("wrap"), ["medelefterbehandlingstid", "medeltid efterbehandling", "average wrap-up time"]],
    [maximum, ["längsta svarstid", "max svarstid", "max answer time"]],
  ]),
};

/** Plain Swedish and English names, as in a report that somebody made by hand. */
const generic: Preset = {
  id: "generic",
  attribution: "arrival",
  monthFirst: false,
  plainDurations: "s",
  blankIsZero: false,
  columns: named([
    [
      place("start"),
      ["start", "starttid", "interval start", "interval", "intervall", "period", "från", "from"],
    ],
    [place("end"), ["end", "sluttid", "slut", "interval end", "till", "to"]],
    [place("date"), ["datum", "date", "dag", "day"]],
    [place("time"), ["tid", "klockslag", "halvtimme", "time", "time of day"]],
    [place("queue"), ["kö", "könamn", "tjänst", "ärendetyp", "queue", "queue name", "skill", "service"]],
    [
      place("minutes"),
      ["intervallängd", "intervallängd min", "längd min", "interval length", "interval min", "length min"],
    ],
    [
      place("threshold"),
      ["svarsgräns", "gräns", "svarsgräns s", "threshold", "threshold s", "service limit"],
    ],
    [
      count("offered"),
      [
        "erbjudna",
        "erbjudna samtal",
        "inkommande",
        "inkommande samtal",
        "offered",
        "offered calls",
        "incoming calls",
      ],
    ],
    [count("answered"), ["besvarade", "besvarade samtal", "answered", "answered calls"]],
    [
      count("abandoned"),
      [
        "övergivna",
        "övergivna samtal",
        "avbrutna",
        "avbrutna samtal",
        "tappade",
        "tappade samtal",
        "abandoned",
        "abandoned calls",
      ],
    ],
    [
      count("flowOut"),
      ["vidarestyrda", "vidarestyrda samtal", "överflöde", "flow out", "flow-out", "overflow"],
    ],
    [
      count("blocked"),
      ["spärrade", "spärrade samtal", "blockerade", "blockerade samtal", "blocked", "blocked calls"],
    ],
    [count("transferred"), ["vidarekopplade", "vidarekopplade samtal", "transferred", "transferred calls"]],
    [
      count("forecast"),
      ["prognos", "prognos samtal", "prognostiserade", "forecast", "forecast calls", "forecast offered"],
    ],
    [
      within("answered"),
      [
        "besvarade inom gräns",
        "besvarade inom tid",
        "besvarade inom t",
        "answered within threshold",
        "answered within t",
        "answered in t",
      ],
    ],
    [
      within("abandoned"),
      [
        "övergivna inom gräns",
        "övergivna inom tid",
        "övergivna inom t",
        "abandoned within threshold",
        "abandoned within t",
        "abandoned in t",
      ],
    ],
    [
      level("offered"),
      [
        "servicenivå",
        "servicenivå %",
        "servicegrad",
        "servicegrad %",
        "service level",
        "service level %",
        "sl %",
      ],
    ],
    [
      answerRate,
      ["svarsandel", "svarsandel %", "svarsfrekvens", "svarsfrekvens %", "answer rate", "answer rate %"],
    ],
    [abandonRate, ["andel övergivna", "andel övergivna %", "abandon rate", "abandon rate %"]],
    [
      sum("waitAnswered"),
      [
        "väntetid besvarade",
        "summa väntetid besvarade",
        "wait answered",
        "wait answered s",
        "sum wait answered s",
      ],
    ],
    [
      sum("waitAbandoned"),
      [
        "väntetid övergivna",
        "summa väntetid övergivna",
        "wait abandoned",
        "wait abandoned s",
        "sum wait abandoned s",
      ],
    ],
    [sum("talk"), ["samtalstid", "summa samtalstid", "talk", "talk s", "sum talk s"]],
    [sum("hold"), ["parkeringstid", "summa parkeringstid", "hold", "hold s", "sum hold s"]],
    [
      sum("wrap"),
      ["efterbehandling", "efterarbete", "summa efterarbete", "wrap", "wrap s", "acw s", "sum wrap s"],
    ],
    [sum("handle"), ["hanteringstid", "summa hanteringstid", "handle", "handle s"]],
    [sum("staffed"), ["bemannad tid", "inloggad tid", "staffed s", "logged in s"]],
    [sum("idle"), ["ledig tid", "väntetid telefonist", "idle s"]],
    [
      mean("waitAnswered"),
      ["medelsvarstid", "genomsnittlig svarstid", "medelväntetid", "average speed of answer", "asa", "asa s"],
    ],
    [
      mean("waitAbandoned", "abandoned"),
      ["medelväntetid övergivna", "average time to abandon", "average abandon time"],
    ],
    [mean("talk"), ["medelsamtalstid", "genomsnittlig samtalstid", "average talk time"]],
    [mean("wrap"), ["medelefterarbete", "average wrap time", "average acw"]],
    [
      mean("handle"),
      [
        "medelhanteringstid",
        "genomsnittlig hanteringstid",
        "average handling time",
        "average handle time",
        "aht",
        "aht s",
      ],
    ],
    [
      maximum,
      [
        "längsta väntetid",
        "max väntetid",
        "maxväntan",
        "längsta svarstid",
        "max wait",
        "max wait s",
        "longest wait",
      ],
    ],
    [excluded, ["undantagen", "undantaget", "trafiktopp", "excluded", "surge"]],
    [
      count("dropped"),
      ["mobilavbrott", "varav mobilavbrott", "nätavbrott", "varav nätavbrott", "dropped", "network drops"],
    ],
    [agents, ["bemanning", "telefonister", "inloggade", "staffed", "agents", "staff"]],
  ]),
};

/** In the order in which a layout is given when two fit equally well. */
export const presets: readonly Preset[] = [genesysCloud, ciscoUccx, avaya, teliaAce, generic];

export const meaningOf = (preset: Preset, name: string): ColumnMeaning | null =>
  preset.columns.get(name) ?? withinMeaning(name);
