/** 1 January 2000, 00:00:00 in the two 16-bit fields that a zip archive keeps a time in (APPNOTE 4.4.6). */
const fixedTime = 0;
const fixedDate = ((2000 - 1980) << 9) | (1 << 5) | 1;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * The same zip archive with one fixed time on every entry, since the libraries stamp the moment of writing and the
 * same input has to give the same bytes. Works on archives that our own libraries have just written: no zip64.
 */
export function withFixedTimes(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new Error("not a zip archive");
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index++) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new Error("zip directory is broken");
    bytes.writeUInt16LE(fixedTime, at + 12);
    bytes.writeUInt16LE(fixedDate, at + 14);
    const local = bytes.readUInt32LE(at + 42);
    bytes.writeUInt16LE(fixedTime, local + 10);
    bytes.writeUInt16LE(fixedDate, local + 12);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
