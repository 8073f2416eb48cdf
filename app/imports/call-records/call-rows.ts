import { type Call, dispositionIndex, emptyCall } from "#app/imports/call-records/call.ts";
import { firstBrokenRule } from "#app/imports/call-records/call-rules.ts";
import { StampResolver, stampColumns } from "#app/imports/call-records/call-stamps.ts";
import { notATime } from "#app/imports/call-records/canonical-record.ts";
import { readDisposition, readFlag, readSeconds } from "#app/imports/call-records/cell-values.ts";
import { type Column, columns, type Header } from "#app/imports/call-records/columns.ts";
import { hashOfBytes } from "#app/imports/call-records/hash.ts";
import type { RecordFields } from "#app/imports/call-records/record-scanner.ts";
import { type Run, withinQueues } from "#app/imports/call-records/run.ts";
import { fieldText, type TableRows } from "#app/imports/call-records/table-reader.ts";
import { decimalsOfDigits, TimeStampReader, timeRangeFault } from "#app/imports/call-records/time-stamp.ts";

const asterisk = 0x2a;
const absent = -1;

/** Reads the rows of a canonical call file: every record is checked, and either handed on or reported. */
export class CallRows implements TableRows<Column> {
  readonly #run: Run;
  readonly #file: number;
  readonly #call: Call = emptyCall();
  readonly #times = new TimeStampReader();
  readonly #resolver: StampResolver;
  readonly #stamps = new Float64Array(stampColumns.length);
  #header: Header | null = null;
  /** Field number of each column of `columns`, or -1. */
  #at: readonly number[] = [];
  #fields: RecordFields | null = null;
  readonly #badCells: { code: string; column: Column }[] = [];
  readonly #idOf = (): string => this.#text("call_id");

  constructor(run: Run, file: number) {
    this.#run = run;
    this.#file = file;
    this.#resolver = new StampResolver(run.zone);
    this.#call.file = file;
  }

  begin(header: Header, line: number): void {
    this.#header = header;
    this.#at = columns.map((column) => header.positions.get(column) ?? absent);
    if (!header.positions.has("disposition")) {
      this.#run.warnings.add("disposition_derived", this.#file, line, "disposition");
    }
  }

  row(fields: RecordFields): void {
    const { line } = fields;
    this.#fields = fields;
    if (this.#badCells.length > 0) this.#badCells.length = 0;
    this.#call.line = line;
    this.#readTexts(fields);
    this.#readStamps(fields);
    this.#readDisposition(fields);
    this.#readDurations(fields);
    this.#readFlags(fields);
    if (this.#badCells.length > 0) {
      for (const { code, column } of this.#badCells) this.#fault(code, line, column);
      return;
    }
    const broken = firstBrokenRule(this.#call);
    if (broken !== null) {
      this.#fault(broken.code, line, broken.column, broken.than === undefined ? {} : { than: broken.than });
      return;
    }
    this.#deriveTalk();
    this.#run.sink.add(this.#call, this.#idOf);
  }

  #readTexts(fields: RecordFields): void {
    const { bytes, starts, ends } = fields;
    const id = this.#at[columnNumber.call_id] as number;
    const idStart = starts[id] as number;
    const idEnd = ends[id] as number;
    if (idStart === idEnd) this.#bad("value_missing", "call_id");
    this.#call.idHash = hashOfBytes(bytes, idStart, idEnd);
    const queue = this.#at[columnNumber.queue] as number;
    const start = starts[queue] as number;
    const end = ends[queue] as number;
    if (start === end) this.#bad("value_missing", "queue");
    else if (end - start === 1 && bytes[start] === asterisk) this.#bad("value_invalid", "queue");
    else {
      const number = this.#run.queues.numberOfBytes(bytes, start, end);
      this.#call.queue = withinQueues(this.#run, number, this.#file, fields.line);
    }
  }

  #readStamps(fields: RecordFields): void {
    const { bytes, starts, ends } = fields;
    const call = this.#call;
    const stamps = this.#stamps;
    let local = 0;
    call.stampDecimals = 0;
    for (let i = 0; i < stamps.length; i++) {
      const field = this.#at[firstStamp + i] as number;
      stamps[i] = absent;
      if (field === absent) continue;
      const start = starts[field] as number;
      const end = ends[field] as number;
      const column = stampColumns[i] as Column;
      if (start === end) {
        if (i === 0) this.#bad("value_missing", column);
        continue;
      }
      const time = this.#times.read(bytes, start, end);
      if (time < 0) {
        this.#bad(time === timeRangeFault ? "time_range" : "time_format", column);
        continue;
      }
      stamps[i] = time;
      if (this.#times.isLocal) local |= 1 << i;
      call.stampDecimals = Math.max(call.stampDecimals, decimalsOfDigits(this.#times.decimals));
    }
    if (local !== 0) this.#resolveLocal(local);
    call.arrival = stamps[0] as number;
    call.queued = this.#at[columnNumber.queued_at] === absent ? call.arrival : (stamps[1] as number);
    call.answered = stamps[2] as number;
    call.ended = stamps[3] as number;
    call.decimals = call.stampDecimals;
  }

  #resolveLocal(local: number): void {
    const { warnings, zoneDeclared } = this.#run;
    const { skipped, ambiguous } = this.#resolver.resolve(this.#stamps, local);
    for (const column of skipped) this.#bad("time_skipped", column);
    if (!zoneDeclared) warnings.add("zone_assumed", this.#file, this.#call.line, null);
    if (ambiguous !== null) warnings.add("time_ambiguous", this.#file, this.#call.line, ambiguous);
  }

  #readDisposition(fields: RecordFields): void {
    const call = this.#call;
    const field = this.#at[columnNumber.disposition] as number;
    if (field === absent) {
      if (call.answered >= 0) call.disposition = dispositionIndex.answered;
      else call.disposition = call.ended >= 0 ? dispositionIndex.abandoned : dispositionIndex.open;
      return;
    }
    const start = fields.starts[field] as number;
    const end = fields.ends[field] as number;
    call.disposition = readDisposition(fields.bytes, start, end);
    if (start === end) this.#bad("value_missing", "disposition");
    else if (call.disposition < 0) this.#bad("disposition_unknown", "disposition");
  }

  #readDurations(fields: RecordFields): void {
    const call = this.#call;
    call.ring = this.#seconds(fields, columnNumber.ring_s);
    call.ivr = this.#seconds(fields, columnNumber.ivr_s);
    call.talk = this.#seconds(fields, columnNumber.talk_s);
    call.hold = this.#seconds(fields, columnNumber.hold_s);
    call.wrap = this.#seconds(fields, columnNumber.wrap_s);
  }

  #seconds(fields: RecordFields, column: number): number {
    const field = this.#at[column] as number;
    if (field === absent) return -1;
    const start = fields.starts[field] as number;
    const end = fields.ends[field] as number;
    if (start === end) return -1;
    const micros = readSeconds(fields.bytes, start, end);
    if (micros < 0) this.#bad("number_format", columns[column] as Column);
    else if (micros % 1_000_000 !== 0) {
      this.#call.decimals = Math.max(this.#call.decimals, micros % 1000 === 0 ? 3 : 6);
    }
    return micros;
  }

  #readFlags(fields: RecordFields): void {
    const call = this.#call;
    call.transferred = this.#flag(fields, columnNumber.transferred);
    call.resolved = this.#flag(fields, columnNumber.resolved_first_contact);
    call.complaint = this.#flag(fields, columnNumber.complaint);
  }

  #flag(fields: RecordFields, column: number): number {
    const field = this.#at[column] as number;
    if (field === absent) return -1;
    const start = fields.starts[field] as number;
    const end = fields.ends[field] as number;
    if (start === end) return -1;
    const flag = readFlag(fields.bytes, start, end);
    if (flag < 0) this.#bad("flag_format", columns[column] as Column);
    return flag;
  }

  /** Talk that is not given is what remains of answered to ended after hold. */
  #deriveTalk(): void {
    const call = this.#call;
    const { warnings } = this.#run;
    if (call.disposition === dispositionIndex.open) warnings.add("open_calls", this.#file, call.line, null);
    if (call.disposition !== dispositionIndex.answered) return;
    if (call.ended < 0) warnings.add("answered_not_ended", this.#file, call.line, "ended_at");
    else if (call.talk < 0) call.talk = Math.max(0, call.ended - call.answered - Math.max(0, call.hold));
  }

  #text(column: Column): string {
    const field = this.#at[columnNumber[column]] ?? absent;
    return this.#fields === null || field === absent ? "" : fieldText(this.#fields, field);
  }

  #bad(code: string, column: Column): void {
    this.#badCells.push({ code, column });
  }

  #fault(
    code: string,
    line: number,
    column: Column,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    const position = this.#header?.positions.get(column) ?? absent;
    const text = this.#text(column);
    const value = text.startsWith(notATime) ? text.slice(notATime.length) : text;
    this.#run.faults.add({
      code,
      file: this.#file,
      line,
      position,
      column,
      params: value === "" ? params : { ...params, value: shortened(value) },
    });
  }
}

/** As much of a cell as tells it from others: a thousand faults are kept. */
const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

/** Position of each column in `columns`. */
const columnNumber = Object.fromEntries(columns.map((column, index) => [column, index])) as Readonly<
  Record<Column, number>
>;
const firstStamp = columnNumber.arrival_at;
