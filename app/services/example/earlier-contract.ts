import { Temporal } from "temporal-polyfill";
import type { Person } from "#app/domain/account/actor.ts";
import { type CallCentre, callRecords } from "#app/domain/example/call-centre.ts";
import { incidentLogFile } from "#app/domain/example/operations.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import type { Application } from "#app/services/application.ts";
import { confirmConclusion } from "#app/services/award/confirm-conclusion.ts";
import { proposeConclusion } from "#app/services/award/propose-conclusion.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { accepted } from "#app/services/example/accepted.ts";
import { agree, award, declareNoConflict, open, score } from "#app/services/example/decide.ts";
import { switchboardEdits, switchboardPriceEdits } from "#app/services/example/draft-edits.ts";
import { type Buyer, dateEdits, makeDraft, publish } from "#app/services/example/make-tender.ts";
import { answersOf, attachProofs, type Respondent, received, submit } from "#app/services/example/respond.ts";
import { respondByWorkbook } from "#app/services/example/respond-by-workbook.ts";
import {
  type Calendar,
  exampleZone,
  microsecondsAt,
  moveTo,
  pass,
  type SettableClock,
} from "#app/services/example/settable-clock.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { readPublishedTender } from "#app/services/tender/read-published-tender.ts";

const text = (sv: string, en: string) => ({ sv, en });

const earlierEdits: readonly DraftEdit[] = [
  {
    type: "set-facts",
    facts: {
      title: text("Telefonisttjänst, gällande avtal", "Telephone answering, current contract"),
      description: text(
        "Påhittat exempel. Avtalet som gäller tills den nya upphandlingen är klar, följt månad för månad.",
        "Invented example. The contract in force until the new tender is done, followed month by month.",
      ),
      caseNumber: "KS 2025/88",
    },
  },
];

/** How well the crew was staffed each month, oldest first: the second and third month miss what was promised. */
const staffing = [2.9, 2.02, 1.78] as const;

/** The first days of the three months whose records can have come by then, oldest first. */
export function reportedMonths(endUs: number): readonly Temporal.PlainDate[] {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(endUs / 1000))
    .toZonedDateTimeISO(exampleZone)
    .toPlainDate();
  const last = today.with({ day: 1 }).subtract({ months: today.day < 8 ? 2 : 1 });
  return staffing.map((_, index) => last.subtract({ months: staffing.length - 1 - index }));
}

/** An earlier tender of the same service, from draft to a signed contract with one bidder. */
export async function concludeEarlier(
  app: Application,
  clock: SettableClock,
  buyer: Buyer,
  respondent: Respondent,
  day: Calendar,
  startsOn: string,
): Promise<string> {
  const { person, vendor } = respondent;
  moveTo(clock, day(-320, "09:00"));
  const tenderId = await makeDraft(app, clock, buyer, {
    profile: "municipal-switchboard",
    edits: [
      switchboardEdits,
      earlierEdits,
      switchboardPriceEdits,
      dateEdits(day(-280, "12:00"), `${startsOn}T00:00`),
    ],
  });
  moveTo(clock, day(-318, "10:00"));
  await publish(app, clock, buyer, tenderId);

  moveTo(clock, day(-300, "09:00"));
  accepted(await startResponse(app, person, tenderId));
  const { content } = accepted(await readPublishedTender(app, person, tenderId));
  const answers = answersOf(vendor, content);
  await respondByWorkbook(app, clock, respondent, tenderId, answers);
  await attachProofs(app, clock, respondent, tenderId, content, answers);
  await submit(app, clock, respondent, tenderId);

  moveTo(clock, day(-280, "13:00"));
  await open(app, clock, buyer, tenderId, "quality");
  moveTo(clock, day(-279, "09:00"));
  await declareNoConflict(app, clock, buyer, tenderId);
  moveTo(clock, day(-278, "08:30"));
  await score(app, clock, buyer.evaluator, tenderId, 0);
  moveTo(clock, day(-277, "08:30"));
  await score(app, clock, buyer.secondEvaluator, tenderId, 1);
  moveTo(clock, day(-273, "09:00"));
  await agree(app, clock, buyer, tenderId);
  moveTo(clock, day(-272, "10:00"));
  await open(app, clock, buyer, tenderId, "price");
  moveTo(clock, day(-270, "09:00"));
  await award(app, clock, buyer, tenderId, "Det enda anbudet uppfyller alla skall-krav.");
  moveTo(clock, day(-250, "09:00"));
  await conclude(app, clock, buyer, tenderId, day(-250, "09:00").slice(0, 10), startsOn);
  return tenderId;
}

/** The owner states that the contract has been signed, and the approver confirms it. */
async function conclude(
  app: Application,
  clock: SettableClock,
  { owner, approver }: Buyer,
  tenderId: string,
  signedOn: string,
  startsOn: string,
): Promise<void> {
  accepted(
    await proposeConclusion(app, owner, tenderId, { signedOn, startsOn, exception: "", noReview: true }),
  );
  pass(clock, 45 * 60);
  const { concluding } = accepted(await readAward(app, approver, tenderId));
  accepted(await confirmConclusion(app, approver, tenderId, concluding?.sha256 ?? ""));
}

/** The contract manager brings the records of each month: calls, and the log of incidents. */
export async function followUp(
  app: Application,
  clock: SettableClock,
  manager: Person,
  { vendor }: Respondent,
  tenderId: string,
  months: readonly Temporal.PlainDate[],
): Promise<void> {
  for (const [index, first] of months.entries()) {
    const name = first.toString().slice(0, 7);
    const firstMidnight = new Date(microsecondsAt(`${first.toString()}T00:00`) / 1000);
    const centre: CallCentre = {
      ...vendor.centre,
      seed: vendor.centre.seed + 100 + index,
      staffing: staffing[index] ?? vendor.centre.staffing,
    };
    const calls = callRecords(centre, firstMidnight, first.dayOfWeek - 1, first.daysInMonth);
    pass(clock, 10 * 60);
    const { id } = accepted(
      await attachCallRecords(app, manager, tenderId, received(`samtal-${name}.csv`, Buffer.from(calls))),
    );
    pass(clock, 60);
    const settings = { zone: exampleZone, clock: "arrival" } as const;
    const { ended } = accepted(await importCalls(app, manager, tenderId, id, settings));
    await ended;
    const log = incidentLogFile(
      { ...vendor.operations, seed: vendor.operations.seed + 100 + index },
      firstMidnight,
      first.daysInMonth,
    );
    const file = received(`incidentlogg-${name}.csv`, Buffer.from(log));
    pass(clock, 60);
    const attached = accepted(await attachRecords(app, manager, tenderId, file));
    pass(clock, 60);
    accepted(await acceptRecords(app, manager, tenderId, attached.id, exampleZone));
  }
}
