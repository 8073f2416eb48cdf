import { DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { reasonWords } from "#app/components/reason-words.ts";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage, RankedBid } from "#app/services/award/read-award.ts";

/** What the evaluation leads to, and the ranking that says so. */
export function Outcome({ page }: { page: AwardPage }) {
  const t = useTranslate();
  const { bids, order, inSek, outcome } = page;
  const amount = (value: string) =>
    inSek ? formatMoney(value, t.language) : formatNumber(value, t.language);
  const nameOf = (response: string) => bids.find((bid) => bid.response === response)?.bidder ?? response;
  return (
    <section aria-labelledby="ranking">
      {page.decided === null && <Leading page={page} />}
      <h2 id="ranking" className="mt-6 mb-3 text-xl">
        {t("award.ranking")}
      </h2>
      <DataTable
        caption={t("award.ranking")}
        captionHidden
        rows={bids}
        rowKey={({ response }) => response}
        chosen={({ response }) => outcome.type === "winner" && outcome.response === response}
        columns={[
          { id: "bidder", head: t("award.bidder"), cell: (bid) => <Named bid={bid} outcome={outcome} /> },
          { id: "place", head: t("award.place"), numeric: true, cell: ({ place }) => place ?? "–" },
          {
            id: "price",
            head: t("evaluation.comparison.price"),
            numeric: true,
            cell: ({ price }) => (price === null ? "–" : formatMoney(price, t.language)),
          },
          {
            id: "quality",
            head: t(inSek ? "evaluation.comparison.added" : "evaluation.comparison.quality"),
            numeric: true,
            cell: ({ quality }) => amount(quality),
          },
          {
            id: "score",
            head: t(inSek ? "evaluation.comparison.comparisonPrice" : "evaluation.comparison.points"),
            numeric: true,
            cell: ({ score }) => (score === null ? "–" : amount(score)),
          },
        ]}
      />
      <ul className="mt-3 flex flex-col gap-1 text-ink-quiet text-sm">
        {order.map(({ better, worse, rule }) => (
          <li key={`${better} ${worse}`}>
            {t("evaluation.comparison.decidedBy", {
              better: nameOf(better),
              worst: nameOf(worse),
              rule: t(`evaluation.comparison.rule.${rule ?? "none"}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Named({ bid, outcome }: { bid: RankedBid; outcome: AwardPage["outcome"] }) {
  const t = useTranslate();
  return (
    <span className="flex flex-wrap items-center gap-2">
      {bid.bidder}
      {outcome.type === "winner" && outcome.response === bid.response && (
        <Tag tone="positive">{t("evaluation.comparison.winner")}</Tag>
      )}
      {bid.admission !== "admitted" && (
        <>
          <Tag tone={bid.admission === "excluded" ? "danger" : "warning"}>
            {t(bid.admission === "excluded" ? "award.excluded" : "evaluation.comparison.clarification")}
          </Tag>
          <ul className="w-full font-normal text-sm">
            {bid.reasons.map((reason) => (
              <li key={reason}>{reasonWords(t, reason)}</li>
            ))}
          </ul>
        </>
      )}
    </span>
  );
}

function Leading({ page: { outcome, bids, inSek } }: { page: AwardPage }) {
  const t = useTranslate();
  switch (outcome.type) {
    case "winner": {
      const winner = bids.find(({ response }) => response === outcome.response);
      const figures = {
        score: inSek
          ? formatMoney(winner?.score ?? "", t.language)
          : formatNumber(winner?.score ?? "", t.language),
        price: formatMoney(winner?.price ?? "", t.language),
      };
      return (
        <Notice tone="positive" title={t("award.outcome.winner", { name: winner?.bidder ?? "" })}>
          {t(inSek ? "award.outcome.winnerPrice" : "award.outcome.winnerPoints", figures)}
        </Notice>
      );
    }
    case "tied": {
      const names = bids.filter(({ response }) => outcome.responses.includes(response));
      return (
        <Notice
          tone="warning"
          title={t("award.outcome.tied", { names: names.map(({ bidder }) => bidder).join(", ") })}
        >
          {t("award.outcome.tiedText")}
        </Notice>
      );
    }
    case "undecided":
      return (
        <Notice tone="warning" title={t("award.outcome.undecided")}>
          {t("award.outcome.undecidedText")}
        </Notice>
      );
    case "no_admitted_bid":
      return (
        <Notice tone="warning" title={t("award.outcome.no_admitted_bid")}>
          {t("award.outcome.noBidText")}
        </Notice>
      );
  }
}
