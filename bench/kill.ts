import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Person } from "#app/domain/account/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { type SubmitRequest, submitResponse } from "#app/services/response/submit-response.ts";
import { publishTender } from "../test/services/response/published-tender.ts";
import { answerAll } from "../test/services/response/submitting.ts";
import { makePerson } from "../test/support/people.ts";
import { checkStored, noFindings } from "./kill-check.ts";

/**
 * Kills processes that submit responses to SQLite, at random moments, and looks each time at what is stored.
 *
 *     node bench/kill.ts [kills, 100]
 *
 * Each process submits one version after another and tells each receipt it was given. It is killed with SIGKILL up to
 * 60 ms after its first; the request that was under way is then sent again, as a vendor without an answer would do.
 */
const root = resolve(import.meta.dirname, "..");
const now = () => Date.UTC(2026, 10, 22, 12) * 1000;
const latestKillMs = 60;

interface Work {
  readonly dataDir: string;
  /** Handed over ready: reading it takes longer than all that a process lives for. */
  readonly catalogue: Catalogue;
  readonly vendor: Person;
  readonly tenderId: string;
}

const databaseUrl = (dataDir: string) => `sqlite:${join(dataDir, "skallbor.sqlite")}`;

const open = (dataDir: string, catalogue: Catalogue) =>
  assembleApplication(
    catalogue,
    { root, dataDir, databaseUrl: databaseUrl(dataDir), url: "http://127.0.0.1:3000", demo: false },
    now,
  );

/** Runs in the process that is to be killed. */
async function submitUntilKilled(): Promise<never> {
  const [{ dataDir, catalogue, vendor, tenderId }] = (await once(process, "message")) as [Work];
  const app = await open(dataDir, catalogue);
  process.send?.("ready");
  await once(process, "message");
  for (let round = 0; ; round++) {
    const entered = { values: [`Påhittat svar ${round} ${process.pid}`], comment: "" };
    await saveAnswers(app, vendor, tenderId, [{ requirement: "QUAL-001", entered, seenUs: null }]);
    const own = await readOwnResponse(app, vendor, tenderId);
    if (!own.ok) throw new Error("the response cannot be read");
    const request: SubmitRequest = {
      expectedVersion: own.value.submitted?.version ?? 0,
      contentSha256: own.value.contentSha256,
      idempotencyKey: `${process.pid}-${round}`,
      receivedUs: now(),
    };
    process.stdout.write(`${JSON.stringify({ request })}\n`);
    const receipt = await submitResponse(app, vendor, tenderId, request);
    if (!receipt.ok) throw new Error(JSON.stringify(receipt.faults));
    process.stdout.write(`${JSON.stringify({ receipt: receipt.value.bytes.toString("base64") })}\n`);
  }
}

async function startChild(work: Work): Promise<ChildProcess> {
  const child = fork(import.meta.filename, ["submit"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    serialization: "advanced",
    env: { ...process.env, NODE_COMPILE_CACHE: join(work.dataDir, "compiled") },
  });
  child.send(work);
  await once(child, "message");
  return child;
}

interface Said {
  readonly receipts: readonly string[];
  /** The request that had been sent and not answered; null when the kill fell between two. */
  readonly open: SubmitRequest | null;
}

async function kill(child: ChildProcess): Promise<Said> {
  if (child.stdout === null) throw new Error("the process cannot be heard");
  const ended = once(child, "close");
  child.send("go");
  const receipts: string[] = [];
  let open: SubmitRequest | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may be cut off: what was not wholly said was not acknowledged.
    if (!line.endsWith("}")) continue;
    const said = JSON.parse(line) as { request?: SubmitRequest; receipt?: string };
    open = said.request ?? null;
    if (said.receipt === undefined) continue;
    if (receipts.length === 0) setTimeout(() => child.kill("SIGKILL"), Math.random() * latestKillMs);
    receipts.push(said.receipt);
  }
  await ended;
  return { receipts, open };
}

async function run(kills: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "kill-"));
  const catalogue = await readOwnCatalogue(root);
  if (!catalogue.ok) throw new Error("the catalogue has faults");
  const app = await open(dataDir, catalogue.value);
  const clock = { nowUs: now(), advance: () => undefined };
  const world = { app, databaseUrl: databaseUrl(dataDir), clock };
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  await answerAll(world, vendor, tenderId);
  const work: Work = { dataDir, catalogue: catalogue.value, vendor, tenderId };

  const found = noFindings();
  let unanswered = 0;
  let next = startChild(work);
  for (let count = 1; count <= kills; count++) {
    const child = await next;
    // Starting takes a hundred times as long as submitting: the next one gets ready meanwhile.
    if (count < kills) next = startChild(work);
    const { receipts, open: request } = await kill(child);
    let repeated: string | null = null;
    if (request !== null) {
      unanswered++;
      const again = await submitResponse(app, vendor, tenderId, request);
      if (!again.ok) throw new Error(`a repeated request was refused: ${JSON.stringify(again.faults)}`);
      repeated = again.value.bytes.toString("base64");
    }
    await checkStored(app, receipts, repeated, found);
    if (count % 50 === 0) console.error(`${count} of ${kills}`);
  }
  await app.database.close();
  await rm(dataDir, { recursive: true });
  console.log({ kills, unanswered, ...found });
}

const [what = "100"] = process.argv.slice(2);
if (what === "submit") await submitUntilKilled();
else await run(Number(what));
