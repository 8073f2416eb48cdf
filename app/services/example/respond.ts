import { importsOf } from "#app/db/call-import.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { callRecords } from "#app/domain/example/call-centre.ts";
import { incidentLogFile, staffingPlanFile } from "#app/domain/example/operations.ts";
import { intervalReportFile, singleValuesFile, surveyFile } from "#app/domain/example/reports.ts";
import { success } from "#app/domain/fault.ts";
import { enteredOf } from "#app/domain/response/check-answer.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { Statements } from "#app/domain/response/statement.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { accepted } from "#app/services/example/accepted.ts";
import { exampleAnswer } from "#app/services/example/answers.ts";
import { proofFile } from "#app/services/example/proof-file.ts";
import { exampleZone, pass, type SettableClock } from "#app/services/example/settable-clock.ts";
import type { ExampleVendor } from "#app/services/example/vendors.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import { newId } from "#app/services/new-id.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { attachFile } from "#app/services/response/attach-file.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { savePrices } from "#app/services/response/save-prices.ts";
import { saveStatements } from "#app/services/response/save-statements.ts";
import { submitResponse } from "#app/services/response/submit-response.ts";

export interface Respondent {
  readonly vendor: ExampleVendor;
  readonly person: Person;
}

export type Answers = readonly (readonly [requirement: string, answer: Answer])[];

export const answersOf = (vendor: ExampleVendor, { requirements }: TenderContent): Answers =>
  requirements.flatMap((requirement) => {
    const answer = exampleAnswer(requirement, vendor);
    return answer === null ? [] : [[requirement.id, answer] as const];
  });

/** Types the answers into the form, some at a time. */
export async function typeAnswers(
  app: Application,
  clock: SettableClock,
  { person }: Respondent,
  tenderId: string,
  answers: Answers,
): Promise<void> {
  for (const [requirement, answer] of answers) {
    pass(clock, 45);
    const typed = [{ requirement, entered: enteredOf(answer), seenUs: null }];
    const { faults } = accepted(await saveAnswers(app, person, tenderId, typed));
    if (faults.length > 0) throw new Error(`an answer of the example was refused: ${JSON.stringify(faults)}`);
  }
}

/** What the example's vendors state; all declare the same. */
export const statementsOf = (vendor: ExampleVendor): Statements => ({
  contact_name: vendor.person,
  contact_email: vendor.email,
  contact_phone: "070-000 00 00",
  address: "Exempelvägen 1, 999 99 Exempelköping",
  subcontractors: "inga",
  no_exclusion_ground: "yes",
  taxes_paid: "yes",
  independent_bid: "yes",
  terms_accepted: "yes",
  bound_by_bid: "yes",
});

export async function typeStatements(
  app: Application,
  clock: SettableClock,
  { person, vendor }: Respondent,
  tenderId: string,
): Promise<void> {
  pass(clock, 5 * 60);
  const { faults } = accepted(await saveStatements(app, person, tenderId, statementsOf(vendor)));
  if (faults.length > 0) throw new Error(`a statement of the example was refused: ${JSON.stringify(faults)}`);
}

export async function typePrices(
  app: Application,
  clock: SettableClock,
  { person, vendor }: Respondent,
  tenderId: string,
): Promise<void> {
  pass(clock, 15 * 60);
  const prices = Object.entries(vendor.unitPrices).map(([item, entered]) => ({ item, entered }));
  const { faults } = accepted(await savePrices(app, person, tenderId, prices));
  if (faults.length > 0) throw new Error(`a price of the example was refused: ${JSON.stringify(faults)}`);
}

/** A proof for every answer that says that a file shows it. */
export async function attachProofs(
  app: Application,
  clock: SettableClock,
  { person, vendor }: Respondent,
  tenderId: string,
  { requirements }: TenderContent,
  answers: Answers,
): Promise<void> {
  for (const [id, answer] of answers) {
    if (answer.type !== "file" || !answer.met) continue;
    pass(clock, 60);
    const title = requirements.find((requirement) => requirement.id === id)?.title.sv ?? id;
    const lines = [
      vendor.name,
      "",
      `${id} ${title}`,
      "",
      answer.comment,
      "",
      "Påhittad bilaga till ett påhittat anbud.",
    ];
    accepted(await attachFile(app, person, tenderId, id, received(`${id}.pdf`, proofFile(lines))));
  }
}

/** September 2026 began on a Tuesday in Stockholm, has 30 days and no change of clock. */
const month = { firstMidnight: new Date("2026-08-31T22:00:00Z"), firstWeekday: 1, days: 30 };

/** Hands in a month of call records and waits until they have been read. */
export async function handInCallRecords(
  app: Application,
  clock: SettableClock,
  { person, vendor }: Respondent,
  tenderId: string,
  responseId: string,
): Promise<void> {
  pass(clock, 20 * 60);
  const csv = Buffer.from(callRecords(vendor.centre, month.firstMidnight, month.firstWeekday, month.days));
  const receive = received("samtal-2026-09.csv", csv);
  const { id } = accepted(await attachCallRecords(app, person, tenderId, receive));
  pass(clock, 60);
  const settings = { zone: exampleZone, clock: "arrival" } as const;
  const { ended } = accepted(await importCalls(app, person, tenderId, id, settings));
  await ended;
  const [last] = await importsOf(app.database.read, responseId);
  if (last?.state !== "done") throw new Error(`call records of the example were not read: ${last?.faults}`);
}

/** Attaches the month's incident log, a staffing plan and reports, and takes over what they say. */
export async function handInRecords(
  app: Application,
  clock: SettableClock,
  { person, vendor: { operations, centre, reporting } }: Respondent,
  tenderId: string,
): Promise<void> {
  const files = [
    ["incidentlogg-2026-09.csv", incidentLogFile(operations, month.firstMidnight, month.days)],
    ["bemanningsplan.csv", staffingPlanFile(operations, centre)],
    ["intervaller-2026-09.csv", intervalReportFile(centre, reporting, { ...month, name: "2026-09" })],
    ["kundenkat-2026.csv", surveyFile(reporting, "2026")],
    ["enskilda-varden.csv", singleValuesFile(reporting, "2026-09")],
  ] as const;
  for (const [name, csv] of files) {
    pass(clock, 5 * 60);
    const { id } = accepted(await attachRecords(app, person, tenderId, received(name, Buffer.from(csv))));
    pass(clock, 60);
    accepted(await acceptRecords(app, person, tenderId, id, exampleZone));
  }
}

/** Looks the response over and hands in exactly what was seen. */
export async function submit(
  app: Application,
  clock: SettableClock,
  { person }: Respondent,
  tenderId: string,
): Promise<void> {
  pass(clock, 10 * 60);
  const seen = accepted(await readOwnResponse(app, person, tenderId));
  pass(clock, 30);
  const request = {
    expectedVersion: seen.submitted?.version ?? 0,
    contentSha256: seen.contentSha256,
    idempotencyKey: newId(),
    receivedUs: app.now(),
  };
  accepted(await submitResponse(app, person, tenderId, request));
}

/** A file as the server receives it. */
export const received =
  (name: string, content: Buffer): Receive =>
  async () =>
    success({ name, chunks: oneChunk(content), interruption: () => null });

async function* oneChunk(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}
