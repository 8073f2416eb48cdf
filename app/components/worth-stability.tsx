import { DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { ShownInterval } from "#app/domain/laboratory/examine-bids.ts";

/** Between which weights or SEK values the first stays first, and who takes over. Nothing without a sole winner. */
export function WorthStability({
  stability,
  points,
  nameOf,
  rivalOf,
}: {
  readonly stability: readonly ShownInterval[];
  readonly points: boolean;
  readonly nameOf: (criterion: string) => string;
  readonly rivalOf: (bid: string) => string;
}) {
  const t = useTranslate();
  if (stability.length === 0) return null;
  const limited = stability.filter(({ lowRival, highRival }) => lowRival !== null || highRival !== null);
  const others = stability.length - limited.length;
  const amount = (value: string) =>
    points
      ? formatNumber(value, t.language, { maxDecimals: 2 })
      : formatMoney(value, t.language, { maxDecimals: 0 });
  const limit = (value: string, rival: string | null) => (
    <>
      {amount(value)}
      {rival && (
        <span className="block text-ink-quiet text-sm">
          {t("laboratory.stability.rival", { rival: rivalOf(rival) })}
        </span>
      )}
    </>
  );
  return (
    <section aria-labelledby="stability">
      <h2 id="stability" className="text-xl">
        {t("laboratory.stability.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">
        {t(points ? "laboratory.stability.textPoints" : "laboratory.stability.textSek")}
      </p>
      {limited.length > 0 && (
        <DataTable
          caption={t("laboratory.stability.title")}
          captionHidden
          rows={limited}
          rowKey={({ criterion }) => criterion ?? ""}
          columns={[
            {
              id: "part",
              head: t("laboratory.stability.part"),
              cell: ({ criterion }) => (criterion === null ? t("laboratory.price") : nameOf(criterion)),
            },
            {
              id: "low",
              head: t("laboratory.stability.low"),
              numeric: true,
              cell: ({ low, lowRival }) => limit(low.decimal, lowRival),
            },
            {
              id: "now",
              head: t("laboratory.stability.now"),
              numeric: true,
              cell: ({ worth }) => <strong>{amount(worth.decimal)}</strong>,
            },
            {
              id: "high",
              head: t("laboratory.stability.high"),
              numeric: true,
              cell: ({ high, highRival }) =>
                high ? limit(high.decimal, highRival) : t("laboratory.stability.noLimit"),
            },
          ]}
        />
      )}
      {others > 0 && <p className="mt-2">{t("laboratory.stability.others", { count: others })}</p>}
    </section>
  );
}
