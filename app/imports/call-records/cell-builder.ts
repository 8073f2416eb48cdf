import { type Blob, dayOfHalfHour, encodeBlob } from "#app/domain/measurement/blob.ts";
import {
  type Cell,
  countFields,
  type Decimals,
  emptyTotals,
  halfHourSeconds,
  maximumFields,
  sumFields,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import { binCount, binOfWait, sumHistograms } from "#app/domain/measurement/histogram.ts";
import { compareCodePoints } from "#app/domain/measurement/months.ts";
import { addSums, type Sum } from "#app/domain/measurement/sum.ts";
import { type Call, type CallSink, dispositionIndex } from "#app/imports/call-records/call.ts";
import { hashWithTime } from "#app/imports/call-records/hash.ts";
import { RowLog } from "#app/imports/call-records/row-log.ts";

const microsPerSecond = 1_000_000;
const microsPerHalfHour = halfHourSeconds * microsPerSecond;
const microsPerHour = 3600 * microsPerSecond;
const shortTalk = 3 * microsPerSecond;

const builtFields = [...countFields, ...sumFields, ...maximumFields, "records", "decimals"] as const;
type BuiltField = (typeof builtFields)[number];

/** Where each figure of a cell stands in its row of numbers. */
const place = Object.fromEntries(builtFields.map((field, index) => [field, index])) as Readonly<
  Record<BuiltField, number>
>;
const width = builtFields.length;
const pageBits = 7;
const cellsPerPage = 1 << pageBits;

/**
 * A duration is at most 10^7 s and a handling time three of them, so 256 records add less than this to any sum: a sum
 * below 2^53 minus this is still exact when it is looked at again.
 */
const recordsBetweenLooks = 256;
const room = recordsBetweenLooks * 3e13;

interface OpenCall {
  readonly cell: number;
  readonly since: number;
  readonly until: number;
}

/** Adds calls straight into cells: no record is kept, only numbers per cell and six bytes per record. */
export class CellBuilder implements CallSink {
  /** Latest stamp of all calls; where open calls are cut. */
  dataEnd = 0;
  stampDecimals: Decimals = 0;
  records = 0;

  readonly #clock: Clock;
  readonly #pages: Float64Array[] = [];
  #cells = 0;
  /** Per queue: half hour to cell. */
  readonly #cellsOfQueue: Map<number, number>[] = [];
  readonly #rows = new RowLog();
  readonly #carried = new Map<number, Sum>();
  readonly #open: OpenCall[] = [];
  #lastQueue = -1;
  #lastHalfHour = -1;
  #lastCell = -1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(call: Readonly<Call>): void {
    const cell = this.#cellOf(call.queue, Math.floor(call.arrival / microsPerHalfHour));
    const page = this.#pages[cell >>> pageBits] as Float64Array;
    const row = (cell & (cellsPerPage - 1)) * width;
    this.records += 1;
    this.#noteStamps(call);
    const records = page[row + place.records] as number;
    page[row + place.records] = records + 1;
    if (records % recordsBetweenLooks === recordsBetweenLooks - 1) this.#carry(page, row, cell);
    if (call.decimals > (page[row + place.decimals] as number)) page[row + place.decimals] = call.decimals;

    const since = this.#clock === "queue" && call.queued >= 0 ? call.queued : call.arrival;
    let wait = RowLog.noWait;
    switch (call.disposition) {
      case dispositionIndex.answered: {
        wait = this.#addAnswered(page, row, call, since);
        break;
      }
      case dispositionIndex.abandoned: {
        const micros = call.ended - since;
        increase(page, row + place.abandoned, 1);
        increase(page, row + place.waitAbandoned, micros);
        raise(page, row + place.maxWaitAbandoned, micros);
        this.#addQueue(page, row, call, call.ended);
        wait = binCount + binOfWait(micros);
        break;
      }
      case dispositionIndex.timeout:
      case dispositionIndex.overflow: {
        const micros = call.ended - since;
        const field = call.disposition === dispositionIndex.timeout ? place.timeout : place.overflow;
        increase(page, row + field, 1);
        increase(page, row + place.waitExited, micros);
        this.#addQueue(page, row, call, call.ended);
        wait = 2 * binCount + binOfWait(micros);
        break;
      }
      case dispositionIndex.blocked:
        increase(page, row + place.blocked, 1);
        break;
      case dispositionIndex.closed:
        increase(page, row + place.closed, 1);
        break;
      default:
        increase(page, row + place.open, 1);
        this.#open.push({ cell, since, until: call.openUntil });
    }
    if (call.complaint >= 0) {
      increase(page, row + place.complaintsKnown, 1);
      increase(page, row + place.complaints, call.complaint);
    }
    if (call.ivr >= 0) {
      increase(page, row + place.ivrKnown, 1);
      increase(page, row + place.ivr, call.ivr);
    }
    this.#rows.add(cell, hashWithTime(call.idHash, call.arrival), wait);
  }

  /** Blobs of all cells, in order of queue and day; the queues are known by number only. */
  *blobs(queueNames: readonly string[]): Generator<Blob> {
    const openWaits = this.#cutOpenCalls();
    const order = queueNames.map((_, queue) => queue);
    order.sort((a, b) => compareCodePoints(queueNames[a] ?? "", queueNames[b] ?? ""));
    for (const queue of order) {
      const name = queueNames[queue] ?? "";
      const known = [...(this.#cellsOfQueue[queue] ?? [])].sort(([a], [b]) => a - b);
      for (let first = 0; first < known.length; ) {
        const day = dayOfHalfHour(known[first]?.[0] ?? 0);
        const cells: Cell[] = [];
        for (; first < known.length; first++) {
          const [halfHour, cell] = known[first] as [number, number];
          if (dayOfHalfHour(halfHour) !== day) break;
          cells.push({ queue: name, halfHour, totals: this.#totalsOf(cell, openWaits.get(cell) ?? []) });
        }
        yield encodeBlob(name, day, cells);
      }
    }
  }

  /** Cells with hashes that occur more than once in them: `queue number:half hour` and the hashes. */
  duplicateCandidates(): Map<string, number[]> {
    const candidates = new Map<string, number[]>();
    this.#cellsOfQueue.forEach((cells, queue) => {
      for (const [halfHour, cell] of cells) {
        const hashes = this.#rows.repeatedHashes(cell);
        if (hashes.length > 0) candidates.set(`${queue}:${halfHour}`, hashes);
      }
    });
    return candidates;
  }

  #noteStamps(call: Readonly<Call>): void {
    const last = Math.max(call.arrival, call.queued, call.answered, call.ended);
    if (last > this.dataEnd) this.dataEnd = last;
    if (call.stampDecimals > this.stampDecimals) this.stampDecimals = call.stampDecimals as Decimals;
  }

  /** Gives the bin of the wait. */
  #addAnswered(page: Float64Array, row: number, call: Readonly<Call>, since: number): number {
    const wait = call.answered - since;
    increase(page, row + place.answered, 1);
    increase(page, row + place.waitAnswered, wait);
    raise(page, row + place.maxWaitAnswered, wait);
    this.#addQueue(page, row, call, call.answered);
    if (call.talk >= 0) {
      increase(page, row + place.talkKnown, 1);
      increase(page, row + place.talk, call.talk);
      if (call.talk <= shortTalk) increase(page, row + place.talkShort, 1);
    }
    if (call.hold >= 0) {
      increase(page, row + place.holdKnown, 1);
      increase(page, row + place.hold, call.hold);
      if (call.hold > 0) increase(page, row + place.held, 1);
    }
    if (call.wrap >= 0) {
      increase(page, row + place.wrapKnown, 1);
      increase(page, row + place.wrap, call.wrap);
      if (call.talk >= 0) {
        increase(page, row + place.handleKnown, 1);
        increase(page, row + place.handle, call.talk + Math.max(call.hold, 0) + call.wrap);
      }
    }
    if (call.ring >= 0) {
      increase(page, row + place.ringKnown, 1);
      increase(page, row + place.ring, call.ring);
    }
    if (call.transferred >= 0) {
      increase(page, row + place.transferredKnown, 1);
      increase(page, row + place.transferred, call.transferred);
    }
    if (call.resolved >= 0) {
      increase(page, row + place.resolvedKnown, 1);
      increase(page, row + place.resolved, call.resolved);
    }
    return binOfWait(wait);
  }

  #addQueue(page: Float64Array, row: number, call: Readonly<Call>, until: number): void {
    if (call.queued < 0) return;
    const time = until - call.queued;
    increase(page, row + place.queued, 1);
    if (time > 0) increase(page, row + place.queuedWaited, 1);
    increase(page, row + place.queueTime, time);
    increase(page, row + place.beforeQueue, call.queued - call.arrival);
  }

  #cellOf(queue: number, halfHour: number): number {
    if (queue === this.#lastQueue && halfHour === this.#lastHalfHour) return this.#lastCell;
    let cells = this.#cellsOfQueue[queue];
    if (cells === undefined) {
      cells = new Map();
      this.#cellsOfQueue[queue] = cells;
    }
    let cell = cells.get(halfHour);
    if (cell === undefined) {
      cell = this.#cells++;
      if (cell % cellsPerPage === 0) this.#pages.push(new Float64Array(cellsPerPage * width));
      cells.set(halfHour, cell);
    }
    this.#lastQueue = queue;
    this.#lastHalfHour = halfHour;
    this.#lastCell = cell;
    return cell;
  }

  /** Moves sums that might soon pass 2^53 into exact ones. */
  #carry(page: Float64Array, row: number, cell: number): void {
    for (const field of sumFields) {
      const at = row + place[field];
      const sum = page[at] as number;
      if (sum <= Number.MAX_SAFE_INTEGER - room) continue;
      const key = cell * width + place[field];
      this.#carried.set(key, addSums(this.#carried.get(key) ?? 0, sum));
      page[at] = 0;
    }
  }

  /** Waits of open calls until the data end, per cell, in microseconds. */
  #cutOpenCalls(): Map<number, number[]> {
    const waits = new Map<number, number[]>();
    for (const { cell, since, until } of this.#open) {
      const wait = (until >= 0 ? until : this.dataEnd) - since;
      const known = waits.get(cell);
      if (known === undefined) waits.set(cell, [wait]);
      else known.push(wait);
    }
    return waits;
  }

  #totalsOf(cell: number, openWaits: readonly number[]): Totals {
    const page = this.#pages[cell >>> pageBits] as Float64Array;
    const row = (cell & (cellsPerPage - 1)) * width;
    const totals = emptyTotals();
    for (const field of countFields) totals[field] = page[row + place[field]] as number;
    for (const field of maximumFields) totals[field] = page[row + place[field]] as number;
    for (const field of sumFields) {
      const carried = this.#carried.get(cell * width + place[field]) ?? 0;
      totals[field] = addSums(carried, page[row + place[field]] as number);
    }
    totals.decimals = page[row + place.decimals] as Decimals;
    const waits: number[][] = [[], [], []];
    const pairs = this.#rows.waitsOf(cell);
    for (let i = 0; i < pairs.length; i += 2) {
      const bin = pairs[i] as number;
      waits[Math.floor(bin / binCount)]?.push(bin % binCount, pairs[i + 1] as number);
    }
    [totals.waitsAnswered, totals.waitsAbandoned, totals.waitsExited] = waits as [
      number[],
      number[],
      number[],
    ];
    totals.waitsOpen = sumHistograms(openWaits.map((wait) => [binOfWait(wait), 1]));
    totals.openLost = openWaits.filter((wait) => wait > microsPerHour).length;
    return totals;
  }
}

function increase(page: Float64Array, at: number, by: number): void {
  page[at] = (page[at] as number) + by;
}

function raise(page: Float64Array, at: number, to: number): void {
  if (to > (page[at] as number)) page[at] = to;
}
