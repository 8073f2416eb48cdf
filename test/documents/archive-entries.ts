import { fromBufferPromise } from "yauzl";

/** The entries of an office file, by name, read by another zip library than wrote them. */
export async function archiveBytes(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}

/** The same as text. */
export async function archiveEntries(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await archiveBytes(bytes))].map(([name, content]) => [name, content.toString("utf8")]));
}

/** One entry that has to be there. */
export async function archiveEntry(bytes: Buffer, name: string): Promise<string> {
  const entry = (await archiveEntries(bytes)).get(name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return entry;
}
