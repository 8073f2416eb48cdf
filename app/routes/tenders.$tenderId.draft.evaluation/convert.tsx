import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { NumberField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { EvaluationData } from "./page-data.ts";

/** Between the two models in which every krona and every point keep their worth, without changing any ranking. */
export function Convert({ data: { choice, version, upperBound } }: { data: EvaluationData }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const toPoints = choice === "added_value_deduction";
  if (!toPoints && choice !== "linear_fixed_bounds") return null;
  return (
    <details className="rounded-md border border-line p-4">
      <summary className="font-medium">
        {toPoints ? t("tender.evaluation.toPoints") : t("tender.evaluation.toSek")}
      </summary>
      <p className="my-3 max-w-measure text-ink-quiet">{t("tender.evaluation.sameRanking")}</p>
      <Form method="post" className="grid gap-4 sm:grid-cols-3">
        <input type="hidden" name="version" value={version} />
        {toPoints && (
          <>
            <NumberField
              name="evaluation.lower"
              label={t("tender.evaluation.lower")}
              unit="kr"
              defaultValue="0"
              faults={faults}
            />
            <NumberField
              name="evaluation.upper"
              label={t("tender.evaluation.upper")}
              unit="kr"
              defaultValue={upperBound}
              faults={faults}
            />
            <NumberField
              name="evaluation.sekPerPoint"
              label={t("tender.evaluation.sekPerPoint")}
              unit="kr"
              defaultValue="20000"
              faults={faults}
            />
          </>
        )}
        <div className="sm:col-span-3">
          <Button name="intent" value={toPoints ? "to-points" : "to-sek"}>
            {toPoints ? t("tender.evaluation.convertPoints") : t("tender.evaluation.convertSek")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
