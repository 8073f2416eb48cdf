/** Slot of call records among the files of a response; no requirement has this id. */
export const callRecordSlot = "calls";

export const callFileKinds = ["csv", "txt", "log", "json", "xml", "xlsx", "gz"] as const;

const gzip = [0x1f, 0x8b];
const zip = [0x50, 0x4b, 0x03, 0x04];

/** Text, gzip or Excel by name and first bytes. What is really in it is told by reading it. */
export function isCallFile(name: string, head: Uint8Array): boolean {
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  // A queue_log is usually named just so.
  if (ending !== undefined && !(callFileKinds as readonly string[]).includes(ending)) return false;
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  return begins(gzip) || (ending === "xlsx" ? begins(zip) : !head.includes(0));
}
