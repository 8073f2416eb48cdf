/** Slot of record files among the files of a response; no requirement has this id. */
export const recordSlot = "records";

export const recordFileEndings = ["csv", "txt", "xlsx"] as const;

const zipMagic = [0x50, 0x4b, 0x03, 0x04];

/** Text, or an Excel file, by name and first bytes. What is really in it is told by reading it. */
export function isRecordFile(name: string, head: Uint8Array): boolean {
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  if (ending === "xlsx") return zipMagic.every((byte, index) => head[index] === byte);
  return (recordFileEndings as readonly (string | undefined)[]).includes(ending) && !head.includes(0);
}
