import type { Disposition } from "#app/domain/measurement/cell.ts";
import {
  type ColumnMapping,
  type ColumnSource,
  foldedWord,
  mappableColumns,
  stampColumns,
} from "#app/imports/call-records/column-mapping.ts";
import type { Column } from "#app/imports/call-records/columns.ts";
import { commonPatterns, epochPattern, timeReading } from "#app/imports/call-records/time-pattern.ts";

/** The beginning of a table as it stands in a file. */
export interface TableSample {
  /** Names of the columns; of a file without header their places. */
  readonly names: readonly string[];
  /** The first rows behind the header. */
  readonly rows: readonly (readonly string[])[];
}

/** Words within the names of columns, in Swedish and English, most telling first. A name is taken once. */
const nameWords: Readonly<Partial<Record<Column, readonly RegExp[]>>> = {
  call_id: [
    /(call|contact|session|unique|samtals?|kontakts?|ärende)[ _-]?(id|nr|nummer|number)$/,
    /^(ärende|samtal|kontakt|call|contact|uuid|guid|id|nr)$/,
  ],
  queued_at: [/(queue|kö).*(start|enter|join|tid)/, /(inträde|enter|join).*(kö|queue)/],
  answered_at: [/besvara|svarstid|svarad|answer|connect|established/],
  ended_at: [/avslut|slut|end|terminat|disconnect|hangup|lagt på/],
  arrival_at: [
    /ankomst|inkom|arriv|offered|received|startad|call.?start|start|mottag|begin|anrop|tidpunkt|datum.*tid|date.?time|timestamp/,
  ],
  // Not the time in a queue, nor the length of a service.
  queue: [
    /^(?!.*(tid|time|length|level|position|sek|antal|count))(kö|queue|csq|skill|vdn|acd|svarsgrupp|grupp|group)/,
    /^(?!.*(tid|time|length|level|position|sek|antal|count)).*(kö|queue|skill|csq|tjänst|service)/,
  ],
  disposition: [/utfall|resultat|disposition|outcome|result|status|call.?type/],
  ring_s: [/ring/],
  ivr_s: [/ivr|knappval|talsvar|menu/],
  hold_s: [/hold|park/],
  wrap_s: [/wrap|acw|efterarbete|after.?call/],
  talk_s: [/talk|samtalstid|service_length|conversation|taltid/],
  transferred: [/kopplad|transfer|vidarekoppl/],
  resolved_first_contact: [/löst|resolved|fcr/],
  complaint: [/klagomål|complaint/],
};

const dispositionWords: readonly (readonly [RegExp, Disposition])[] = [
  [
    /obesvar|(ej|inget|inte|utan) svar|no.?answer|missed|missad|tappa|överg|aband|lost|hung.?up|lagt på|avbru/,
    "abandoned",
  ],
  [/besvar|^svar|answer|connected|handled|established|kopplad|hantera/, "answered"],
  [/spärr|block|busy|upptag|congest|full|reject|avvis/, "blocked"],
  [/time.?out|tidsgräns|no.?agent|fel|error|failed/, "timeout"],
  [/over.?flow|flow.?out|utslus|vidare|redirect|transfer|ivr|callback|återuppring/, "overflow"],
  [/stäng|closed|after.?hours|utanför/, "closed"],
  [/pågå|open|waiting|ongoing/, "open"],
];

/**
 * A first proposal for a table of an unknown layout, by the names of its columns and what stands in them. It is always
 * shown before anything is read by it.
 */
export function guessMapping({ names, rows }: TableSample): ColumnMapping {
  const header = names.some((name) => !/^#\d+$/.test(name));
  const timeNames = names.filter((_, i) => isTimeColumn(rows.map((row) => row[i] ?? "")));
  const sources: Partial<Record<Column, ColumnSource>> = {};
  const free = new Set(names);
  for (const [column, patterns] of Object.entries(nameWords) as [Column, readonly RegExp[]][]) {
    const candidates = stampColumns.includes(column)
      ? timeNames
      : names.filter((name) => !timeNames.includes(name));
    const found = patterns
      .map((pattern) => candidates.find((name) => free.has(name) && pattern.test(foldedWord(name))))
      .find((name) => name !== undefined);
    if (found === undefined) continue;
    free.delete(found);
    sources[column] = { from: [found] };
  }
  const [firstTime] = timeNames.filter((name) => free.has(name));
  if (sources.arrival_at === undefined && firstTime !== undefined) sources.arrival_at = { from: [firstTime] };
  const dateName = names.find((_, i) => isDateColumn(rows.map((row) => row[i] ?? "")));
  const timesOf = (source: ColumnSource | undefined): string[] =>
    source !== undefined && "from" in source
      ? rows
          .map((row) => source.from.map((name) => row[names.indexOf(name)] ?? "").join(" "))
          .filter((text) => text.trim() !== "")
      : [];
  if (dateName !== undefined && timesOf(sources.arrival_at).every((text) => !hasDate(text))) {
    for (const column of stampColumns) {
      const source = sources[column];
      if (source !== undefined && "from" in source) sources[column] = { from: [dateName, ...source.from] };
    }
  }
  const dispositions = sources.disposition !== undefined ? guessWords(timesOf(sources.disposition)) : {};
  return {
    header,
    columns: inOrder(sources),
    time: guessPattern(timesOf(sources.arrival_at)),
    zone: null,
    dispositions,
  };
}

/** The meaning of each word in a column of outcomes that is not a word of the call file already. */
function guessWords(words: readonly string[]): Record<string, Disposition> {
  const guessed = new Map<string, Disposition>();
  for (const word of words.map(foldedWord)) {
    const meaning = dispositionWords.find(([pattern]) => pattern.test(word))?.[1];
    if (meaning !== undefined && meaning !== word) guessed.set(word, meaning);
  }
  return Object.fromEntries(guessed);
}

/** The pattern that most of the times follow; of two that all follow, such as day and month, the first of the list. */
function guessPattern(times: readonly string[]): string {
  const followed = (pattern: string): number => {
    const read = timeReading(pattern);
    return times.filter((time) =>
      pattern === epochPattern ? /^\d{9,16}(\.\d+)?$/.test(time) : isDay(read?.(time)),
    ).length;
  };
  return commonPatterns.reduce((best, next) => (followed(next) > followed(best) ? next : best));
}

const isDay = (stamp: string | null | undefined): boolean =>
  stamp != null && Number(stamp.slice(5, 7)) <= 12 && Number(stamp.slice(8, 10)) <= 31;

const filled = (values: readonly string[]): string[] => values.filter((value) => value !== "");
const hasDate = (text: string): boolean =>
  /\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](\d{4}|\d\d)\b|^\d{9,16}(\.\d+)?$|^\d{8}/.test(text);
const hasTime = (text: string): boolean => /\d\d?:\d\d:\d\d|^\d{9,16}(\.\d+)?$|^\d{14}$/.test(text);
const isTimeColumn = (values: readonly string[]): boolean =>
  filled(values).length > 0 && filled(values).every(hasTime);
const isDateColumn = (values: readonly string[]): boolean =>
  filled(values).length > 0 && filled(values).every((text) => hasDate(text) && !hasTime(text));

const inOrder = (sources: ColumnMapping["columns"]): ColumnMapping["columns"] =>
  Object.fromEntries(
    mappableColumns.flatMap((column) => (sources[column] ? [[column, sources[column]]] : [])),
  );
