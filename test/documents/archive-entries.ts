import { fromBufferPromise } from "yauzl";

/** The entries of an office file as text, by name, read by another zip library than wrote them. */
export async function archiveEntries(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, string>();
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  }
  return entries;
}

/** One entry that has to be there. */
export async function archiveEntry(bytes: Buffer, name: string): Promise<string> {
  const entry = (await archiveEntries(bytes)).get(name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return entry;
}
