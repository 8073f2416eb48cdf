import type { Actor, OrganisationRole, Person, TenderRole } from "#app/domain/account/actor.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { listDemoPeople } from "#app/services/account/list-demo-people.ts";
import { signInDemoPerson } from "#app/services/account/sign-in-demo-person.ts";
import type { Application } from "#app/services/application.ts";
import { readContractPage } from "#app/services/contract/read-contract-page.ts";
import { writeContractWorkbook } from "#app/services/contract/write-contract-workbook.ts";
import { writeFollowUpReport } from "#app/services/contract/write-follow-up-report.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";
import { writeEvaluationCase } from "#app/services/evaluation/write-evaluation-case.ts";
import { accepted } from "#app/services/example/accepted.ts";
import { makeExample } from "#app/services/example/make-example.ts";
import { readMeasurement } from "#app/services/measurement/read-measurement.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";
import type { World } from "../../support/databases.ts";

const client = { address: "127.0.0.1", agent: "test" };

/** Signs in by the demo's click as somebody with this role. */
async function signInAs(app: Application, role: OrganisationRole | TenderRole): Promise<Person> {
  const people = accepted(await listDemoPeople(app));
  const found = people.find(({ roles }) => roles.includes(role));
  if (found === undefined) throw new Error(`nobody is ${role}`);
  const token = accepted(await signInDemoPerson(app, { kind: "anonymous" }, found.accountId, client));
  const actor = await actorOfSession(app, token);
  if (actor.kind !== "person") throw new Error("nobody is signed in");
  return actor;
}

export type Played = Awaited<ReturnType<typeof play>>;

/** Makes the example and gathers what can be told of it: making it is what takes time, not looking at it. */
export async function play(world: World) {
  const app = { ...world.app, demo: true };
  const endUs = app.now();
  const steps: string[] = [];
  const example = await makeExample(app, world.clock, (step) => steps.push(step));
  const clockCameBack = app.now() === endUs;
  const { read } = app.database;
  const chair = await signInAs(app, "chair");
  const owner = await signInAs(app, "owner");
  const comparison = accepted(await evaluateResponses(app, chair, example.awarded));
  const query = { month: null, queue: null, figure: null, by: null, language: "sv" } as const;
  const measured = [];
  for (const { response } of comparison.vendors) {
    measured.push(accepted(await readMeasurement(app, chair, example.awarded, response, query)));
  }
  const manager = await signInAs(app, "contract_manager");
  const vendorOf = async (name: string) => {
    const found = accepted(await listDemoPeople(app)).find(({ organisation }) => organisation === name);
    const token = accepted(
      await signInDemoPerson(app, { kind: "anonymous" }, found?.accountId ?? "", client),
    );
    return await actorOfSession(app, token);
  };
  const lastMonth = { month: null, requirement: null };
  const contractAs = (actor: Actor) => readContractPage(app, actor, example.concluded, lastMonth);
  const contract = accepted(await contractAs(manager));
  const wait = { month: null, requirement: "AVAIL-016" };
  const reports = [];
  for (const write of [
    () => writeFollowUpReport(app, manager, example.concluded, contract.month ?? "", "sv"),
    () => writeContractWorkbook(app, manager, example.concluded, "en"),
  ]) {
    reports.push([accepted(await write()), accepted(await write())] as const);
  }
  const stages = await read.selectFrom("tender").select(["id", "stage", "deadline_us"]).execute();
  return {
    example,
    endUs,
    clockCameBack,
    steps,
    stageOf: (id: string) => stages.find((tender) => tender.id === id)?.stage,
    people: accepted(await listDemoPeople(app)),
    log: await read.selectFrom("log").selectAll().orderBy("seq").execute(),
    publications: await read.selectFrom("publication").selectAll().orderBy("published_us").execute(),
    responses: await read
      .selectFrom("response")
      .innerJoin("organisation", "organisation.id", "response.organisation_id")
      .select(["response.id", "response.tender_id", "organisation.name"])
      .orderBy("response.created_us")
      .execute(),
    submissions: await read.selectFrom("submission").selectAll().orderBy("received_us").execute(),
    imports: await read.selectFrom("call_import").selectAll().orderBy("started_us").execute(),
    sheets: await read.selectFrom("score_sheet").select("account_id").execute(),
    consensus: await read.selectFrom("consensus").selectAll().execute(),
    scores: await read.selectFrom("score").selectAll().execute(),
    openings: await read.selectFrom("opening").select("part").orderBy("opened_us").execute(),
    comparison,
    measured,
    caseFile: accepted(await writeEvaluationCase(app, chair, example.awarded)),
    draft: accepted(await readDraft(app, owner, example.draft)),
    contract,
    contractWait: accepted(await readContractPage(app, manager, example.concluded, wait)).shown,
    contractOfSupplier: await contractAs(await vendorOf("Svarsverket Exempel AB")),
    contractOfOthers: [await contractAs(await vendorOf("Ringlinjen Exempel AB")), await contractAs(chair)],
    reports,
    signingKey: app.signing.key,
  };
}
