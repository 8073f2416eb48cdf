import { type Scored, shareOfWeight } from "#app/domain/evaluation/tender/share-of-weight.ts";
import type { CellState, MeasuredValue } from "#app/domain/evaluation/tender-evaluation.ts";
import { keyFigureIds } from "#app/domain/measurement/key-figures.ts";
import { type Fraction, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface ShouldShare {
  readonly state: CellState;
  readonly share: Fraction;
  /** What the share was read from. */
  readonly basis: "answer" | "score" | "measured";
  readonly scored: Scored | null;
}

const keyFigures: ReadonlySet<string> = new Set(keyFigureIds);

/** Whether points come from call records instead of the answer: use is `award`, and call records give the metric. */
export const isScoredByMeasurement = ({ useOfMeasurement, measure }: TenderRequirement): boolean =>
  useOfMeasurement === "award" && measure !== null && keyFigures.has(measure.metric);

/**
 * The share of the weight that a response earns on a should. Without a readable answer, level or value it is 0, and the
 * state says why.
 */
export function shouldShare(
  requirement: TenderRequirement,
  answer: Answer | null,
  committeeLevel: string | null,
  measured: MeasuredValue | null,
): ShouldShare {
  const { scoring } = requirement;
  if (isScoredByMeasurement(requirement)) {
    const value = measured?.value ?? null;
    return shared(requirement, "measured", value === null ? null : numberOf(value), "no_data");
  }
  if (answer === null) return nothing("answer", "missing");
  if (committeeLevel !== null && scoring.type === "levels") {
    return shared(requirement, "score", { values: [committeeLevel] }, "not_judged");
  }
  switch (answer.type) {
    case "yes-no":
      return shared(requirement, "answer", { values: [answer.value ? "yes" : "no"] }, "missing");
    case "number":
      return shared(requirement, "answer", numberOf(answer.value), "missing");
    case "choice":
      return shared(
        requirement,
        "answer",
        answer.values.length === 0 ? null : { values: answer.values },
        "missing",
      );
    case "file":
      // "Not met" by the vendor's own word needs no judgement.
      return answer.met
        ? nothing("score", "not_judged")
        : { state: "answered", share: zero, basis: "answer", scored: { values: ["not_met"] } };
    case "text":
      return nothing("score", answer.value.trim() === "" ? "missing" : "not_judged");
  }
}

const nothing = (basis: ShouldShare["basis"], state: CellState): ShouldShare => ({
  state,
  share: zero,
  basis,
  scored: null,
});

function numberOf(text: string): Scored | null {
  const number = parseDecimal(text);
  return number === null ? null : { number };
}

function shared(
  { scoring }: TenderRequirement,
  basis: ShouldShare["basis"],
  scored: Scored | null,
  otherwise: CellState,
): ShouldShare {
  const share = scored === null ? null : shareOfWeight(scoring, scored);
  return share === null ? nothing(basis, otherwise) : { state: "answered", share, basis, scored };
}
