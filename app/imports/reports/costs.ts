import type { Costs } from "#app/domain/reports/costs.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import {
  hasColumn,
  mostCalls,
  neededCount,
  neededDecimal,
  neededPeriod,
} from "#app/imports/reports/report-cells.ts";

const mostCrowns = 999_999_999;

/** Cost and calls by period. */
export const costs: RecordKind<Costs> = {
  columns: [
    { name: "period", needed: true, aliases: ["månad", "month", "vecka", "week"] },
    { name: "cost_sek", needed: true, aliases: ["kostnad", "kostnad_sek", "kostnad kr", "cost"] },
    { name: "answered", needed: true, aliases: ["besvarade", "besvarade samtal", "answered calls"] },
    { name: "ivr_handled", aliases: ["hanterade av talsvar", "handled by ivr"] },
  ],
  tells: (columns) => columns.has("cost_sek") && columns.has("answered"),
  template: `vecka;kostnad kr;besvarade;hanterade av talsvar
2025-W10;184500,00;6120;840
2025-W11;181200,00;5990;815
`,
  read(cells) {
    const known = new Set<string>();
    const periods = cells.rows.flatMap((row) => {
      const period = neededPeriod(cells, row, "period");
      const cost = neededDecimal(cells, row, "cost_sek", mostCrowns);
      const answered = neededCount(cells, row, "answered", mostCalls);
      const handledByIvr = hasColumn(cells, "ivr_handled")
        ? neededCount(cells, row, "ivr_handled", mostCalls)
        : null;
      if (period !== null && known.has(period)) cells.fault("row_duplicate", row, null);
      if (period === null || cost === null || answered === null) return [];
      known.add(period);
      return [{ period, cost, answered, handledByIvr }];
    });
    return { periods: periods.sort((a, b) => (a.period < b.period ? -1 : 1)) };
  },
};
