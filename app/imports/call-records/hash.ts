/** 32-bit FNV-1a. It only finds candidates: whatever it finds is compared exactly afterwards. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash;
}

/** Mixes a time in microseconds into the hash of a call id. */
export function hashWithTime(hash: number, micros: number): number {
  const low = micros % 0x1_0000_0000;
  let mixed = Math.imul(hash ^ low, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ Math.floor(micros / 0x1_0000_0000), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
