import type { Person } from "#app/domain/account/actor.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";

interface Task {
  readonly root: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly nowUs: number;
  readonly vendor: Person;
  readonly tenderId: string;
  readonly fileId: string;
}

/** Starts an import in a process of its own and says so, for a test that kills it. */
const task = JSON.parse(process.argv[2] ?? "") as Task;
const catalogue = await readOwnCatalogue(task.root);
if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
const application = { ...task, url: "http://127.0.0.1:3000", demo: false };
const app = await assembleApplication(catalogue.value, application, () => task.nowUs);
const settings = { zone: "Europe/Stockholm", clock: "arrival" } as const;
const started = await importCalls(app, task.vendor, task.tenderId, task.fileId, settings);
if (!started.ok) throw new Error(JSON.stringify(started.faults));
process.stdout.write("running\n");
await started.value.ended;
