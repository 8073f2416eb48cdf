import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { openDatabase } from "#app/db/open-database.ts";
import type { Started, StartOptions } from "#app/server/start.ts";
import { systemClock } from "#app/services/open-application.ts";
import { generateCalls } from "./generate-calls.ts";

/**
 * What the pages of the example cost, and how long they take while people read them: 20 readers who pause about a
 * second between pages, then readers who never pause, then the first again while a million calls are imported.
 *
 *     node bench/pages.ts [seconds a round, 10] [calls, 1000000]
 *
 * The built server is a process of its own and reports the delay of its event loop. Target: half of the answers
 * within 25 ms, 99 of 100 within 100 ms.
 */
const root = resolve(import.meta.dirname, "..");
const port = Number(process.env.PORT ?? 3119);
const url = `http://127.0.0.1:${port}`;
const readers = 20;

interface Page {
  readonly name: string;
  readonly path: string;
  readonly cookie: string;
}

/** The server process: the built product on the example, telling its event-loop delay when asked. */
async function serve(dataDir: string): Promise<void> {
  const built = pathToFileURL(join(root, "build/server/index.js")).href;
  const { startServer } = (await import(built)) as {
    startServer: (options: StartOptions) => Promise<Started>;
  };
  await startServer({
    root,
    dataDir,
    databaseUrl: `sqlite:${join(dataDir, "skallbor.sqlite")}`,
    url,
    port,
    host: "127.0.0.1",
    demo: true,
    trustProxyHops: 0,
    logLevel: "error",
    now: systemClock,
  });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let used = process.cpuUsage();
  process.on("message", () => {
    const { user, system } = process.cpuUsage(used);
    process.send?.({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6, cpuMs: (user + system) / 1000 });
    delay.reset();
    used = process.cpuUsage();
  });
  process.send?.("listening");
}

const agent = new Agent({ keepAlive: true, maxSockets: readers + 4 });

/** Milliseconds until the last byte of an answer. */
function read({ path, cookie }: Page): Promise<number> {
  const started = performance.now();
  return new Promise((done, failed) => {
    const headers = { cookie, "accept-encoding": "gzip", "accept-language": "sv" };
    const sent = request(url + path, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${path}: ${answer.statusCode}`));
      answer.resume().once("end", () => done(performance.now() - started));
    });
    sent.once("error", failed);
    sent.end();
  });
}

async function signIn(accountId: string): Promise<string> {
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams({ person: accountId }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function examplePages(dataDir: string): Promise<{ pages: Page[]; vendor: string; calls: string }> {
  const database = await openDatabase(`sqlite:${join(dataDir, "skallbor.sqlite")}`);
  const accountOf = async (name: string) => {
    const found = database.read.selectFrom("account").select("id").where("name", "like", `${name}%`);
    return (await found.executeTakeFirstOrThrow()).id;
  };
  const tenders = await database.read.selectFrom("tender").select(["id", "stage"]).execute();
  const tender = (stage: string) => `/tenders/${tenders.find((each) => each.stage === stage)?.id}`;
  const { id: response } = await database.read
    .selectFrom("submission")
    .select("response_id as id")
    .executeTakeFirstOrThrow();
  const [chair, owner, vendor] = [
    await signIn(await accountOf("Kerstin")),
    await signIn(await accountOf("Birgitta")),
    await signIn(await accountOf("Robin")),
  ];
  await database.close();
  const [draft, published, awarded] = [tender("draft"), tender("published"), tender("awarded")];
  const page = (name: string, path: string, cookie = ""): Page => ({ name, path, cookie });
  return {
    vendor,
    calls: `${published}/respond/calls`,
    pages: [
      page("start", "/"),
      page("start, signed in", "/", chair),
      page("catalogue", "/catalogue"),
      page("catalogue, searched", "/catalogue?q=svarstid"),
      page("requirement", "/catalogue/AVAIL-001"),
      page("tender", published),
      page("tender, signed in", awarded, chair),
      page("comparison", `${awarded}/comparison`, chair),
      page("comparison, number opened", `${awarded}/comparison?open=${response}`, chair),
      page("measurement", `${awarded}/measurement/${response}`, chair),
      page("draft, settings", `${draft}/draft/settings`, owner),
      page("draft, requirement", `${draft}/draft/requirements/AVAIL-001`, owner),
      page("response, area", `${published}/respond/availability`, vendor),
    ],
  };
}

type Times = Map<string, number[]>;

/** Twenty readers, each from page to page, until the time is over. */
async function readFor(pages: readonly Page[], seconds: number, pauseMs: number): Promise<Times> {
  const times: Times = new Map(pages.map(({ name }) => [name, []]));
  const end = performance.now() + seconds * 1000;
  const reader = async (place: number) => {
    await pause((pauseMs * place) / readers);
    for (let turn = place; performance.now() < end; turn++) {
      const page = pages[turn % pages.length];
      if (page === undefined) throw new Error("there are no pages");
      times.get(page.name)?.push(await read(page));
      await pause(pauseMs * (0.5 + ((turn * 7) % 10) / 10));
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, place) => reader(place)));
  return times;
}

const pause = (ms: number) => (ms === 0 ? undefined : new Promise((done) => setTimeout(done, ms)));

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(8);
}

function report(title: string, times: Times, seconds: number): void {
  const all = [...times.values()].flat();
  console.log(`\n${title}: ${all.length} pages, ${(all.length / seconds).toFixed(0)} a second`);
  console.log(`${"".padEnd(28)}     p50      p99 ms`);
  for (const [name, own] of [...times, ["all", all] as const]) {
    console.log(name.padEnd(28), percentile(own, 0.5), percentile(own, 0.99));
  }
}

/** Uploads a month of calls as the vendor and starts its import, as its page does. */
async function startImport(cookie: string, page: string, calls: number, folder: string): Promise<void> {
  const file = join(folder, "calls.csv");
  await generateCalls(file, calls, 7);
  const form = new FormData();
  form.set("file", await openAsBlob(file), "calls.csv");
  const headers = { origin: url, cookie };
  const uploaded = await fetch(url + page, { method: "POST", body: form, headers, redirect: "manual" });
  const id = /file=([0-9a-f]+)/.exec(uploaded.headers.get("location") ?? "")?.[1];
  if (id === undefined) throw new Error(`the upload was refused: ${uploaded.status}`);
  const settings = { intent: "import", file: id, zone: "Europe/Stockholm", clock: "arrival" };
  const body = new URLSearchParams(settings);
  const started = await fetch(url + page, { method: "POST", body, headers, redirect: "manual" });
  if (started.status !== 302) throw new Error(`the import was refused: ${started.status}`);
}

async function measure(seconds: number, calls: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "skallbor-pages-"));
  const dataDir = join(folder, "data");
  const environment = { ...process.env, DATA_DIR: dataDir };
  execFileSync(process.execPath, ["app/cli/main.ts", "demo", "--no-serve"], { cwd: root, env: environment });
  const server = fork(import.meta.filename, ["serve", dataDir], {
    env: { ...environment, NODE_ENV: "production" },
  });
  try {
    await once(server, "message");
    const sinceLast = async () => {
      const told = once(server, "message");
      server.send("tell");
      const [used] = (await told) as [{ p99: number; max: number; cpuMs: number }];
      return used;
    };
    const delay = async () => {
      const { p99, max } = await sinceLast();
      return `event-loop delay p99 ${p99.toFixed(1)} ms, most ${max.toFixed(0)} ms`;
    };
    const { pages, vendor, calls: callsPage } = await examplePages(dataDir);
    await readFor(pages, 3, 0);
    console.log("processor time of the server, one reader:");
    for (const page of pages) {
      await sinceLast();
      for (let turn = 0; turn < 20; turn++) await read(page);
      const { cpuMs } = await sinceLast();
      console.log(page.name.padEnd(28), `${(cpuMs / 20).toFixed(1).padStart(8)} ms a page`);
    }
    await delay();
    report("20 readers, a second between pages", await readFor(pages, seconds, 1000), seconds);
    console.log(await delay());
    report("20 readers without a pause", await readFor(pages, seconds, 0), seconds);
    console.log(await delay());
    await startImport(vendor, callsPage, calls, folder);
    await delay();
    report(`20 readers while ${calls} calls are imported`, await readFor(pages, seconds, 1000), seconds);
    console.log(await delay());
  } finally {
    agent.destroy();
    server.kill("SIGTERM");
    await once(server, "exit");
    await rm(folder, { recursive: true });
  }
}

const [first, second] = process.argv.slice(2);
if (first === "serve" && second !== undefined) await serve(second);
else await measure(Number(first ?? 10), Number(second ?? 1_000_000));
