import {
  type Cell,
  type Decimals,
  decimalPlaces,
  mergeByHalfHour,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import { divideSum, multiplySum } from "#app/domain/measurement/sum.ts";
import { VarintReader, VarintWriter } from "#app/domain/measurement/varint.ts";

/** The stored aggregate: the cells of one queue and one UTC day (days since 1970-01-01). */
export interface Blob {
  readonly queue: string;
  readonly day: number;
  readonly bytes: Uint8Array;
}

const version = 2;
export const halfHoursPerDay = 48;

/** UTC day of a half hour, in days since 1970-01-01. */
export const dayOfHalfHour = (halfHour: number): number => Math.floor(halfHour / halfHoursPerDay);

/**
 * Packs the cells of one queue and UTC day: version, decimals, number of cells, then per cell the step from the half
 * hour before, counts, sums and maxima in the finest unit seen, and each histogram after its length. All varints.
 * Cells of the same half hour are added; any order of the cells gives the same bytes.
 */
export function encodeBlob(queue: string, day: number, cells: readonly Cell[]): Blob {
  const merged = mergeByHalfHour(cells, queue);
  const decimals = Math.max(0, ...merged.map((cell) => cell.totals.decimals));
  const writer = new VarintWriter();
  writer.write(version);
  writer.write(decimals);
  writer.write(merged.length);
  let before = day * halfHoursPerDay;
  for (const { halfHour, totals } of merged) {
    writer.write(halfHour - before);
    before = halfHour;
    writeTotals(writer, totals, decimals);
  }
  return { queue, day, bytes: writer.take() };
}

/** Packs the figures of a set of calls on their own, in the same way. */
export function encodeTotals(totals: Readonly<Totals>): Uint8Array {
  const writer = new VarintWriter();
  writer.write(version);
  writer.write(totals.decimals);
  writeTotals(writer, totals, totals.decimals);
  return writer.take();
}

/** Throws as `decodeBlob` does. */
export function decodeTotals(bytes: Uint8Array): Totals {
  const reader = readerOf(bytes);
  const totals = readTotals(reader, decimalsOf(reader.read()));
  if (!reader.atEnd) throw new RangeError("measurement totals have bytes left over");
  return totals;
}

/** The cells of a stored blob, by half hour. Throws when the bytes are not a whole blob of a known version. */
export function decodeBlob(blob: Blob): Cell[] {
  const reader = readerOf(blob.bytes);
  const decimals = decimalsOf(reader.read());
  const cells: Cell[] = [];
  let halfHour = blob.day * halfHoursPerDay;
  for (let left = reader.read(); left > 0; left--) {
    halfHour += reader.read();
    cells.push({ queue: blob.queue, halfHour, totals: readTotals(reader, decimals) });
  }
  if (!reader.atEnd) throw new RangeError("a measurement blob has bytes left over");
  return cells;
}

function readerOf(bytes: Uint8Array): VarintReader {
  const reader = new VarintReader(bytes);
  if (reader.read() !== version) throw new RangeError("unknown version of a measurement blob");
  return reader;
}

/** Spelled out, as `readTotals` is: a loop over the names takes several times as long. */
function writeTotals(writer: VarintWriter, totals: Readonly<Totals>, decimals: number): void {
  const unit = 10 ** (6 - decimals);
  writer.write(totals.answered);
  writer.write(totals.abandoned);
  writer.write(totals.timeout);
  writer.write(totals.overflow);
  writer.write(totals.blocked);
  writer.write(totals.closed);
  writer.write(totals.open);
  writer.write(totals.openLost);
  writer.write(totals.queued);
  writer.write(totals.queuedWaited);
  writer.write(totals.ivrKnown);
  writer.write(totals.talkKnown);
  writer.write(totals.talkShort);
  writer.write(totals.holdKnown);
  writer.write(totals.held);
  writer.write(totals.wrapKnown);
  writer.write(totals.handleKnown);
  writer.write(totals.ringKnown);
  writer.write(totals.transferred);
  writer.write(totals.transferredKnown);
  writer.write(totals.resolved);
  writer.write(totals.resolvedKnown);
  writer.write(totals.complaints);
  writer.write(totals.complaintsKnown);
  writer.write(divideSum(totals.waitAnswered, unit));
  writer.write(divideSum(totals.waitAbandoned, unit));
  writer.write(divideSum(totals.waitExited, unit));
  writer.write(divideSum(totals.queueTime, unit));
  writer.write(divideSum(totals.beforeQueue, unit));
  writer.write(divideSum(totals.ivr, unit));
  writer.write(divideSum(totals.talk, unit));
  writer.write(divideSum(totals.hold, unit));
  writer.write(divideSum(totals.wrap, unit));
  writer.write(divideSum(totals.handle, unit));
  writer.write(divideSum(totals.ring, unit));
  writer.write(totals.maxWaitAnswered / unit);
  writer.write(totals.maxWaitAbandoned / unit);
  writer.writeBytes(totals.waitsAnswered);
  writer.writeBytes(totals.waitsAbandoned);
  writer.writeBytes(totals.waitsExited);
  writer.writeBytes(totals.waitsOpen);
}

/** In the order in which they are written. */
function readTotals(reader: VarintReader, decimals: Decimals): Totals {
  const unit = 10 ** (6 - decimals);
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
    waitsAnswered: reader.readBytes(),
    waitsAbandoned: reader.readBytes(),
    waitsExited: reader.readBytes(),
    waitsOpen: reader.readBytes(),
    decimals,
  };
}

function decimalsOf(value: number): Decimals {
  const known = decimalPlaces.find((decimals) => decimals === value);
  if (known === undefined) throw new RangeError("unknown unit of a measurement blob");
  return known;
}
