import { Link } from "react-router";
import { formatDateTime, formatDistance } from "#app/components/format.ts";
import { StageBar } from "#app/components/stage-bar.tsx";
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

/** A tender in a list: who buys what, what it waits for from the reader, how far it has come, and until when. */
export function TenderRow({ row, nowUs }: { readonly row: TenderInList; readonly nowUs: number }) {
  const t = useTranslate();
  const { deadlineUs, timezone, next } = row;
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-line border-b py-4 sm:grid-cols-[1fr_12rem_13rem]">
      <div className="min-w-0">
        <Link to={`/tenders/${row.tenderId}`} className="font-medium text-lg">
          {row.title[t.language] || t("tender.untitled")}
        </Link>
        <p className="text-ink-quiet text-sm">{[row.buyer, row.caseNumber].filter(Boolean).join(" · ")}</p>
        {next !== null && <p className="mt-1 font-medium text-accent text-sm">{t(`tender.next.${next}`)}</p>}
      </div>
      <StageBar stage={row.stage} compact />
      <p className="text-sm">
        {deadlineUs === null ? (
          <span className="text-ink-quiet">{t("tender.list.noDeadline")}</span>
        ) : (
          <>
            {formatDateTime(deadlineUs, t.language, timezone)}
            <span className="block text-ink-quiet">{formatDistance(deadlineUs, nowUs, t.language)}</span>
          </>
        )}
      </p>
    </li>
  );
}
