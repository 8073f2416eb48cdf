/** Slot of record files among the files of a response; no requirement has this id. */
export const recordSlot = "records";

export const recordFileEndings = ["csv", "txt"] as const;

/** Text by name and first bytes. What is really in it is told by reading it. */
export function isRecordFile(name: string, head: Uint8Array): boolean {
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  return (recordFileEndings as readonly (string | undefined)[]).includes(ending) && !head.includes(0);
}
