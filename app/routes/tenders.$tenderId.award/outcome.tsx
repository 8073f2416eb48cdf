import { DataTable } from "#app/components/data-table.tsx";
import { formatMoney } from "#app/components/format.ts";
import { formatFigure, qualityHead, scoreHead } from "#app/components/model-figures.ts";
import { Notice } from "#app/components/notice.tsx";
import { reasonWords } from "#app/components/reason-words.ts";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage, RankedBid } from "#app/services/award/read-award.ts";

/** What the evaluation leads to, and the ranking that says so. */
export function Outcome({ page }: { page: AwardPage }) {
  const t = useTranslate();
  const { bids, order, units, outcome } = page;
  const nameOf = (response: string) => bids.find((bid) => bid.response === response)?.bidder ?? response;
  return (
    <section aria-labelledby="ranking">
      {page.decided === null && <Leading page={page} />}
      <h2 id="ranking" className={`mb-3 text-xl ${page.decided === null ? "mt-6" : ""}`}>
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
            head: t(qualityHead(units)),
            numeric: true,
            cell: ({ quality }) => formatFigure(quality, units.worth, t.language),
          },
          {
            id: "score",
            head: t(scoreHead(units)),
            numeric: true,
            cell: ({ score }) => (score === null ? "–" : formatFigure(score, units.score, t.language)),
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

function Leading({ page: { outcome, bids, units } }: { page: AwardPage }) {
  const t = useTranslate();
  switch (outcome.type) {
    case "winner": {
      const winner = bids.find(({ response }) => response === outcome.response);
      const figures = {
        result: t(scoreHead(units)),
        score: formatFigure(winner?.score ?? "", units.score, t.language),
        price: formatMoney(winner?.price ?? "", t.language),
      };
      return (
        <Notice tone="positive" title={t("award.outcome.winner", { name: winner?.bidder ?? "" })}>
          {t("award.outcome.figures", figures)}
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
