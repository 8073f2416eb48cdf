import { type Entry, openPromise } from "yauzl";

/** Limits of the parts that are taken from a template, in bytes after inflating. */
export const templateLimits = {
  file: 5 * 1024 * 1024,
  part: 2 * 1024 * 1024,
  /** All that is kept: every document of every tender carries it. */
  taken: 4 * 1024 * 1024,
} as const;

/** Reads single parts of an archive that `checkArchive` has let through; throws `RangeError` above the limits. */
export class TemplateParts {
  private taken = 0;
  private readonly archive: Awaited<ReturnType<typeof openPromise>>;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(archive: Awaited<ReturnType<typeof openPromise>>, entries: ReadonlyMap<string, Entry>) {
    this.archive = archive;
    this.entries = entries;
  }

  static async open(path: string): Promise<TemplateParts> {
    const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
    return new TemplateParts(archive, entries);
  }

  async bytes(name: string): Promise<Buffer | null> {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of await this.archive.openReadStreamPromise(entry)) {
      length += (chunk as Buffer).length;
      this.taken += (chunk as Buffer).length;
      if (length > templateLimits.part || this.taken > templateLimits.taken) {
        throw new RangeError("the template is too large");
      }
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  }

  /** As text, without a byte order mark. */
  async text(name: string): Promise<string | null> {
    return (await this.bytes(name))?.toString("utf8").replace(/^\ufeff/, "") ?? null;
  }

  close(): void {
    this.archive.close();
  }
}
