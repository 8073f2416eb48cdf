import {
  countFields,
  type Decimals,
  type HistogramField,
  maximumFields,
  sumFields,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import { addSums, type Sum } from "#app/domain/measurement/sum.ts";

const kept = [...countFields, ...sumFields, ...maximumFields, "records", "decimals", "lastRecord"] as const;

/** Where each figure of a cell stands in its row. `lastRecord` is the number of the last record that was added. */
export const place = Object.fromEntries(kept.map((field, index) => [field, index])) as Readonly<
  Record<(typeof kept)[number], number>
>;

const width = kept.length;
const pageBits = 7;
const cellsPerPage = 1 << pageBits;

/**
 * A duration is at most 10^7 s and a handling time three of them, so 256 records add less than this to any sum: a sum
 * below 2^53 minus this is still exact when it is looked at again.
 */
const recordsBetweenLooks = 256;
const room = recordsBetweenLooks * 3e13;

/** A row of numbers for every open cell, in pages; the row of a cell that was closed is used again. */
export class CellNumbers {
  readonly #pages: Float64Array[] = [];
  readonly #free: number[] = [];
  readonly #carried = new Map<number, Sum>();
  #cells = 0;

  /** A cell with all figures 0. */
  take(): number {
    const used = this.#free.pop();
    if (used !== undefined) return used;
    const cell = this.#cells++;
    if (cell % cellsPerPage === 0) this.#pages.push(new Float64Array(cellsPerPage * width));
    return cell;
  }

  release(cell: number): void {
    const row = this.rowOf(cell);
    this.pageOf(cell).fill(0, row, row + width);
    for (const field of sumFields) this.#carried.delete(cell * width + place[field]);
    this.#free.push(cell);
  }

  pageOf(cell: number): Float64Array {
    return this.#pages[cell >>> pageBits] as Float64Array;
  }

  /** Where the row of the cell begins in its page. */
  rowOf(cell: number): number {
    return (cell & (cellsPerPage - 1)) * width;
  }

  /** To be called for every record: moves sums that might soon pass 2^53 into exact ones. */
  carry(cell: number, records: number): void {
    if (records % recordsBetweenLooks !== recordsBetweenLooks - 1) return;
    const page = this.pageOf(cell);
    const row = this.rowOf(cell);
    for (const field of sumFields) {
      const at = row + place[field];
      const sum = page[at] as number;
      if (sum <= Number.MAX_SAFE_INTEGER - room) continue;
      const key = cell * width + place[field];
      this.#carried.set(key, addSums(this.#carried.get(key) ?? 0, sum));
      page[at] = 0;
    }
  }

  /** Written out, since this is done for every cell: a loop over the names takes several times as long. */
  totalsOf(cell: number, histograms: Pick<Totals, HistogramField>): Totals {
    const page = this.pageOf(cell);
    const row = this.rowOf(cell);
    const number = (at: number): number => page[row + at] as number;
    const sum = (at: number): Sum => {
      const rest = page[row + at] as number;
      const carried = this.#carried.size === 0 ? undefined : this.#carried.get(cell * width + at);
      return carried === undefined ? rest : addSums(carried, rest);
    };
    return {
      answered: number(place.answered),
      abandoned: number(place.abandoned),
      timeout: number(place.timeout),
      overflow: number(place.overflow),
      blocked: number(place.blocked),
      closed: number(place.closed),
      open: number(place.open),
      openLost: number(place.openLost),
      queued: number(place.queued),
      queuedWaited: number(place.queuedWaited),
      ivrKnown: number(place.ivrKnown),
      talkKnown: number(place.talkKnown),
      talkShort: number(place.talkShort),
      holdKnown: number(place.holdKnown),
      held: number(place.held),
      wrapKnown: number(place.wrapKnown),
      handleKnown: number(place.handleKnown),
      ringKnown: number(place.ringKnown),
      transferred: number(place.transferred),
      transferredKnown: number(place.transferredKnown),
      resolved: number(place.resolved),
      resolvedKnown: number(place.resolvedKnown),
      complaints: number(place.complaints),
      complaintsKnown: number(place.complaintsKnown),
      waitAnswered: sum(place.waitAnswered),
      waitAbandoned: sum(place.waitAbandoned),
      waitExited: sum(place.waitExited),
      queueTime: sum(place.queueTime),
      beforeQueue: sum(place.beforeQueue),
      ivr: sum(place.ivr),
      talk: sum(place.talk),
      hold: sum(place.hold),
      wrap: sum(place.wrap),
      handle: sum(place.handle),
      ring: sum(place.ring),
      maxWaitAnswered: number(place.maxWaitAnswered),
      maxWaitAbandoned: number(place.maxWaitAbandoned),
      waitsAnswered: histograms.waitsAnswered,
      waitsAbandoned: histograms.waitsAbandoned,
      waitsExited: histograms.waitsExited,
      waitsOpen: histograms.waitsOpen,
      decimals: page[row + place.decimals] as Decimals,
    };
  }
}
