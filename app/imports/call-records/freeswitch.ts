import { CallRows } from "#app/imports/call-records/call-rows.ts";
import {
  CanonicalRecord,
  canonicalHeader,
  stampOfEpoch,
} from "#app/imports/call-records/canonical-record.ts";
import type { Column, Header, TableLayout } from "#app/imports/call-records/columns.ts";
import type { DocumentSink } from "#app/imports/call-records/document-scanner.ts";
import type { RecordFields, RecordSink } from "#app/imports/call-records/record-scanner.ts";
import { countRow, type Run } from "#app/imports/call-records/run.ts";
import { fieldText, TableReader } from "#app/imports/call-records/table-reader.ts";

/** Variables of a channel that mod_callcenter and the core set, as far as they are read. */
const variables = [
  "uuid",
  "cc_member_session_uuid",
  "cc_side",
  "cc_queue",
  "start_epoch",
  "cc_queue_joined_epoch",
  "cc_queue_answered_epoch",
  "cc_queue_terminated_epoch",
  "cc_queue_canceled_epoch",
  "cc_cancel_reason",
] as const;
type Variable = (typeof variables)[number];
type Variables = Readonly<Partial<Record<Variable, string>>>;

/** A table of detail records, by a template that writes these variables. The template that comes with it does not. */
export const freeswitchColumns: TableLayout<Variable> = {
  columnOf: (name) => variables.find((variable) => variable === name.toLowerCase()) ?? null,
  needed: ["cc_queue", "cc_queue_joined_epoch", "cc_queue_answered_epoch"],
};

/** What each variable is taken for, to be shown. */
export const freeswitchMeaning: ReadonlyMap<string, Column> = new Map([
  ["cc_member_session_uuid", "call_id"],
  ["uuid", "call_id"],
  ["cc_queue", "queue"],
  ["start_epoch", "arrival_at"],
  ["cc_queue_joined_epoch", "queued_at"],
  ["cc_queue_answered_epoch", "answered_at"],
  ["cc_queue_terminated_epoch", "ended_at"],
  ["cc_queue_canceled_epoch", "ended_at"],
  ["cc_cancel_reason", "disposition"],
]);

/** Why a caller left the queue, `cc_cancel_reason`. */
const outcomes: Readonly<Record<string, string>> = {
  BREAK_OUT: "abandoned",
  TIMEOUT: "timeout",
  NO_AGENT_TIMEOUT: "timeout",
  EXIT_WITH_KEY: "overflow",
  "": "abandoned",
  NONE: "abandoned",
};

/** Reads detail records of FreeSWITCH: the calls of callers in queues of mod_callcenter, and no others. */
export class FreeswitchReader {
  readonly #run: Run;
  readonly #file: number;
  readonly #rows: CallRows;
  readonly #record = new CanonicalRecord();

  constructor(run: Run, file: number) {
    this.#run = run;
    this.#file = file;
    this.#rows = new CallRows(run, file);
    this.#rows.begin(
      canonicalHeader([
        "call_id",
        "queue",
        "arrival_at",
        "queued_at",
        "answered_at",
        "ended_at",
        "disposition",
      ]),
      1,
    );
  }

  documents(parse: (text: string) => Variables | null): DocumentSink {
    return {
      document: (text, line) => {
        countRow(this.#run, this.#file, line);
        const found = parse(text);
        if (found === null) this.#fault("record_broken", line);
        else this.#read(found, line);
      },
      brokenDocument: (code, line) => {
        countRow(this.#run, this.#file, line);
        this.#fault(code, line);
      },
    };
  }

  table(): RecordSink {
    let header: Header<Variable> | null = null;
    return new TableReader(this.#run, this.#file, freeswitchColumns, {
      begin: (found) => {
        header = found;
      },
      row: (fields) => this.#read(header === null ? {} : variablesOf(fields, header), fields.line),
    });
  }

  #read(found: Variables, line: number): void {
    // The agent's leg of a call has a record of its own.
    if (found.cc_side !== undefined && found.cc_side !== "" && found.cc_side !== "member") return;
    const joined = found.cc_queue_joined_epoch ?? "";
    if (joined === "" && (found.cc_queue ?? "") === "") {
      this.#run.warnings.add("not_queue_call", this.#file, line, null);
      return;
    }
    const queued = stampOfEpoch(joined);
    const answered = stampOfEpoch(found.cc_queue_answered_epoch ?? "");
    const ended =
      stampOfEpoch(found.cc_queue_terminated_epoch ?? "") ||
      stampOfEpoch(found.cc_queue_canceled_epoch ?? "");
    const reason = (found.cc_cancel_reason ?? "").toUpperCase();
    const record = this.#record;
    record.begin(line);
    record.set("call_id", found.cc_member_session_uuid || found.uuid || "");
    record.set("queue", found.cc_queue ?? "");
    record.set("arrival_at", stampOfEpoch(found.start_epoch ?? "") || queued);
    record.set("queued_at", queued);
    record.set("answered_at", answered);
    record.set("ended_at", ended);
    record.set("disposition", answered ? "answered" : ended ? (outcomes[reason] ?? reason) : "open");
    this.#rows.row(record);
  }

  #fault(code: string, line: number): void {
    this.#run.faults.add({ code, file: this.#file, line, position: -1, column: null, params: {} });
  }
}

function variablesOf(fields: RecordFields, { positions }: Header<Variable>): Variables {
  return Object.fromEntries([...positions].map(([name, field]) => [name, fieldText(fields, field)]));
}

/** The variables of a document of mod_json_cdr; null when it is no JSON. */
export function variablesOfJson(text: string): Variables | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) return null;
    const held = "variables" in parsed ? parsed.variables : parsed;
    if (typeof held !== "object" || held === null) return null;
    const all = new Map(Object.entries(held));
    return pick((name) => {
      const value: unknown = all.get(name);
      return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
    });
  } catch {
    return null;
  }
}

/** The variables of a document of mod_xml_cdr. */
export function variablesOfXml(text: string): Variables | null {
  const opening = "<variables>";
  const start = text.indexOf(opening);
  const end = text.lastIndexOf("</variables>");
  if (start < 0 || end < start) return null;
  const held = text.slice(start + opening.length, end);
  const all = new Map(
    [...held.matchAll(/<([\w-]+)>([^<]*)<\/\1>/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  return pick((name) =>
    all.get(name)?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? ""),
  );
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function pick(textOf: (name: Variable) => string | undefined): Variables {
  const found: Partial<Record<Variable, string>> = {};
  for (const name of variables) {
    const value = textOf(name);
    if (value !== undefined) found[name] = unescaped(value);
  }
  return found;
}

/** Both modules escape values as in an address unless told not to. */
function unescaped(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
