import type { Vocabulary } from "#app/documents/printed-tender.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type {
  EvaluationModel,
  PriceFunction,
  TenderContent,
  TenderRequirement,
} from "#app/domain/tender/tender.ts";

/** The musts: what a bid has to meet. Ids are those of the requirements. Numbers are numbers only here, at the border. */
export const qualificationCriteria = ({ requirements }: TenderContent) =>
  requirements
    .filter(({ level }) => level === "must")
    .map((requirement) => ({
      id: requirement.id,
      title: requirement.title.sv,
      description: requirement.text.sv,
      relatesToTenderer: requirement.useOfMeasurement === "qualification",
      requirementGroups: [
        {
          id: `${requirement.id}-1`,
          requirements: [{ id: requirement.id, title: requirement.title.sv, ...expectation(requirement) }],
        },
      ],
    }));

/** What is expected of an answer. Bounds of the schema are inclusive: a strict one is said in words. */
function expectation({ answer, measure }: TenderRequirement) {
  switch (answer.type) {
    case "yes-no":
      return { dataType: "boolean", expectedValue: true };
    case "number":
      return { dataType: "number", ...bounds(measure, answer.min, answer.max) };
    case "choice":
    case "file":
    case "text":
      return { dataType: "string" };
  }
}

function bounds(measure: Measure | null, min: string | null, max: string | null) {
  const limit = measure?.role === "limit" ? measure : null;
  const threshold = limit?.threshold ?? null;
  const lower = limit?.comparator === ">=" || limit?.comparator === "between" ? threshold : min;
  const upper =
    limit?.comparator === "<=" ? threshold : limit?.comparator === "between" ? limit.thresholdUpper : max;
  const strict =
    limit?.comparator === ">" ? "strängt över" : limit?.comparator === "<" ? "strängt under" : null;
  return {
    ...(lower === null ? {} : { minValue: Number(lower) }),
    ...(upper === null ? {} : { maxValue: Number(upper) }),
    ...(strict === null ? {} : { description: `${strict} ${threshold}` }),
  };
}

/** The shoulds with what they are worth. No code of the schema says kronor, so amounts stand in words. */
export function awardCriteria(content: TenderContent) {
  const { evaluation } = content;
  const shoulds = content.requirements.filter(({ level }) => level === "should");
  const name = ({ id, title }: TenderRequirement): string => `${id} ${title.sv}`;
  const price = { type: "price", name: "Anbudspris" };
  if (evaluation.type === "added_value_deduction" || evaluation.type === "lowest_price") {
    return {
      weightingDescription: modelSentence(evaluation),
      criteria: [
        price,
        ...shoulds.map((should) => ({
          type: "quality",
          name: name(should),
          description: `Högst ${should.valueSek ?? "0"} SEK i avdrag från anbudspriset.`,
        })),
      ],
    };
  }
  const weight = evaluation.weightTotal === "100" ? "percentageExact" : "pointsExact";
  const numbers = (points: string | null) => [{ number: Number(points ?? "0"), weight }];
  const priced = evaluation.type === "weighted_points" ? { numbers: numbers(evaluation.priceWeight) } : {};
  return {
    weightingDescription: modelSentence(evaluation),
    criteria: [
      ...(evaluation.type === "fixed_price_quality_only" ? [] : [{ ...price, ...priced }]),
      ...shoulds.map((should) => ({
        type: "quality",
        name: name(should),
        numbers: numbers(should.weight),
      })),
    ],
  };
}

function modelSentence(model: EvaluationModel): string {
  switch (model.type) {
    case "added_value_deduction":
      return "Jämförelsepris = p − Σ v · s: anbudspriset minus, för varje kriterium, dess belopp gånger den andel som anbudet får. Lägst vinner.";
    case "lowest_price":
      return "Lägst anbudspris vinner.";
    case "threshold_lowest_price":
      return `Lägst anbudspris vinner av de anbud där Σ w · s är minst ${model.minQuality}.`;
    case "fixed_price_quality_only":
      return `Priset är ${model.fixedPriceSek} SEK för alla. Poäng = Σ w · s. Flest vinner.`;
    case "quality_price_ratio":
      return `Resultat = 1000000 · Σ w · s / p, av de anbud där Σ w · s är minst ${model.minQuality}. Högst vinner.`;
    case "weighted_points":
      return `Poäng = ${pricePoints(model.priceFunction)} + Σ w · s med M = ${model.priceWeight}${numbersOf(model.priceFunction)}. Flest vinner.`;
  }
}

function pricePoints(priceFunction: PriceFunction): string {
  switch (priceFunction.type) {
    case "linear_fixed_bounds":
      return "max(0, M · (b − p) / (b − a))";
    case "inverse_proportional":
      return "M · lägsta p / p";
    case "linear_from_lowest":
      return "M · (1 − k · (p − lägsta p) / lägsta p)";
  }
}

function numbersOf(priceFunction: PriceFunction): string {
  switch (priceFunction.type) {
    case "linear_fixed_bounds":
      return `, a = ${priceFunction.lower} SEK, b = ${priceFunction.upper} SEK`;
    case "inverse_proportional":
      return ", lägsta p av alla anbud som jämförs";
    case "linear_from_lowest":
      return `, k = ${priceFunction.slope}, lägsta p av alla anbud som jämförs`;
  }
}

/** Service levels as targets of the contract; a metric has the id of its requirement for its whole life. */
export const serviceTargets = (content: TenderContent, { metrics, units }: Vocabulary) =>
  content.requirements.flatMap(({ id, title, measure }) => {
    if (measure === null) return [];
    const metric = metrics.get(measure.metric);
    const formula = metric?.variants.find((variant) => variant.id === measure.variant)?.formula;
    const unit = units.get(measure.unit)?.plural.sv ?? measure.unit;
    return [
      {
        id,
        title: title.sv,
        description: `${measure.variant}: ${formula ?? metric?.formula ?? ""}`,
        observations: [
          {
            id: `${id}-target`,
            // P1 is per cent in the list of UN/CEFACT; other units have their name.
            unit: measure.unit === "%" ? { name: unit, scheme: "UNCEFACT", id: "P1" } : { name: unit },
            dimensions: {
              window: measure.window,
              timezone: measure.timezone,
              ...(measure.comparator === null ? {} : { comparator: measure.comparator }),
              ...(measure.thresholdUpper === null ? {} : { upper: measure.thresholdUpper }),
            },
            ...(measure.threshold === null
              ? { notes: "Redovisas, utan gräns" }
              : { measure: measure.threshold }),
          },
        ],
      },
    ];
  });
