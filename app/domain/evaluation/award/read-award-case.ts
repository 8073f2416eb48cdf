import type {
  AwardCase,
  AwardModel,
  Bid,
  Criterion,
  Gates,
  TieBreak,
} from "#app/domain/evaluation/award/award-case.ts";
import {
  type AwardModelName,
  type AwardModelReader,
  awardModels,
  type BidNeed,
} from "#app/domain/evaluation/award/award-models.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { compare, equal, type Fraction, sum } from "#app/domain/money/fraction.ts";
import { tieBreakRules } from "#app/domain/tender/tender.ts";

/** More bids than any procurement has; beyond it a file is taken for a mistake. */
const mostBids = 20_000;
/** Each new maximum may lengthen the common denominator of all scores. */
const mostCriteria = 2000;
/** Each year lengthens the denominator of a present value. */
const mostYears = 200;

/** Reads params and bids of an award model; params that an analysis adds are asked for by the analysis itself. */
export function readAwardCase(name: AwardModelName, params: Fields, bidFields: readonly Fields[]): AwardCase {
  const { read, needs, scoresPoints = false }: AwardModelReader = awardModels[name];
  const criteria = params.has("criteria") ? params.objects("criteria", readCriterion) : [];
  checkUnique(
    params,
    "criteria",
    criteria.map(({ id }) => id),
  );
  const gates = readGates(params, criteria);
  // The only rule there is for an optional answer that was not given: it counts 0.
  params.oneOf("missing", ["zero"], "zero");
  const model = read(params);
  const declared = params.optionalDecimal("weight_total");
  const weights =
    model.weights.length > 0 && needs.some((need) => need === "L" || need === "technical")
      ? model.weights
      : [...model.weights, ...criteria.map(({ weight }) => weight)];
  if (declared && !equal(sum(weights), declared)) params.fault("weights_do_not_add_up", "weight_total");
  if (model.weightsBelow && compare(sum(criteria.map(({ weight }) => weight)), model.weightsBelow) >= 0) {
    params.fault("weights_too_high", "criteria");
  }
  if (model.namedCriterion && !criteria.some(({ id }) => id === model.namedCriterion)) {
    params.fault("unknown_criterion", "decision");
  }
  if (criteria.length > mostCriteria) params.fault("too_many_criteria", "criteria");
  if (bidFields.length > mostBids) params.faults.push({ code: "too_many_bids", place: { field: "bids" } });
  const bids = bidFields.map((fields) =>
    readBid(fields, { criteria, must: gates.must, needs, model, declaresCriteria: params.has("criteria") }),
  );
  if (scoresPoints && !params.has("criteria") && bids.some(({ points }) => points.size > 0))
    params.fault("missing_field", "criteria");
  return { model, criteria, gates, tieBreak: readTieBreak(params), bids };
}

function readCriterion(fields: Fields): Criterion {
  return {
    id: fields.text("id"),
    weight: fields.decimal("weight", "not_negative"),
    max: fields.decimal("max", "positive"),
    min: fields.optionalDecimal("min", "not_negative"),
    group: fields.has("group") ? fields.text("group") : null,
  };
}

function readGates(params: Fields, criteria: readonly Criterion[]): Gates {
  const groups = params.has("groups")
    ? params.objects("groups", (fields) => ({
        id: fields.text("id"),
        minShare: fields.decimal("min_share", "not_negative"),
      }))
    : [];
  const known = new Set(groups.map(({ id }) => id));
  checkUnique(
    params,
    "groups",
    groups.map(({ id }) => id),
  );
  criteria.forEach(({ group }, i) => {
    if (group !== null && known.size > 0 && !known.has(group))
      params.fault("unknown_group", `criteria[${i}].group`);
  });
  const must = params.has("must") ? params.texts("must") : [];
  checkUnique(params, "must", must);
  return {
    must,
    ceilingPrice: params.optionalDecimal("ceiling_price", "not_negative"),
    forbidNegativeItems: params.flag("forbid_negative_items", false),
    groups,
    minTotalQuality: params.optionalDecimal("min_total_quality"),
  };
}

function readTieBreak(params: Fields): TieBreak {
  if (!params.has("tie_break")) return { rules: [], seed: null };
  const fields = params.object("tie_break");
  const rules = fields.list("rules", (value, path) => {
    const known = tieBreakRules.find((rule) => rule === value);
    if (known === undefined) fields.faults.push({ code: "unknown_value", place: { field: path } });
    return known ?? "lottery";
  });
  const seed = fields.has("seed") ? fields.text("seed") : null;
  fields.finish();
  return { rules, seed };
}

interface Expected {
  readonly criteria: readonly Criterion[];
  readonly declaresCriteria: boolean;
  readonly must: readonly string[];
  readonly needs: readonly BidNeed[];
  readonly model: AwardModel;
}

function readBid(fields: Fields, { criteria, declaresCriteria, must, needs, model }: Expected): Bid {
  const needsQuality = needs.includes("L") && criteria.length === 0;
  const points = fields.has("points") ? readAnswers(fields.object("points")) : new Map();
  if (declaresCriteria)
    checkAgainst(fields, "points", points, new Map(criteria.map(({ id, max }) => [id, max])));
  const features =
    needs.includes("features") && fields.has("features") ? readAnswers(fields.object("features")) : new Map();
  checkAgainst(fields, "features", features, model.featureMaxima ?? new Map());
  const yearlyCosts = needs.includes("yearly_cost") ? fields.decimals("yearly_cost") : [];
  if (yearlyCosts.length > mostYears) fields.fault("too_many_years", "yearly_cost");
  return {
    id: fields.text("id"),
    price: needs.includes("price") || fields.has("price") ? fields.decimal("price", "not_negative") : null,
    points,
    must: fields.has("must") ? readMusts(fields.object("must"), must) : new Map(),
    items: fields.has("items") ? fields.decimals("items") : [],
    quality: needsQuality || fields.has("L") ? fields.decimal("L", "not_negative") : null,
    technical: needs.includes("technical") ? fields.decimal("technical", "not_negative") : null,
    yearlyCosts,
    features,
  };
}

/** A null is an answer that was not given, like a field that is not there. */
function readAnswers(fields: Fields): Map<string, Fraction> {
  const given = fields.names().filter((id) => fields.has(id));
  return new Map(given.map((id) => [id, fields.decimal(id, "not_negative")]));
}

function checkAgainst(
  fields: Fields,
  name: string,
  given: Bid["points"],
  maxima: ReadonlyMap<string, Fraction>,
): void {
  for (const [id, value] of given) {
    const max = maxima.get(id);
    if (max === undefined) fields.fault("unknown_criterion", `${name}.${id}`);
    else if (compare(value, max) > 0) fields.fault("points_above_max", `${name}.${id}`);
  }
}

function readMusts(fields: Fields, known: readonly string[]): Map<string, boolean> {
  const answered = fields.names().filter((id) => fields.has(id));
  for (const id of answered) if (!known.includes(id)) fields.fault("unknown_must", id);
  return new Map(answered.map((id) => [id, fields.flag(id, false)]));
}

function checkUnique(params: Fields, name: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  ids.forEach((id, i) => {
    if (seen.has(id)) params.fault("duplicate_id", `${name}[${i}]`);
    seen.add(id);
  });
}
