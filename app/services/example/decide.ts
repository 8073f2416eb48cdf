import type { Person } from "#app/domain/account/actor.ts";
import type { Application } from "#app/services/application.ts";
import { confirmAward } from "#app/services/award/confirm-award.ts";
import { proposeAward } from "#app/services/award/propose-award.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { lockQuality } from "#app/services/evaluation/lock-quality.ts";
import { lockScoreSheet } from "#app/services/evaluation/lock-score-sheet.ts";
import { readConsensusBoard } from "#app/services/evaluation/read-consensus-board.ts";
import { readScoreSheet } from "#app/services/evaluation/read-score-sheet.ts";
import { saveScore } from "#app/services/evaluation/save-score.ts";
import { setConsensus } from "#app/services/evaluation/set-consensus.ts";
import { accepted } from "#app/services/example/accepted.ts";
import { judgementOf } from "#app/services/example/judgements.ts";
import type { Buyer } from "#app/services/example/make-tender.ts";
import { pass, type SettableClock } from "#app/services/example/settable-clock.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import { declareConflict } from "#app/services/opening/declare-conflict.ts";

/** Two openers confirm, a few minutes apart. */
export async function open(
  app: Application,
  clock: SettableClock,
  { opener, secondOpener }: Buyer,
  tenderId: string,
  part: "quality" | "price",
): Promise<void> {
  for (const person of [opener, secondOpener]) {
    pass(clock, 4 * 60);
    accepted(await confirmOpening(app, person, tenderId, part));
  }
}

/** Everyone who is about to read responses states that they have no tie to a bidder. */
export async function declareNoConflict(
  app: Application,
  clock: SettableClock,
  { chair, evaluator, secondEvaluator, observer, finance }: Buyer,
  tenderId: string,
): Promise<void> {
  for (const person of [chair, evaluator, secondEvaluator, observer, finance]) {
    pass(clock, 10 * 60);
    accepted(await declareConflict(app, person, tenderId, false));
  }
}

/** An evaluator fills in the own sheet, alone, and locks it. */
export async function score(
  app: Application,
  clock: SettableClock,
  evaluator: Person,
  tenderId: string,
  place: 0 | 1,
): Promise<void> {
  const { requirements } = accepted(await readScoreSheet(app, evaluator, tenderId));
  for (const { requirement, rows } of requirements) {
    for (const { response, vendor } of rows) {
      pass(clock, 6 * 60);
      const { levels, comments } = judgementOf(vendor, requirement);
      const [level, comment] = [levels[place], comments[place]];
      accepted(
        await saveScore(app, evaluator, tenderId, { response, requirement: requirement.id, level, comment }),
      );
    }
  }
  pass(clock, 15 * 60);
  accepted(await lockScoreSheet(app, evaluator, tenderId));
}

/** The committee talks about each answer; the chair writes down what it agrees on, and two people lock it. */
export async function agree(
  app: Application,
  clock: SettableClock,
  { chair, owner }: Buyer,
  tenderId: string,
): Promise<void> {
  const { requirements } = accepted(await readConsensusBoard(app, chair, tenderId));
  for (const { requirement, rows } of requirements) {
    for (const { response, vendor } of rows) {
      pass(clock, 2 * 60);
      const { agreed: level, reason } = judgementOf(vendor, requirement);
      accepted(
        await setConsensus(app, chair, tenderId, { response, requirement: requirement.id, level, reason }),
      );
    }
  }
  for (const person of [chair, owner]) {
    pass(clock, 30 * 60);
    accepted(await lockQuality(app, person, tenderId));
  }
}

/** The owner proposes what the evaluation leads to; the approver reads the same and decides it. */
export async function award(
  app: Application,
  clock: SettableClock,
  { owner, approver }: Buyer,
  tenderId: string,
  statement: string,
): Promise<void> {
  pass(clock, 30 * 60);
  accepted(await proposeAward(app, owner, tenderId, { sentBy: "electronic", statement }));
  pass(clock, 90 * 60);
  const { proposal } = accepted(await readAward(app, approver, tenderId));
  accepted(await confirmAward(app, approver, tenderId, proposal?.sha256 ?? ""));
}
