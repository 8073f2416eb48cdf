import {
  type Cell,
  countFields,
  type Decimals,
  decimalPlaces,
  histogramFields,
  maximumFields,
  mergeByHalfHour,
  sumFields,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import type { Histogram } from "#app/domain/measurement/histogram.ts";
import { divideSum, multiplySum } from "#app/domain/measurement/sum.ts";
import { VarintReader, VarintWriter } from "#app/domain/measurement/varint.ts";

/** The stored aggregate: the cells of one queue and one UTC day (days since 1970-01-01). */
export interface Blob {
  readonly queue: string;
  readonly day: number;
  readonly bytes: Uint8Array;
}

const version = 1;
const halfHoursPerDay = 48;

/** UTC day of a half hour, in days since 1970-01-01. */
export const dayOfHalfHour = (halfHour: number): number => Math.floor(halfHour / halfHoursPerDay);

/**
 * Packs the cells of one queue and UTC day: version, decimals, number of cells, then per cell the step from the half
 * hour before, counts, sums and maxima in the finest unit seen, and the histograms as steps and counts. All varints.
 * Cells of the same half hour are added; any order of the cells gives the same bytes.
 */
export function encodeBlob(queue: string, day: number, cells: readonly Cell[]): Blob {
  const merged = mergeByHalfHour(cells, queue);
  const decimals = Math.max(0, ...merged.map((cell) => cell.totals.decimals));
  const unit = 10 ** (6 - decimals);
  const writer = new VarintWriter();
  writer.write(version);
  writer.write(decimals);
  writer.write(merged.length);
  let before = day * halfHoursPerDay;
  for (const { halfHour, totals } of merged) {
    writer.write(halfHour - before);
    before = halfHour;
    for (const field of countFields) writer.write(totals[field]);
    for (const field of sumFields) writer.write(divideSum(totals[field], unit));
    for (const field of maximumFields) writer.write(totals[field] / unit);
    for (const field of histogramFields) writeHistogram(writer, totals[field]);
  }
  return { queue, day, bytes: writer.bytes() };
}

/** The cells of a stored blob, by half hour. Throws when the bytes are not a whole blob of a known version. */
export function decodeBlob(blob: Blob): Cell[] {
  const reader = new VarintReader(blob.bytes);
  if (reader.read() !== version) throw new RangeError("unknown version of a measurement blob");
  const decimals = decimalsOf(reader.read());
  const unit = 10 ** (6 - decimals);
  const cells: Cell[] = [];
  let halfHour = blob.day * halfHoursPerDay;
  for (let left = reader.read(); left > 0; left--) {
    halfHour += reader.read();
    cells.push({ queue: blob.queue, halfHour, totals: readTotals(reader, unit, decimals) });
  }
  if (!reader.atEnd) throw new RangeError("a measurement blob has bytes left over");
  return cells;
}

/** In the order in which they are written. Spelled out: a loop over the names takes several times as long. */
function readTotals(reader: VarintReader, unit: number, decimals: Decimals): Totals {
  return {
    answered: reader.read(),
    abandoned: reader.read(),
    timeout: reader.read(),
    overflow: reader.read(),
    blocked: reader.read(),
    closed: reader.read(),
    open: reader.read(),
    openLost: reader.read(),
    queued: reader.read(),
    queuedWaited: reader.read(),
    ivrKnown: reader.read(),
    talkKnown: reader.read(),
    talkShort: reader.read(),
    holdKnown: reader.read(),
    held: reader.read(),
    wrapKnown: reader.read(),
    handleKnown: reader.read(),
    ringKnown: reader.read(),
    transferred: reader.read(),
    transferredKnown: reader.read(),
    resolved: reader.read(),
    resolvedKnown: reader.read(),
    complaints: reader.read(),
    complaintsKnown: reader.read(),
    waitAnswered: multiplySum(reader.readSum(), unit),
    waitAbandoned: multiplySum(reader.readSum(), unit),
    waitExited: multiplySum(reader.readSum(), unit),
    queueTime: multiplySum(reader.readSum(), unit),
    beforeQueue: multiplySum(reader.readSum(), unit),
    ivr: multiplySum(reader.readSum(), unit),
    talk: multiplySum(reader.readSum(), unit),
    hold: multiplySum(reader.readSum(), unit),
    wrap: multiplySum(reader.readSum(), unit),
    handle: multiplySum(reader.readSum(), unit),
    ring: multiplySum(reader.readSum(), unit),
    maxWaitAnswered: reader.read() * unit,
    maxWaitAbandoned: reader.read() * unit,
    waitsAnswered: readHistogram(reader),
    waitsAbandoned: readHistogram(reader),
    waitsExited: readHistogram(reader),
    waitsOpen: readHistogram(reader),
    decimals,
  };
}

function writeHistogram(writer: VarintWriter, histogram: Histogram): void {
  writer.write(histogram.length / 2);
  let before = 0;
  for (let i = 0; i < histogram.length; i += 2) {
    const bin = histogram[i] ?? 0;
    writer.write(bin - before);
    writer.write(histogram[i + 1] ?? 0);
    before = bin;
  }
}

function readHistogram(reader: VarintReader): Histogram {
  const histogram: number[] = [];
  let bin = 0;
  for (let left = reader.read(); left > 0; left--) {
    bin += reader.read();
    histogram.push(bin, reader.read());
  }
  return histogram;
}

function decimalsOf(value: number): Decimals {
  const known = decimalPlaces.find((decimals) => decimals === value);
  if (known === undefined) throw new RangeError("unknown unit of a measurement blob");
  return known;
}
