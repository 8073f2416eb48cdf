import {
  type CountField,
  countFields,
  type Decimals,
  type HistogramField,
  type MaximumField,
  maximumFields,
  type SumField,
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
    const number = (field: CountField | MaximumField): number => page[row + place[field]] as number;
    const sum = (field: SumField): Sum => {
      const carried = this.#carried.get(cell * width + place[field]);
      const rest = page[row + place[field]] as number;
      return carried === undefined ? rest : addSums(carried, rest);
    };
    return {
      answered: number("answered"),
      abandoned: number("abandoned"),
      timeout: number("timeout"),
      overflow: number("overflow"),
      blocked: number("blocked"),
      closed: number("closed"),
      open: number("open"),
      openLost: number("openLost"),
      queued: number("queued"),
      queuedWaited: number("queuedWaited"),
      ivrKnown: number("ivrKnown"),
      talkKnown: number("talkKnown"),
      talkShort: number("talkShort"),
      holdKnown: number("holdKnown"),
      held: number("held"),
      wrapKnown: number("wrapKnown"),
      handleKnown: number("handleKnown"),
      ringKnown: number("ringKnown"),
      transferred: number("transferred"),
      transferredKnown: number("transferredKnown"),
      resolved: number("resolved"),
      resolvedKnown: number("resolvedKnown"),
      complaints: number("complaints"),
      complaintsKnown: number("complaintsKnown"),
      waitAnswered: sum("waitAnswered"),
      waitAbandoned: sum("waitAbandoned"),
      waitExited: sum("waitExited"),
      queueTime: sum("queueTime"),
      beforeQueue: sum("beforeQueue"),
      ivr: sum("ivr"),
      talk: sum("talk"),
      hold: sum("hold"),
      wrap: sum("wrap"),
      handle: sum("handle"),
      ring: sum("ring"),
      maxWaitAnswered: number("maxWaitAnswered"),
      maxWaitAbandoned: number("maxWaitAbandoned"),
      waitsAnswered: histograms.waitsAnswered,
      waitsAbandoned: histograms.waitsAbandoned,
      waitsExited: histograms.waitsExited,
      waitsOpen: histograms.waitsOpen,
      decimals: page[row + place.decimals] as Decimals,
    };
  }
}
