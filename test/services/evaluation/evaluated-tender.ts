import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { lockQuality } from "#app/services/evaluation/lock-quality.ts";
import { lockScoreSheet } from "#app/services/evaluation/lock-score-sheet.ts";
import { saveScore } from "#app/services/evaluation/save-score.ts";
import { setConsensus } from "#app/services/evaluation/set-consensus.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import type { World } from "../../support/databases.ts";
import { accepted } from "../response/submitting.ts";
import { judgedTender, type OpenedTender, openedTender } from "./opened-tender.ts";

const requirement = "QUAL-001";

/** Takes an opened tender to `evaluated`: the first response gets the top level, the second the middle one or another. */
export async function evaluated(
  world: World,
  secondLevel = "level_1",
  content: PublishedTender = judgedTender,
): Promise<OpenedTender> {
  const tender = await openedTender(world, content);
  const { app } = world;
  const [first = "", second = ""] = tender.responses;
  for (const evaluator of tender.evaluators) {
    const score = (response: string, level: string) =>
      saveScore(app, evaluator, tender.tenderId, { response, requirement, level, comment: "" });
    accepted(await score(first, "level_2"));
    accepted(await score(second, secondLevel));
    accepted(await lockScoreSheet(app, evaluator, tender.tenderId));
  }
  const agree = (response: string, level: string) =>
    setConsensus(app, tender.chair, tender.tenderId, { response, requirement, level, reason: "" });
  accepted(await agree(first, "level_2"));
  accepted(await agree(second, secondLevel));
  accepted(await lockQuality(app, tender.chair, tender.tenderId));
  accepted(await lockQuality(app, tender.owner, tender.tenderId));
  for (const opener of tender.openers) accepted(await confirmOpening(app, opener, tender.tenderId, "price"));
  return tender;
}
