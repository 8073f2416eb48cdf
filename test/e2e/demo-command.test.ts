import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { runCli, startCli } from "../cli/run-cli.ts";

describe("the command line, where somebody already listens at the port", () => {
  let folder: string;
  let other: Server;
  let taken: number;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-demo-"));
    await cp(inject("exampleFolder"), folder, { recursive: true });
    other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    taken = (other.address() as AddressInfo).port;
  });
  afterEach(async () => {
    other.close();
    await rm(folder, { recursive: true });
  });

  it("serves the demo at a later one, on this machine only, and ends when asked to", async () => {
    const child = startCli(["demo"], { DATA_DIR: folder, PORT: String(taken), HOST: "0.0.0.0" });
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on("data", (text: Buffer) => {
        said += text.toString("utf8");
        const found = /^Skallbör: (http:\S+)$/m.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once("close", () => reject(new Error(`the demo ended: ${said}`)));
    });
    expect(said).toContain("The example is in");
    expect(new URL(address).hostname).toBe("127.0.0.1");
    expect(Number(new URL(address).port)).toBeGreaterThan(taken);
    const page = await (await fetch(`${address}/sign-in`)).text();
    expect(page).toContain("Birgitta Exempelgren");
    child.kill("SIGTERM");
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });

  it("refuses to serve a real installation elsewhere than where it was told", async () => {
    const { code, err } = await runCli(["serve"], { DATA_DIR: folder, PORT: String(taken) });
    expect(code).toBe(1);
    expect(err).toContain(`Port ${taken} is taken`);
  });
});
