import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** 1 January 2000 in the 16-bit field that a zip archive keeps a date in (APPNOTE 4.4.6); the time of day is 0. */
const fixedDate = ((2000 - 1980) << 9) | (1 << 5) | 1;

const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
/** Version 2.0, names in UTF-8, method "deflate". */
const version = 20;
const utf8Names = 0x0800;
const deflated = 8;

/** New content of an entry, or null to keep it as it is. */
type Rewrite = (name: string, content: Buffer) => string | null;

export interface ArchiveEntry {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The same zip archive with one fixed time on every entry, and some entries rewritten: the libraries put the moment
 * of writing and running numbers into their files, and the same input has to give the same bytes. Made for archives
 * that our own libraries have just written: no zip64, no encryption.
 */
export const stableArchive = (archive: Buffer, rewrite: Rewrite): Buffer =>
  archiveOf(
    [...entriesOf(archive)].map(({ name, content }) => {
      const rewritten = rewrite(name, content);
      return { name, content: rewritten === null ? content : Buffer.from(rewritten) };
    }),
  );

/** A zip archive of the entries in their order, all at one fixed time: the same entries give the same bytes. */
export function archiveOf(entries: readonly ArchiveEntry[]): Buffer {
  const archive = new ArchiveWriter();
  return Buffer.concat([...entries.map((entry) => archive.add(entry)), archive.end()]);
}

/** The same bytes piece by piece: each entry as soon as it is there, so that no more than one is held. */
export async function* archiveStream(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Buffer> {
  const archive = new ArchiveWriter();
  for await (const entry of entries) yield archive.add(entry);
  yield archive.end();
}

class ArchiveWriter {
  readonly #directory: Buffer[] = [];
  #entries = 0;
  #offset = 0;

  add({ name, content }: ArchiveEntry): Buffer {
    const data = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const header = sharedHeader(content, data.length, nameBytes.length);
    const written = Buffer.concat([word32(signatures.local), header, nameBytes, data]);
    // Comment length, disk, attributes: nothing of ours.
    const rest = Buffer.concat([Buffer.alloc(10), word32(this.#offset)]);
    this.#directory.push(word32(signatures.directory), word16(version), header, rest, nameBytes);
    this.#offset += written.length;
    this.#entries += 1;
    return written;
  }

  end(): Buffer {
    const directory = Buffer.concat(this.#directory);
    return Buffer.concat([
      directory,
      word32(signatures.end),
      word32(0),
      word16(this.#entries),
      word16(this.#entries),
      word32(directory.length),
      word32(this.#offset),
      word16(0),
    ]);
  }
}

/**
 * Puts one fixed time on every entry of the archive itself, and touches nothing else: for one too large to be unpacked
 * or copied only for that. Made for archives that our own libraries have just written, as above.
 */
export function fixTimes(archive: Buffer): void {
  const end = archive.lastIndexOf(word32(signatures.end));
  if (end < 0) throw new Error("not a zip archive");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    // Time and date, 16 bits each, stand at byte 10 of a local header and at byte 12 of a directory entry.
    for (const place of [archive.readUInt32LE(at + 42) + 10, at + 12]) {
      archive.writeUInt16LE(0, place);
      archive.writeUInt16LE(fixedDate, place + 2);
    }
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** The entries of an archive that our own libraries have just written, in their order. */
export function* entriesOf(archive: Buffer): Generator<ArchiveEntry> {
  const end = archive.lastIndexOf(word32(signatures.end));
  if (end < 0) throw new Error("not a zip archive");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== signatures.directory) throw new Error("the zip directory is broken");
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const data = archive.subarray(start, start + size);
    yield {
      name: archive.toString("utf8", at + 46, at + 46 + nameLength),
      content: method === deflated ? inflateRawSync(data) : data,
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** The 26 bytes that a local header and a directory entry have in common. */
function sharedHeader(plain: Buffer, compressed: number, nameLength: number): Buffer {
  const sizes = [
    word32(crc32(plain)),
    word32(compressed),
    word32(plain.length),
    word16(nameLength),
    word16(0),
  ];
  return Buffer.concat([
    word16(version),
    word16(utf8Names),
    word16(deflated),
    word16(0),
    word16(fixedDate),
    ...sizes,
  ]);
}

function word16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
