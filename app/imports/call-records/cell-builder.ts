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
import { addToCell, waitingSince } from "#app/imports/call-records/add-to-cell.ts";
import { type Call, type CallSink, dispositionIndex } from "#app/imports/call-records/call.ts";
import { CallsByDay, groupOfDay } from "#app/imports/call-records/calls-by-day.ts";
import { CellNumbers, place } from "#app/imports/call-records/cell-numbers.ts";
import { ClosedDays } from "#app/imports/call-records/closed-days.ts";
import { ClosedHashes, type RepeatedHashes } from "#app/imports/call-records/closed-hashes.ts";
import { hashWithTime } from "#app/imports/call-records/hash.ts";
import type { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { RowLog } from "#app/imports/call-records/row-log.ts";

const microsPerSecond = 1_000_000;
const microsPerHalfHour = halfHourSeconds * microsPerSecond;
const microsPerHour = 3600 * microsPerSecond;

interface Limits {
  /** How many cells may be open at once. */
  readonly cells: number;
  /** After how many records at most it is looked which days they have left behind. */
  readonly records: number;
}

/** A month of twelve queues: what is added to fits in the cache of a processor. */
const defaultLimits: Limits = { cells: 1 << 14, records: 1 << 17 };

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
 * left behind are packed, so that memory follows the days in use and what will be stored. When that does not help, the
 * records come in no order of time, and all further ones are put aside until the end.
 */
export class CellBuilder implements CallSink {
  /** Latest stamp of all calls; where open calls are cut. */
  dataEnd = 0;
  stampDecimals: Decimals = 0;
  records = 0;

  readonly #clock: Clock;
  readonly #queues: QueueNames;
  readonly #limits: Limits;
  readonly #numbers = new CellNumbers();
  readonly #rows = new RowLog();
  /** By number of the queue. */
  readonly #openCells: OpenCells[] = [];
  readonly #openCalls: OpenCall[] = [];
  readonly #days: ClosedDays;
  readonly #hashes = new ClosedHashes();
  /** Takes all calls once they come in no order of time. */
  #aside: CallsByDay | null = null;
  readonly #temporaryFolder: string;
  #open = 0;
  /** Since it was last looked which days are left behind: cells that were opened, and those of days packed before. */
  #opened = 0;
  #openedAgain = 0;
  #lastLook = 0;

  constructor(
    options: {
      readonly clock: Clock;
      readonly zone: Zone;
      readonly queues: QueueNames;
      readonly temporaryFolder: string;
    },
    limits = defaultLimits,
  ) {
    this.#clock = options.clock;
    this.#queues = options.queues;
    this.#limits = limits;
    this.#days = new ClosedDays(options.zone);
    this.#temporaryFolder = options.temporaryFolder;
  }

  add(call: Readonly<Call>): void {
    this.records += 1;
    this.#noteStamps(call);
    if (this.#aside !== null) {
      this.#aside.add(dayOfHalfHour(halfHourOf(call)), call);
      return;
    }
    this.#count(call);
    const { cells, records } = this.#limits;
    if (this.#open >= cells || this.records - this.#lastLook >= records) this.#makeRoom();
  }

  close(): void {
    this.#aside?.close();
  }

  #count(call: Readonly<Call>): void {
    const halfHour = halfHourOf(call);
    const cell = this.#cellOf(call.queue, halfHour);
    const page = this.#numbers.pageOf(cell);
    const row = this.#numbers.rowOf(cell);
    const records = page[row + place.records] as number;
    page[row + place.records] = records + 1;
    page[row + place.lastRecord] = this.records;
    this.#numbers.carry(cell, records);
    if (call.decimals > (page[row + place.decimals] as number)) page[row + place.decimals] = call.decimals;

    const since = waitingSince(call, this.#clock);
    const wait = addToCell(page, row, call, since);
    if (call.disposition === dispositionIndex.open) {
      this.#openCalls.push({ queue: call.queue, halfHour, since, until: call.openUntil });
    }
    this.#rows.add(cell, hashWithTime(call.idHash, call.arrival), call.idHash, wait);
  }

  /**
   * To be called once, after the last record: packs all days that are still open. Gives the hashes that occur more than
   * once in a cell, which only an exact comparison can tell from duplicates.
   */
  finish(): RepeatedHashes[] {
    const repeated: RepeatedHashes[] = [];
    const closeDays = (isDone: (day: number) => boolean): void => {
      for (const day of this.#openDays().keys()) {
        if (!isDone(day)) continue;
        this.#closeDay(day);
        repeated.push(...this.#hashes.takeRepeated(day));
      }
    };
    this.#aside?.giveBack(
      (call) => this.#count(call),
      (group) => closeDays((day) => groupOfDay(day) === group),
    );
    closeDays(() => true);
    repeated.push(...this.#hashes.takeRepeated());
    this.#closeOpenCalls();
    return repeated;
  }

  /** What is to be stored, after `finish`. */
  stored(): StoredCells {
    return { blobs: this.#days.blobs(), allQueues: this.#days.allQueues(), months: this.#days.months() };
  }

  /** Day to its last record. */
  #openDays(): Map<number, number> {
    const days = new Map<number, number>();
    this.#openCells.forEach(({ cells }) => {
      for (const [halfHour, cell] of cells) {
        const day = dayOfHalfHour(halfHour);
        const lastRecord = this.#numbers.pageOf(cell)[this.#numbers.rowOf(cell) + place.lastRecord] as number;
        days.set(day, Math.max(days.get(day) ?? 0, lastRecord));
      }
    });
    return days;
  }

  /** Packs the days that none of the last quarter of records was of. */
  #makeRoom(): void {
    const isFull = this.#open >= this.#limits.cells;
    const comesBack = this.#openedAgain > this.#opened / 2;
    const since = this.records - (this.records - this.#lastLook) / 4;
    if (!(isFull && comesBack)) {
      for (const [day, lastRecord] of this.#openDays()) {
        if (lastRecord <= since) this.#closeDay(day);
      }
    }
    // Otherwise days would be packed again and again, a few records at a time.
    if (isFull && this.#open > this.#limits.cells / 2) this.#aside = new CallsByDay(this.#temporaryFolder);
    this.#opened = 0;
    this.#openedAgain = 0;
    this.#lastLook = this.records;
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
        this.#open -= 1;
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
      this.#open += 1;
      this.#opened += 1;
      if (this.#hashes.has(queue, dayOfHalfHour(halfHour))) this.#openedAgain += 1;
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

const halfHourOf = (call: Readonly<Call>): number => Math.floor(call.arrival / microsPerHalfHour);
