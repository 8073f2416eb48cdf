import { formatMonth, formatPercent } from "#app/components/format.ts";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import type { SystemRow } from "#app/domain/availability/availability-page.ts";
import type { Translate } from "#app/i18n/translate.ts";

export const windowWords = (t: Translate, window: string): string =>
  window === "period" ? t("availability.wholePeriod") : formatMonth(window, t.language);

/** As many decimals as tell 99.499961 from 99.5. */
export const percent = (t: Translate, row: SystemRow | null): string =>
  row?.percent ? formatPercent(row.percent.decimal, t.language, { maxDecimals: 6 }) : "–";

export const systemWords = (t: Translate, system: string | null): string => system ?? t("availability.chain");

export const Verdict = ({ verdict }: { verdict: NonNullable<SystemRow["verdict"]> }) => (
  <VerdictMark verdict={verdict === "no_data" ? "no-data" : verdict} />
);
