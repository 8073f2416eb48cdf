import type { Actor } from "#app/domain/account/actor.ts";
import { availabilityRequirementOf } from "#app/domain/availability/availability-requirement.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { AnswerDefinition, Measure } from "#app/domain/catalogue/requirement.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { differs, distancesToBest } from "#app/domain/evaluation/tender/distance.ts";
import { readOpenedFigure } from "#app/domain/evaluation/tender/opened-figure.ts";
import type {
  Decision,
  EvaluationCell,
  Figure,
  ResponseEvaluation,
} from "#app/domain/evaluation/tender-evaluation.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import { type KeyFigureUnit, keyFigureUnit } from "#app/domain/measurement/key-figures.ts";
import { staffingRequirements } from "#app/domain/staffing/staffing-value.ts";
import { type ModelUnits, unitsOf } from "#app/domain/tender/model-units.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";

export interface ComparedVendor
  extends Pick<
    ResponseEvaluation,
    "response" | "admission" | "reasons" | "price" | "quality" | "score" | "rank"
  > {
  readonly name: string;
  /** Place in the tender's list of vendors: its colour and pattern. */
  readonly index: number;
  readonly distance: Figure | null;
  readonly winner: boolean;
}

type Cell = Omit<EvaluationCell, "explanation">;

/** Pages of a response's measurements, by their addresses. */
type MeasuredAt = "measurement" | "availability" | "staffing" | "reports";

export interface ComparisonPage {
  readonly units: ModelUnits;
  readonly modelSha256: string;
  /** Best first; those that are not admitted last. */
  readonly vendors: readonly ComparedVendor[];
  readonly decidedBy: readonly Decision[];
  readonly rows: readonly {
    readonly requirement: Pick<
      TenderRequirement,
      "id" | "area" | "level" | "title" | "answer" | "weight" | "valueSek"
    > & { readonly unit: Text | null };
    /** What measured data are held against, and the page that shows how; null where that page tells the limit. */
    readonly limit: {
      readonly comparator: string;
      readonly threshold: string;
      readonly unit: KeyFigureUnit;
    } | null;
    readonly measuredAt: MeasuredAt;
    /** In the order of `vendors`. */
    readonly cells: readonly Cell[];
  }[];
  readonly requirementCount: number;
  /** The number that is opened on the page, when one is asked for. */
  readonly opened: {
    readonly vendor: string;
    readonly requirement: string | null;
    readonly explanation: Explanation;
  } | null;
}

export interface ComparisonQuery {
  readonly onlyDifferences: boolean;
  /** `<response>` for the whole score, `<response>.<requirement>` for a cell. */
  readonly open: string | null;
}

/** The comparison as its page shows it: ranking, matrix and one opened number. Faults as `evaluateResponses`. */
export async function readComparison(
  app: Application,
  actor: Actor,
  tenderId: string,
  { onlyDifferences, open }: ComparisonQuery,
): Promise<Result<ComparisonPage>> {
  const compared = await evaluateResponses(app, actor, tenderId);
  if (!compared.ok) return compared;
  const { content, evaluation, vendors: named, modelSha256 } = compared.value;
  const place = new Map(evaluation.order.flat().map((response, index) => [response, index]));
  const ordered = [...evaluation.responses].sort(
    (a, b) => (place.get(a.response) ?? place.size) - (place.get(b.response) ?? place.size),
  );
  const distances = distancesToBest(evaluation);
  const indexOf = new Map(named.map(({ response }, index) => [response, index]));
  const nameOf = new Map(named.map(({ response, name }) => [response, name]));
  const figure = open === null ? null : readOpenedFigure(evaluation, open);
  return success({
    units: unitsOf(content.evaluation),
    modelSha256,
    vendors: ordered.map(({ response, admission, reasons, price, quality, score, rank }) => ({
      response,
      admission,
      reasons,
      price,
      quality,
      score,
      rank,
      name: nameOf.get(response) ?? response,
      index: indexOf.get(response) ?? 0,
      distance: distances.get(response) ?? null,
      winner: evaluation.winner === response,
    })),
    decidedBy: evaluation.decidedBy,
    rows: content.requirements
      .filter(({ id }) => !onlyDifferences || differs(evaluation, id))
      .map(({ id, area, level, title, answer, weight, valueSek, measure }) => ({
        requirement: {
          id,
          area,
          level,
          title,
          answer,
          weight,
          valueSek,
          unit: unitOf(answer, app.catalogue),
        },
        limit: measure && limitOf(id, measure),
        measuredAt: measuredAt(id, measure),
        cells: ordered.flatMap(({ cells }) =>
          cells.filter(({ requirement }) => requirement === id).map(({ explanation: _, ...cell }) => cell),
        ),
      })),
    requirementCount: content.requirements.length,
    opened: figure && { ...figure, vendor: nameOf.get(figure.response) ?? figure.response },
  });
}

function limitOf(id: string, measure: Measure): ComparisonPage["rows"][number]["limit"] {
  const held = definitionOfMeasure(id, measure);
  if (held !== null)
    return { comparator: held.comparator, threshold: held.target, unit: keyFigureUnit(held.metric) };
  const { comparator, threshold } = measure;
  const percent = ["availability", "staffing"].includes(measuredAt(id, measure));
  return percent && comparator !== null && threshold !== null ? { comparator, threshold, unit: "%" } : null;
}

/** Calls are shown where they are measured; what no other page decides comes from reports. */
function measuredAt(id: string, measure: Measure | null): MeasuredAt {
  if (measure === null || definitionOfMeasure(id, measure) !== null) return "measurement";
  if (availabilityRequirementOf(id, measure) !== null) return "availability";
  return staffingRequirements([{ id, measure }]).length > 0 ? "staffing" : "reports";
}

const unitOf = (answer: AnswerDefinition, { units }: Catalogue): Text | null =>
  (answer.type === "number" && answer.unit !== null && units.get(answer.unit)?.plural) || null;
