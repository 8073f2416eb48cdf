import { Link } from "react-router";
import { formatDateTime, formatDistance } from "#app/components/format.ts";
import { StageBar } from "#app/components/stage-bar.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Text } from "#app/domain/language.ts";
import type { NextStep } from "#app/domain/tender/next-step.ts";
import type { Stage } from "#app/domain/tender/stage.ts";

/** What a list shows of a tender. */
export interface TenderInList {
  readonly tenderId: string;
  readonly title: Text;
  readonly caseNumber: string;
  readonly buyer: string;
  readonly stage: Stage;
  readonly deadlineUs: number | null;
  readonly timezone: string;
  readonly next: NextStep;
}

/** A tender in a list: who buys what, until when, how far it has come, and what it waits for from the reader. */
export function TenderRow({ row, nowUs }: { readonly row: TenderInList; readonly nowUs: number }) {
  const t = useTranslate();
  const { deadlineUs, timezone, next } = row;
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-line border-b py-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link to={`/tenders/${row.tenderId}`} className="font-medium text-lg">
            {row.title[t.language]}
          </Link>
          {next !== null && <Tag tone="accent">{t(`start.next.${next}`)}</Tag>}
        </p>
        <p className="text-ink-quiet text-sm">
          {[row.buyer, row.caseNumber].filter(Boolean).join(" · ")}
          {deadlineUs !== null &&
            ` · ${t("start.deadline", {
              time: formatDateTime(deadlineUs, t.language, timezone),
              distance: formatDistance(deadlineUs, nowUs, t.language),
            })}`}
        </p>
      </div>
      <StageBar stage={row.stage} compact />
    </li>
  );
}
