import type { Database } from "#app/db/database.ts";
import { administrator, colleagues } from "#app/services/example/people.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";

/** A page of the example and somebody whom it is made for; null is a reader without an account. */
export interface ExamplePage {
  readonly path: string;
  readonly reader: string | null;
  /** Main pages are also looked at in dark. */
  readonly main?: true;
}

const { owner, chair, evaluator, approver, opener, contractManager } = colleagues;
const [begun, other] = exampleVendors;

/** Every page of the example that somebody can reach. */
export async function pagesOf({ read }: Database): Promise<ExamplePage[]> {
  const tenders = await read.selectFrom("tender").select(["id", "stage"]).execute();
  const at = (stage: string) => `/tenders/${tenders.find((tender) => tender.stage === stage)?.id}`;
  const [draft, published, awarded, concluded] = [
    at("draft"),
    at("published"),
    at("awarded"),
    at("concluded"),
  ];
  const submitted = await read
    .selectFrom("response")
    .innerJoin("organisation", "organisation.id", "organisation_id")
    .select(["response.id", "name"])
    .where("tender_id", "=", awarded.slice("/tenders/".length))
    .orderBy("name")
    .execute();
  const { id: account } = await read
    .selectFrom("account")
    .select("id")
    .where("email", "=", owner.email)
    .executeTakeFirstOrThrow();
  const waiting = await read
    .selectFrom("question")
    .leftJoin("question_answer", "question_answer.question_id", "question.id")
    .select("question.id")
    .where("number", "is", null)
    .executeTakeFirstOrThrow();
  const plan = await read
    .selectFrom("record_import")
    .innerJoin("response", "response.id", "response_id")
    .innerJoin("organisation", "organisation.id", "organisation_id")
    .select("file_id")
    .where("record_import.kind", "=", "staffing_plan")
    .where("name", "=", begun?.name ?? "")
    .executeTakeFirstOrThrow();
  const calls = await read
    .selectFrom("response_file")
    .innerJoin("response", "response.id", "response_id")
    .innerJoin("organisation", "organisation.id", "organisation_id")
    .select("response_file.id")
    .where("slot", "=", "calls")
    .where("tender_id", "=", awarded.slice("/tenders/".length))
    .where("organisation.name", "=", begun?.name ?? "")
    .executeTakeFirstOrThrow();
  const as = (reader: string | null | undefined, ...paths: string[]): ExamplePage[] =>
    paths.map((path) => ({ path, reader: reader ?? null }));
  const main = (reader: string | null | undefined, ...paths: string[]): ExamplePage[] =>
    as(reader, ...paths).map((page) => ({ ...page, main: true }));
  const response = submitted[0]?.id;
  return [
    ...main(null, "/", "/catalogue", "/catalogue/AVAIL-001", published, `${published}/questions`),
    ...as(null, "/tenders", "/catalogue?q=svar&level=must", "/sign-in", "/register", "/no-such-page"),
    ...main(owner.name, "/", `${draft}/draft/settings`, `${draft}/draft/requirements/AVAIL-001`),
    ...as(
      owner.name,
      "/account",
      "/tenders",
      "/tenders/new",
      "/tenders/import",
      awarded,
      `${awarded}/opening`,
    ),
    ...[
      "pick",
      "prices",
      "credits",
      "evaluation",
      "laboratory",
      "people",
      "publish",
      "requirements/OWN-001",
    ].flatMap((part) => as(owner.name, `${draft}/draft/${part}`)),
    ...as(approver.name, `${draft}/draft/publish`),
    ...main(owner.name, `${awarded}/award`),
    ...as(owner.name, `${awarded}/cancel`, `${awarded}/low-bids`),
    ...main(other?.person, `${awarded}/outcome`),
    ...as(begun?.person, `${awarded}/outcome`, `${awarded}/explanation`),
    ...as(opener.name, `${published}/opening`, `${awarded}/opening`),
    ...as(administrator.name, "/document-template"),
    ...as(administrator.name, "/users", "/users/new", `/users/${account}`),
    ...main(
      chair.name,
      `${awarded}/comparison`,
      `${awarded}/comparison?open=${response}&show=all`,
      `${awarded}/measurement/${response}`,
      `${awarded}/availability/${response}`,
      `${awarded}/staffing/${response}`,
      `${awarded}/reports/${response}`,
      `${awarded}/responses/${response}`,
    ),
    ...as(
      chair.name,
      `${awarded}/prices`,
      `${awarded}/sensitivity`,
      `${awarded}/consensus`,
      `${awarded}/quality-lock`,
    ),
    ...main(evaluator.name, `${awarded}/scoring`),
    ...as(owner.name, `${published}/addendum`),
    ...as(owner.name, `${published}/questions`, `${published}/questions/${waiting.id}`),
    ...as(begun?.person, `${published}/questions`),
    ...as(other?.person, `${published}/respond`),
    ...main(begun?.person, `${published}/respond`, `${published}/respond/availability`),
    ...[
      "company",
      "prices",
      "calls",
      "measurement",
      "reports",
      "incidents",
      "staffing-plan",
      "key-figures",
      "workbook",
      "submit",
    ].flatMap((part) => as(begun?.person, `${published}/respond/${part}`)),
    ...as(begun?.person, `${awarded}/respond`, `${awarded}/respond/calls`),
    ...as(begun?.person, `${awarded}/respond/calls?file=${calls.id}&format=mapped`),
    ...as(begun?.person, `${awarded}/respond/reports`, `${awarded}/respond/reports?file=${plan.file_id}`),
    ...as(begun?.person, `${awarded}/respond/incidents`, `${awarded}/respond/staffing-plan`),
    ...main(contractManager.name, `${concluded}/contract`),
    ...["calls", "reports", "measurement", "incidents", "staffing-plan", "key-figures"].flatMap((part) =>
      as(contractManager.name, `${concluded}/contract/${part}`),
    ),
    ...as(begun?.person, `${awarded}/respond/measurement`, `${awarded}/respond/receipt/1`),
  ];
}
