import { type Blob, dayOfHalfHour, halfHoursPerDay } from "#app/domain/measurement/blob.ts";
import {
  type Cell,
  type Decimals,
  emptyTotals,
  halfHourSeconds,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import { binCount, binOfWait, emptyHistogram, packHistogram } from "#app/domain/measurement/histogram.ts";
import type { StoredMonth } from "#app/domain/measurement/month-sums.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { type Call, type CallSink, dispositionIndex } from "#app/imports/call-records/call.ts";
import { CellNumbers, place } from "#app/imports/call-records/cell-numbers.ts";
import { ClosedDays } from "#app/imports/call-records/closed-days.ts";
import { ClosedHashes, type RepeatedHashes } from "#app/imports/call-records/closed-hashes.ts";
import { hashWithTime } from "#app/imports/call-records/hash.ts";
import type { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { RowLog } from "#app/imports/call-records/row-log.ts";

const microsPerSecond = 1_000_000;
const microsPerHalfHour = halfHourSeconds * microsPerSecond;
const microsPerHour = 3600 * microsPerSecond;
const shortTalk = 3 * microsPerSecond;

/** When a day is packed before the end of the records. */
interface Resting {
  /** None of so many records belonged to it. */
  readonly records: number;
  /** It has at least so many records in each cell, so that packing it costs little, however often it wakes again. */
  readonly perCell: number;
}

export interface StoredCells {
  /** Of each queue and UTC day. */
  readonly blobs: readonly Blob[];
  /** Of each UTC day, all queues together. */
  readonly allQueues: readonly Blob[];
  /** Of each local month, each queue and all together. */
  readonly months: readonly StoredMonth[];
}

interface OpenCells {
  /** Half hour to cell. */
  readonly cells: Map<number, number>;
  /** The cell that was added to last. */
  halfHour: number;
  cell: number;
}

interface OpenCall {
  readonly queue: number;
  readonly halfHour: number;
  readonly since: number;
  readonly until: number;
}

/**
 * Adds calls straight into cells: no record is kept, only four bytes of hash. The cells of a day that records have
 * left behind are packed, so that memory follows the days in use and what will be stored.
 */
export class CellBuilder implements CallSink {
  /** Latest stamp of all calls; where open calls are cut. */
  dataEnd = 0;
  stampDecimals: Decimals = 0;
  records = 0;

  readonly #clock: Clock;
  readonly #queues: QueueNames;
  readonly #resting: Resting;
  readonly #numbers = new CellNumbers();
  readonly #rows = new RowLog();
  /** By number of the queue. */
  readonly #openCells: OpenCells[] = [];
  readonly #openCalls: OpenCall[] = [];
  readonly #days: ClosedDays;
  readonly #hashes = new ClosedHashes();
  #nextLook: number;

  constructor(
    { clock, zone, queues }: { readonly clock: Clock; readonly zone: Zone; readonly queues: QueueNames },
    resting: Resting = { records: 1 << 17, perCell: 8 },
  ) {
    this.#clock = clock;
    this.#queues = queues;
    this.#resting = resting;
    this.#days = new ClosedDays(zone);
    this.#nextLook = resting.records;
  }

  add(call: Readonly<Call>): void {
    if (this.records === this.#nextLook) this.#closeRestingDays();
    const halfHour = Math.floor(call.arrival / microsPerHalfHour);
    const cell = this.#cellOf(call.queue, halfHour);
    const page = this.#numbers.pageOf(cell);
    const row = this.#numbers.rowOf(cell);
    this.records += 1;
    this.#noteStamps(call);
    const records = page[row + place.records] as number;
    page[row + place.records] = records + 1;
    page[row + place.lastRecord] = this.records;
    this.#numbers.carry(cell, records);
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
        this.#openCalls.push({ queue: call.queue, halfHour, since, until: call.openUntil });
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

  /**
   * To be called once, after the last record: packs all days that are still open. Gives the hashes that occur more than
   * once in a cell, which only an exact comparison can tell from duplicates.
   */
  finish(): RepeatedHashes[] {
    const repeated: RepeatedHashes[] = [];
    for (const day of this.#openDays().keys()) {
      this.#closeDay(day);
      repeated.push(...this.#hashes.takeRepeated(day));
    }
    repeated.push(...this.#hashes.takeRepeated());
    this.#closeOpenCalls();
    return repeated;
  }

  /** What is to be stored, after `finish`. */
  stored(): StoredCells {
    return { blobs: this.#days.blobs(false), allQueues: this.#days.blobs(true), months: this.#days.months() };
  }

  #openDays(): Map<number, { cells: number; records: number; lastRecord: number }> {
    const days = new Map<number, { cells: number; records: number; lastRecord: number }>();
    this.#openCells.forEach(({ cells }) => {
      for (const [halfHour, cell] of cells) {
        const page = this.#numbers.pageOf(cell);
        const row = this.#numbers.rowOf(cell);
        const day = dayOfHalfHour(halfHour);
        const known = days.get(day) ?? { cells: 0, records: 0, lastRecord: 0 };
        known.cells += 1;
        known.records += page[row + place.records] as number;
        known.lastRecord = Math.max(known.lastRecord, page[row + place.lastRecord] as number);
        days.set(day, known);
      }
    });
    return days;
  }

  #closeRestingDays(): void {
    const { records, perCell } = this.#resting;
    let open = 0;
    for (const [day, known] of this.#openDays()) {
      open += known.cells;
      if (known.lastRecord > this.records - records || known.records < perCell * known.cells) continue;
      this.#closeDay(day);
    }
    // Looking costs a step for each open cell.
    this.#nextLook = this.records + Math.max(records, 4 * open);
  }

  #closeDay(day: number): void {
    const closed: Cell[] = [];
    this.#openCells.forEach((open, queue) => {
      const cells: [halfHour: number, cell: number][] = [];
      for (let halfHour = day * halfHoursPerDay; halfHour < (day + 1) * halfHoursPerDay; halfHour++) {
        const cell = open.cells.get(halfHour);
        if (cell !== undefined) cells.push([halfHour, cell]);
      }
      if (cells.length === 0) return;
      this.#hashes.add(queue, day, cells, this.#rows);
      for (const [halfHour, cell] of cells) {
        closed.push({ queue: this.#queues.names[queue] ?? "", halfHour, totals: this.#totalsOf(cell) });
        this.#numbers.release(cell);
        this.#rows.release(cell);
        open.cells.delete(halfHour);
      }
      open.halfHour = -1;
    });
    this.#days.add(day, closed);
  }

  /** Adds what only the end of the data tells of calls that are still open. */
  #closeOpenCalls(): void {
    const cells = this.#openCalls.map(({ queue, halfHour, since, until }): Cell => {
      const wait = (until >= 0 ? until : this.dataEnd) - since;
      const waitsOpen = packHistogram([binOfWait(wait), 1]);
      const totals = { ...emptyTotals(), waitsOpen, openLost: wait > microsPerHour ? 1 : 0 };
      return { queue: this.#queues.names[queue] ?? "", halfHour, totals };
    });
    for (const [day, ofDay] of Map.groupBy(cells, ({ halfHour }) => dayOfHalfHour(halfHour))) {
      this.#days.add(day, ofDay);
    }
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
    let open = this.#openCells[queue];
    if (open === undefined) {
      open = { cells: new Map(), halfHour: -1, cell: -1 };
      this.#openCells[queue] = open;
    }
    if (open.halfHour === halfHour) return open.cell;
    let cell = open.cells.get(halfHour);
    if (cell === undefined) {
      cell = this.#numbers.take();
      open.cells.set(halfHour, cell);
    }
    open.halfHour = halfHour;
    open.cell = cell;
    return cell;
  }

  #totalsOf(cell: number): Totals {
    const waits: [number[], number[], number[]] = [[], [], []];
    const pairs = this.#rows.waitsOf(cell);
    for (let i = 0; i < pairs.length; i += 2) {
      const bin = pairs[i] as number;
      waits[Math.floor(bin / binCount)]?.push(bin % binCount, pairs[i + 1] as number);
    }
    const [answered, abandoned, exited] = waits;
    return this.#numbers.totalsOf(cell, {
      waitsAnswered: packHistogram(answered),
      waitsAbandoned: packHistogram(abandoned),
      waitsExited: packHistogram(exited),
      waitsOpen: emptyHistogram,
    });
  }
}

function increase(page: Float64Array, at: number, by: number): void {
  page[at] = (page[at] as number) + by;
}

function raise(page: Float64Array, at: number, to: number): void {
  if (to > (page[at] as number)) page[at] = to;
}
