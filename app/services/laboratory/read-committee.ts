import { revealedScores } from "#app/db/scoring.ts";
import type { JudgedScore, ScoreDoubt } from "#app/domain/evaluation/analysis/sampled-scores.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { type Agreement, agreementOf } from "#app/domain/evaluation/committee-agreement.ts";
import type { Leaning } from "#app/domain/evaluation/evaluator-leaning.ts";
import { judgedScores } from "#app/domain/evaluation/judged-scores.ts";
import type { EvaluationCaseFile } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { sampleScoresInWorker } from "#app/services/laboratory/run-in-worker.ts";
import { rankSeed, type ShownRanks, shownSamples } from "#app/services/laboratory/shown-ranks.ts";

/** A sample of scores is a whole evaluation; so many leave an error of one percentage point. */
const scoreSamples = 10_000;

export interface CommitteePage {
  readonly agreement: ShownAgreement;
  /** What other scores would have given; null where nobody judged, or there is nobody to rank. */
  readonly doubts: Readonly<Record<ScoreDoubt, ShownRanks>> | null;
}

type Coefficient = "alpha" | "w" | "iccOne" | "iccPanel";

interface ShownAgreement
  extends Omit<Agreement, Coefficient | "leanings">,
    Readonly<Record<Coefficient, Figure | null>> {
  readonly leanings: readonly (Omit<Leaning, "steps"> & { readonly steps: Figure | null })[];
}

interface Outcome {
  readonly content: TenderContent;
  readonly caseFile: EvaluationCaseFile;
  readonly base: AwardCase;
}

/** How far the evaluators agreed, and what the outcome would have been had they judged otherwise. Authorised by the caller. */
export async function readCommittee(
  app: Application,
  tenderId: string,
  { content: { requirements }, caseFile, base }: Outcome,
): Promise<CommitteePage> {
  const levels = await revealedScores(app.database.read, tenderId);
  const { alpha, w, iccOne, iccPanel, leanings, ...agreement } = agreementOf(requirements, levels);
  return {
    agreement: {
      ...agreement,
      alpha: alpha && figure(alpha),
      w: w && figure(w),
      iccOne: iccOne && figure(iccOne),
      iccPanel: iccPanel && figure(iccPanel),
      leanings: leanings.map(({ steps, ...leaning }) => ({ ...leaning, steps: steps && figure(steps) })),
    },
    doubts: await doubtsOf(app, caseFile, judgedScores(requirements, base.criteria, levels)),
  };
}

async function doubtsOf(
  { root }: Application,
  caseFile: EvaluationCaseFile,
  judged: readonly JudgedScore[],
): Promise<Readonly<Record<ScoreDoubt, ShownRanks>> | null> {
  if (judged.length === 0) return null;
  const task = { caseFile, judged, samples: scoreSamples, seed: rankSeed };
  const sampled = await sampleScoresInWorker(task, { root });
  if (sampled === null || sampled.one_step.counts.length < 2) return null;
  return {
    one_step: shownSamples(sampled.one_step),
    other_evaluators: shownSamples(sampled.other_evaluators),
  };
}
