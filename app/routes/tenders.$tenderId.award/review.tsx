import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { formatDay } from "#app/components/format.ts";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage } from "#app/services/award/read-award.ts";
import type { Refused } from "./refused.ts";

/** What is known of a court's review, and where to record it. */
export function Review({
  decided: { reviews, signFrom },
  mayRecord,
  refused,
}: {
  readonly decided: NonNullable<AwardPage["decided"]>;
  readonly mayRecord: boolean;
  readonly refused: Refused;
}) {
  const t = useTranslate();
  const own = refused?.sent.intent === "review" ? refused : undefined;
  if (reviews.length === 0 && !mayRecord) return null;
  return (
    <section aria-labelledby="review" className="max-w-measure">
      <h2 id="review" className="mb-2 text-xl">
        {t("award.review.title")}
      </h2>
      {reviews.length === 0 ? (
        <p className="text-ink-quiet">{t("award.review.none")}</p>
      ) : (
        <ul className="mb-3 flex flex-col gap-1">
          {reviews.map(({ event, on, court }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is known is only ever added to
            <li key={index}>{t(`award.review.${event}`, { date: formatDay(on, t.language), court })}</li>
          ))}
        </ul>
      )}
      {mayRecord && (
        <details key={reviews.length} open={own !== undefined} className="mt-2 print:hidden">
          <summary className="text-accent">{t("award.review.record")}</summary>
          <Form method="post" className="mt-3 flex flex-col items-start gap-5">
            <input type="hidden" name="intent" value="review" />
            <RadioGroup
              name="event"
              label={t("award.review.event")}
              faults={own?.faults ?? []}
              defaultValue={own?.sent.event ?? (signFrom === null ? "judged" : "applied")}
              choices={[
                { value: "applied", label: t("award.review.isApplied") },
                { value: "judged", label: t("award.review.isJudged"), hint: t("award.review.isJudgedHint") },
              ]}
            />
            <TextField
              name="on"
              type="date"
              className="w-44"
              label={t("award.review.on")}
              faults={own?.faults ?? []}
              defaultValue={own?.sent.on ?? ""}
            />
            <TextField
              name="court"
              className="w-72 max-w-full"
              label={t("award.review.court")}
              faults={own?.faults ?? []}
              defaultValue={own?.sent.court ?? ""}
            />
            <Button>{t("award.review.save")}</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
