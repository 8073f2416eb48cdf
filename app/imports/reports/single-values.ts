import { isSingleValueMetric } from "#app/domain/reports/single-value-metrics.ts";
import type { SingleValues } from "#app/domain/reports/single-values.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { dateIn, neededDecimal } from "#app/imports/reports/report-cells.ts";

const most = 999_999_999;

/** Values entered from tests, events and assessments: each with its date and where the proof is to be found. */
export const singleValues: RecordKind<SingleValues> = {
  columns: [
    { name: "metric", needed: true, aliases: ["mått", "measure"] },
    { name: "value", needed: true, aliases: ["värde"] },
    { name: "date", needed: true, aliases: ["datum"] },
    { name: "proof", needed: true, aliases: ["bevis"] },
  ],
  tells: (columns) => ["metric", "value", "proof"].every((column) => columns.has(column)),
  template: `mått;värde;datum;bevis
ups_autonomy_h;3,5;2025-02-11;Provprotokoll UPS 2025-02-11, s. 2
relogin_min;4;2025-03-02;Incidentrapport 17
`,
  read(cells) {
    const values = cells.rows.flatMap((row) => {
      const metric = cells.neededText(row, "metric");
      const value = neededDecimal(cells, row, "value", most);
      const date = dateIn(cells, row, "date");
      if (cells.text(row, "date") === null) cells.fault("value_missing", row, "date");
      const proof = cells.neededText(row, "proof");
      if (metric !== null && !isSingleValueMetric(metric))
        cells.fault("measure_unknown", row, "metric", { value: metric });
      return metric === null || value === null || date === null || proof === null
        ? []
        : [{ metric, value, date, proof }];
    });
    const orderOf = ({ metric, date }: (typeof values)[number]): string => `${metric} ${date}`;
    return {
      values: values.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0)),
    };
  },
};
