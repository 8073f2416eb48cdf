import { readCancellation } from "#app/db/award.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { CancellationGround } from "#app/domain/award/cancellation-ground.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { worthIn } from "#app/domain/tender/model-units.ts";
import type { NextStep } from "#app/domain/tender/next-step.ts";
import { acknowledgedDependence, type SimulatedDependence } from "#app/domain/tender/simulated-dependence.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { type ExampleBid, workedExample } from "#app/domain/tender/worked-example.ts";
import type { Application } from "#app/services/application.ts";
import { readOwnHearing } from "#app/services/award/read-own-hearing.ts";
import { type EvaluationDocument, readPublishedTender } from "#app/services/tender/read-published-tender.ts";

export interface TenderOverview
  extends Pick<
    PublishedTender,
    | "title"
    | "description"
    | "caseNumber"
    | "buyer"
    | "contractMonths"
    | "estimatedValueSek"
    | "ceilingPriceSek"
    | "forbidNegativePrices"
    | "timezone"
    | "priceItems"
    | "evaluation"
  > {
  /** Null where the model is absolute: no bid's result depends on other bids. */
  readonly dependence: SimulatedDependence | null;
  readonly stage: Stage;
  readonly next: NextStep;
  readonly reports: readonly EvaluationDocument[];
  /** Nobody is signed in while responses are taken in: the reader may be a vendor without an account. */
  readonly mayRegister: boolean;
  readonly deadlineUs: number | null;
  readonly serverNowUs: number;
  readonly publishedUs: number;
  readonly contentSha256: string;
  readonly modelSha256: string;
  readonly mayCancel: boolean;
  /** The vendor was asked to explain its price and can still do so. */
  readonly toExplain: boolean;
  /** Why there will be no contract; null as long as there may be one. */
  readonly cancelled: {
    readonly atUs: number;
    readonly ground: CancellationGround;
    readonly reason: string;
  } | null;
  readonly musts: number;
  readonly shoulds: number;
  readonly areas: readonly { readonly name: Text; readonly requirements: readonly OverviewRequirement[] }[];
  readonly example: readonly ExampleBid[] | null;
}

export interface OverviewRequirement {
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  readonly text: Text;
  readonly proof: Text;
  readonly motive: Text;
  /** The measure as a sentence in the page's language. */
  readonly measure: string | null;
  /** Points or SEK at full share; null for a must. */
  readonly worth: string | null;
}

/** A published tender as everyone reads it. Faults: `not_found`, `wrong_stage`. */
export async function readTenderOverview(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<TenderOverview>> {
  const view = await readPublishedTender(app, actor, tenderId);
  if (!view.ok) return view;
  const { content, stage, deadlineUs, serverNowUs, next, reports, publishedUs, contentSha256, modelSha256 } =
    view.value;
  const { kind: _, profile: __, deadline: ___, simulation: ____, requirements, ...shown } = content;
  const cancelled = stage === "cancelled" ? await readCancellation(app.database.read, tenderId) : null;
  const musts = requirements.filter(({ level }) => level === "must").length;
  return success({
    ...shown,
    dependence: acknowledgedDependence(content),
    stage,
    next,
    reports,
    mayRegister: actor.kind === "anonymous" && stage === "published",
    deadlineUs,
    serverNowUs,
    publishedUs,
    contentSha256,
    modelSha256,
    mayCancel: view.value.mayCancel,
    toExplain: await isAskedToExplain(app, actor, tenderId, stage),
    cancelled: cancelled && {
      atUs: cancelled.decidedUs,
      ground: cancelled.record.ground,
      reason: cancelled.record.reason,
    },
    musts,
    shoulds: requirements.length - musts,
    areas: [...Map.groupBy(requirements, ({ area }) => area)].map(([area, own]) => ({
      name: app.catalogue.areas.get(area)?.name ?? { sv: area, en: area },
      requirements: own.map(({ id, level, title, text, proof, motive, measure, weight, valueSek }) => ({
        id,
        level,
        title,
        text,
        proof,
        motive,
        measure: measure && measureSentence(measure, app.catalogue, language),
        worth: worthIn(content.evaluation, { weight, valueSek }),
      })),
    })),
    example: workedExample(content),
  });
}

async function isAskedToExplain(
  app: Application,
  actor: Actor,
  tenderId: string,
  stage: Stage,
): Promise<boolean> {
  if (stage !== "evaluated" || actor.kind !== "person" || actor.organisation.kind !== "vendor") return false;
  const hearing = await readOwnHearing(app, actor, tenderId);
  return hearing.ok && hearing.value?.open === true;
}
