import { readdir, rm, utimes, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { blobPath } from "#app/db/blob.ts";
import { filesWithoutBlob, tidyBlobs } from "#app/services/response/tidy-blobs.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { attachedFile } from "./attached-file.ts";

const hourUs = 3600 * 1_000_000;

/** A file in the store that no row names, last changed so many hours ago. */
async function leave({ app, clock }: World, name: string, hoursAgo: number): Promise<void> {
  const path = blobPath(app.dataDir, name);
  await writeFile(path, "rest");
  const changed = clock.nowUs / 1e6 - hoursAgo * 3600;
  await utimes(path, changed, changed);
}

onBothDatabases("the store of files at a start", (open) => {
  it("loses what earlier uploads left half, and not what is being written now", async () => {
    const world = open();
    await leave(world, "a.part", 1);
    await leave(world, "b.part", 0);
    await tidyBlobs(world.app, world.clock.nowUs - hourUs / 2);
    expect(await readdir(blobPath(world.app.dataDir, ""))).toEqual(["b.part"]);
  });

  it("loses what no row has named for a day, and keeps what is younger or named", async () => {
    const world = open();
    const { blob } = await attachedFile(world);
    await utimes(blobPath(world.app.dataDir, blob), 0, 0);
    await leave(world, "old", 25);
    await leave(world, "young", 23);
    await tidyBlobs(world.app, world.clock.nowUs);
    expect(new Set(await readdir(blobPath(world.app.dataDir, "")))).toEqual(new Set([blob, "young"]));
  });

  it("tells which files are lost", async () => {
    const world = open();
    const { id, blob } = await attachedFile(world);
    expect(await filesWithoutBlob(world.app)).toEqual([]);
    await rm(blobPath(world.app.dataDir, blob));
    expect(await filesWithoutBlob(world.app)).toEqual([id]);
  });
});
