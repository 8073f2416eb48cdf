import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { formatMonth } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { MeasurementPage } from "#app/domain/measurement/measurement-page.ts";

/** No queue is called so. */
const allQueues = "*";

/** Which queue and month is looked at; nothing when there is no choice. */
export function MeasurementChoice({ page }: { readonly page: MeasurementPage }) {
  const t = useTranslate();
  const { queues, queue, months, month, breakdown } = page;
  if (queues.length < 2 && months.length < 2) return null;
  return (
    <Form method="get" className="mt-3 flex flex-wrap items-end gap-3 print:hidden">
      {queues.length > 1 && (
        <SelectField
          name="queue"
          label={t("measurement.queue")}
          defaultValue={queue}
          className="w-52"
          choices={[
            { value: allQueues, label: t("measurement.allQueues") },
            ...queues.map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
      {months.length > 1 && (
        <SelectField
          name="month"
          label={t("measurement.month")}
          defaultValue={month?.month}
          className="w-44"
          choices={months.map((each) => ({ value: each.month, label: formatMonth(each.month, t.language) }))}
        />
      )}
      <input type="hidden" name="figure" value={breakdown.figure} />
      <input type="hidden" name="by" value={breakdown.by} />
      <Button>{t("measurement.show")}</Button>
    </Form>
  );
}

export const queueWords = (queue: string, all: string): string => (queue === allQueues ? all : queue);
