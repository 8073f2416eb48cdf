import type { Vocabulary } from "#app/documents/printed-tender.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

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
  if (evaluation.type === "added_value_deduction") {
    return {
      weightingDescription:
        "Jämförelsepris = p − Σ v · s: anbudspriset minus, för varje kriterium, dess belopp gånger den andel som anbudet får. Lägst vinner.",
      criteria: [
        { type: "price", name: "Anbudspris" },
        ...shoulds.map((should) => ({
          type: "quality",
          name: name(should),
          description: `Högst ${should.valueSek ?? "0"} SEK i avdrag från anbudspriset.`,
        })),
      ],
    };
  }
  const { priceWeight, priceBounds, weightTotal } = evaluation;
  const weight = weightTotal === "100" ? "percentageExact" : "pointsExact";
  const numbers = (points: string | null) => [{ number: Number(points ?? "0"), weight }];
  return {
    weightingDescription: `Poäng = max(0, M · (b − p) / (b − a)) + Σ w · s med M = ${priceWeight}, a = ${priceBounds.lower} SEK, b = ${priceBounds.upper} SEK. Flest vinner.`,
    criteria: [
      { type: "price", name: "Anbudspris", numbers: numbers(priceWeight) },
      ...shoulds.map((should) => ({
        type: "quality",
        name: name(should),
        numbers: numbers(should.weight),
      })),
    ],
  };
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
