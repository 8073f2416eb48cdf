import type { Application } from "#app/services/application.ts";
import { accepted } from "#app/services/example/accepted.ts";
import {
  askAndAnswer,
  hotlineQuestions,
  switchboardQuestions,
} from "#app/services/example/ask-and-answer.ts";
import { agree, award, declareNoConflict, open, score } from "#app/services/example/decide.ts";
import {
  hotlineEdits,
  ownRequirementEdits,
  switchboardEdits,
  switchboardPriceEdits,
  unfinishedEdits,
} from "#app/services/example/draft-edits.ts";
import { concludeEarlier, followUp, reportedMonths } from "#app/services/example/earlier-contract.ts";
import { makeBuyer, makeVendor } from "#app/services/example/make-people.ts";
import { type Buyer, dateEdits, makeDraft, publish } from "#app/services/example/make-tender.ts";
import {
  answersOf,
  attachProofs,
  handInCallRecords,
  handInRecords,
  type Respondent,
  submit,
  typeAnswers,
  typePrices,
  typeStatements,
} from "#app/services/example/respond.ts";
import { respondByWorkbook } from "#app/services/example/respond-by-workbook.ts";
import {
  type Calendar,
  calendarUntil,
  microsecondsAt,
  moveTo,
  type SettableClock,
} from "#app/services/example/settable-clock.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { readPublishedTender } from "#app/services/tender/read-published-tender.ts";

/** The tenders of the example, by how far they have come. */
export interface Example {
  /** Awarded: three responses, one of which has won; the standstill runs. */
  readonly awarded: string;
  /** Open for responses; one vendor has begun. */
  readonly published: string;
  /** A draft with findings. */
  readonly draft: string;
  /** An earlier contract of the same service, followed month by month. */
  readonly concluded: string;
}

/** Told once for each part of the work, before it begins. */
export type Progress = (
  step: "people" | "contract" | "tender" | "responses" | "evaluation" | "others",
) => void;

/**
 * Plays the example tender in an empty database: an invented municipality and three invented vendors do what users do,
 * through the same use cases, during the last ten weeks before the clock's time; before that, an earlier contract.
 * Apart from ids, keys and times the same is made each time. Leaves the clock where it was. Throws when any act is
 * refused.
 */
export async function makeExample(
  app: Application,
  clock: SettableClock,
  progress: Progress = () => undefined,
): Promise<Example> {
  const endUs = clock.nowUs;
  const day = calendarUntil(endUs);
  clock.nowUs = microsecondsAt(day(-329, "08:30"));

  progress("people");
  const buyer = await makeBuyer(app, clock);

  progress("contract");
  const months = reportedMonths(endUs);
  const supplier = await makeSupplier(app);
  const startsOn = months[0]?.toString() ?? "";
  const concluded = await concludeEarlier(app, clock, buyer, supplier, day, startsOn);

  progress("tender");
  moveTo(clock, day(-69, "09:00"));
  const deadline = day(-20, "12:00");
  const awarded = await makeDraft(app, clock, buyer, {
    profile: "municipal-switchboard",
    edits: [
      switchboardEdits,
      ownRequirementEdits,
      switchboardPriceEdits,
      dateEdits(deadline, day(90, "00:00")),
    ],
  });
  moveTo(clock, day(-66, "10:00"));
  await publish(app, clock, buyer, awarded);

  progress("responses");
  const respondents: Respondent[] = [];
  for (const [turn, vendor] of exampleVendors.entries()) {
    moveTo(clock, day(turn - 40, "09:00"));
    const person = vendor === supplier.vendor ? supplier.person : await makeVendor(app, vendor);
    respondents.push(await respond(app, clock, { vendor, person }, awarded));
    moveTo(clock, day(turn - 40, "16:00"));
  }
  await askAndAnswer(app, clock, buyer, respondents[1], awarded, switchboardQuestions, [
    day(-35, "09:00"),
    day(-34, "13:00"),
  ]);
  for (const [turn, respondent] of respondents.entries()) {
    moveTo(clock, day(turn - 26, "13:00"));
    await submit(app, clock, respondent, awarded);
  }

  progress("evaluation");
  await evaluate(app, clock, buyer, awarded, day);

  progress("others");
  const published = await makePublished(app, clock, buyer, respondents, day);
  moveTo(clock, day(-3, "09:00"));
  await award(
    app,
    clock,
    buyer,
    awarded,
    "Anbudet förenar det lägsta jämförelsepriset med väntetider som de egna samtalsuppgifterna styrker.",
  );
  moveTo(clock, day(-3, "13:00"));
  await followUp(app, clock, buyer.contractManager, supplier, concluded, months);
  moveTo(clock, day(-3, "16:00"));
  const draft = await makeDraft(app, clock, buyer, {
    profile: "outsourced-customer-service-with-remote-agents",
    edits: [unfinishedEdits],
  });
  clock.nowUs = endUs;
  return { awarded, published, draft, concluded };
}

/** The vendor of the contract in force, which bids for the new one too. */
async function makeSupplier(app: Application): Promise<Respondent> {
  const vendor = exampleVendors.find(({ answersInExcel }) => answersInExcel);
  if (vendor === undefined) throw new Error("none of the example's vendors answers in Excel");
  return { vendor, person: await makeVendor(app, vendor) };
}

/** Fills in the whole response of a vendor, which is not submitted yet. */
async function respond(
  app: Application,
  clock: SettableClock,
  respondent: Respondent,
  tenderId: string,
): Promise<Respondent> {
  const { person, vendor } = respondent;
  const responseId = accepted(await startResponse(app, person, tenderId));
  const { content } = accepted(await readPublishedTender(app, person, tenderId));
  const answers = answersOf(vendor, content);
  if (vendor.answersInExcel) {
    await respondByWorkbook(app, clock, respondent, tenderId, answers);
  } else {
    await typeAnswers(app, clock, respondent, tenderId, answers);
    await typeStatements(app, clock, respondent, tenderId);
    await typePrices(app, clock, respondent, tenderId);
  }
  await attachProofs(app, clock, respondent, tenderId, content, answers);
  await handInCallRecords(app, clock, respondent, tenderId, responseId);
  await handInRecords(app, clock, respondent, tenderId);
  return respondent;
}

/** From the deadline to opened prices. */
async function evaluate(
  app: Application,
  clock: SettableClock,
  buyer: Buyer,
  tenderId: string,
  day: Calendar,
): Promise<void> {
  moveTo(clock, day(-20, "13:00"));
  await open(app, clock, buyer, tenderId, "quality");
  moveTo(clock, day(-19, "09:00"));
  await declareNoConflict(app, clock, buyer, tenderId);
  moveTo(clock, day(-18, "08:30"));
  await score(app, clock, buyer.evaluator, tenderId, 0);
  moveTo(clock, day(-17, "08:30"));
  await score(app, clock, buyer.secondEvaluator, tenderId, 1);
  moveTo(clock, day(-14, "09:00"));
  await agree(app, clock, buyer, tenderId);
  moveTo(clock, day(-12, "10:00"));
  await open(app, clock, buyer, tenderId, "price");
}

async function makePublished(
  app: Application,
  clock: SettableClock,
  buyer: Buyer,
  [first]: readonly Respondent[],
  day: Calendar,
): Promise<string> {
  moveTo(clock, day(-11, "09:00"));
  const tenderId = await makeDraft(app, clock, buyer, {
    profile: "24-7-hotline",
    edits: [hotlineEdits, dateEdits(day(35, "12:00"), day(150, "00:00"))],
  });
  moveTo(clock, day(-10, "10:00"));
  await publish(app, clock, buyer, tenderId);
  await askAndAnswer(app, clock, buyer, first, tenderId, hotlineQuestions, [
    day(-7, "09:00"),
    day(-6, "13:00"),
  ]);
  moveTo(clock, day(-4, "09:00"));
  if (first === undefined) return tenderId;
  accepted(await startResponse(app, first.person, tenderId));
  const { content } = accepted(await readPublishedTender(app, first.person, tenderId));
  const begun = answersOf(first.vendor, content).slice(0, 12);
  await typeAnswers(app, clock, first, tenderId, begun);
  return tenderId;
}
