import type { Database } from "#app/db/database.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { isJudged, levelsOf } from "#app/domain/scoring/judged.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import { colleagues } from "#app/services/example/people.ts";
import { proofFile } from "#app/services/example/proof-file.ts";
import type { WebServer } from "../support/web-server.ts";
import { type Visitor, visitorOf } from "./visitor.ts";

const song = "Kanariefagel7319";
const written = [song, Buffer.from(song).toString("base64"), Buffer.from(song).toString("hex")];
const unitPrice = "7319.4217";
const priced = ["7319.42", "7319,42", "7\u00a0319,42"];

/** An incident log and a staffing plan that sing. */
const records = {
  [`${song}-log.csv`]: `system,start,end\n${song},2026-09-08 13:00:00,2026-09-08 14:00:00\n`,
  [`${song}-plan.csv`]: `weekday,time,queue,agents,forecast_calls,aht_s\nmon,08:00,${song},1,20,180\n`,
};

const credentials = { email: "kanarie@exempel.org", password: `${song} sjunger` };

/** A response whose vendor, answers, prices and files are words that stand nowhere else. */
export interface Canary {
  readonly accountId: string;
  readonly signIn: () => Promise<Visitor>;
  readonly submit: () => Promise<void>;
  /** An address with the canary's own ids for what belongs to a response. */
  readonly fillIn: (path: string, tender: string | null) => string;
  readonly isIn: (text: string) => boolean;
  readonly priceIsIn: (text: string) => boolean;
  /** Brings the tender one stage further, by what people send from its pages. */
  readonly bringTo: (stage: Stage, signIn: (email: string) => Promise<Visitor>) => Promise<void>;
}

/** Registers a vendor and fills in an answer with its file, and every price, in a published tender. */
export async function makeCanary(server: WebServer, database: Database, tender: string): Promise<Canary> {
  const { read } = database;
  const publication = await readPublication(read, tender);
  const requirement = publication?.content.requirements.find(
    (each) => isJudged(each) && each.answer.type === "file",
  );
  if (publication === null || requirement === undefined) throw new Error("nothing to answer");
  const { id, area } = requirement;
  const respond = `/tenders/${tender}/respond`;

  const visitor = visitorOf(server, "canary");
  await visitor.post("/register", {
    ...credentials,
    organisationName: song,
    organisationNumber: "559900-7319",
    name: `${song} Person`,
  });
  await visitor.post(respond);
  await visitor.post(`${respond}/${area}`, {
    requirement: id,
    seen: "",
    [`answers.${id}`]: "yes",
    [`comments.${id}`]: song,
  });
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(proofFile([song]))]), `${song}.pdf`);
  await visitor.post(`${respond}/${area}?slot=${id}`, form);
  const items = publication.content.priceItems.map((item) => [`prices.${item.id}`, unitPrice] as const);
  await visitor.post(`${respond}/prices`, Object.fromEntries(items));

  for (const [name, text] of Object.entries(records)) {
    const sent = new FormData();
    sent.set("file", new Blob([text]), name);
    await visitor.post(`${respond}/reports`, sent);
    const { id: fileId } = await read
      .selectFrom("response_file")
      .select("id")
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    const accept = { intent: "accept", file: fileId, zone: "Europe/Stockholm" };
    const { status } = await visitor.post(`${respond}/reports`, accept);
    if (status !== 302) throw new Error(`${name} was not taken over: ${status}`);
  }

  const stored = await read.selectFrom("response_price").select("unit_price").execute();
  if (!stored.some(({ unit_price }) => unit_price === unitPrice)) throw new Error("no price was stored");

  const { id: accountId } = await read
    .selectFrom("account")
    .select("id")
    .where("email", "=", credentials.email)
    .executeTakeFirstOrThrow();
  const file = await read
    .selectFrom("response_file")
    .select(["id", "response_id"])
    .where("name", "=", `${song}.pdf`)
    .executeTakeFirstOrThrow();

  const question = await read.selectFrom("question").select("id").executeTakeFirstOrThrow();

  const signIn = async () => {
    const fresh = visitorOf(server, "canary");
    await fresh.post("/sign-in", credentials);
    return fresh;
  };

  const judge = {
    response: file.response_id,
    requirement: id,
    level: levelsOf(requirement).at(-1)?.value ?? "",
  };
  const steps: Partial<Record<Stage, (as: (email: string) => Promise<Visitor>) => Promise<void>>> = {
    opened: (as) => both(as, ["opener", "secondOpener"], "opening", { intent: "open", part: "quality" }),
    "quality-locked": async (as) => {
      const committee = ["evaluator", "secondEvaluator", "chair", "observer", "finance"] as const;
      await both(as, committee, "opening", { intent: "declare", conflict: "none" });
      const { response, level } = judge;
      const score = { intent: "save", response, requirement: id, [`level-${response}`]: level };
      await both(as, ["evaluator", "secondEvaluator"], "scoring", score);
      await both(as, ["evaluator", "secondEvaluator"], "scoring", { intent: "lock" });
      await both(as, ["chair"], "consensus", {
        response,
        requirement: id,
        [`level-${response}-${id}`]: level,
      });
      await both(as, ["chair", "owner"], "quality-lock", {});
    },
    evaluated: (as) => both(as, ["opener", "secondOpener"], "opening", { intent: "open", part: "price" }),
  };
  async function both(
    as: (email: string) => Promise<Visitor>,
    who: readonly (keyof typeof colleagues)[],
    page: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<void> {
    for (const colleague of who) {
      const person = await as(colleagues[colleague].email);
      const { status } = await person.post(`/tenders/${tender}/${page}`, fields);
      if (status !== 302) throw new Error(`${colleague} at ${page}: ${status}`);
    }
  }

  return {
    accountId,
    signIn,
    submit: async () => {
      const sender = await signIn();
      const { body } = await sender.get(`${respond}/submit`);
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
      const names = ["expectedVersion", "contentSha256", "idempotencyKey"];
      const fields = Object.fromEntries(names.map((name) => [name, value(name)]));
      const { status } = await sender.post(`${respond}/submit`, { intent: "submit", ...fields });
      if (status !== 302) throw new Error(`the response was not taken: ${status}`);
    },
    fillIn: (path, of) =>
      path
        .replace("$tenderId", of ?? "")
        .replace("$requirementId", "AVAIL-001")
        .replace("$responseId", file.response_id)
        .replace("$fileId", file.id)
        .replace("$questionId", question.id)
        .replace("$area", area)
        .replace("$version", "1")
        .replace("$kind", "incidents")
        .replace("$name", "requirement-specification.docx")
        .replace("$accountId", accountId)
        .replace("$id", "AVAIL-001"),
    isIn: (text) => written.some((words) => text.includes(words)),
    priceIsIn: (text) => priced.some((words) => text.includes(words)),
    bringTo: async (stage, as) => await steps[stage]?.(as),
  };
}

/** Until which stage the canary is nobody's business but its own; other vendors never hear it. */
export const isSealedFor = (actor: Actor, canary: Canary, stage: Stage | null): boolean => {
  const own = actor.kind === "person" && actor.accountId === canary.accountId;
  const outsider = actor.kind === "anonymous" || actor.organisation.kind === "vendor";
  return !own && (outsider || stage === "published" || stage === "closed" || stage === null);
};
