import { DataTable } from "#app/components/data-table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { languages } from "#app/domain/language.ts";
import type { AwardPage } from "#app/services/award/read-award.ts";

/** Every bidder's letter. */
export function Letters({ page: { bids, outcome, tenderId } }: { page: AwardPage }) {
  const t = useTranslate();
  const won = (response: string) => outcome.type === "winner" && outcome.response === response;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" className="mb-1 text-xl">
        {t("award.letters.title")}
      </h2>
      <p className="mb-3 text-ink-quiet">{t("award.letters.lead")}</p>
      <DataTable
        caption={t("award.letters.title")}
        captionHidden
        rows={bids}
        rowKey={({ response }) => response}
        columns={[
          { id: "bidder", head: t("award.bidder"), cell: ({ bidder }) => bidder },
          {
            id: "outcome",
            head: t("award.decision.title"),
            cell: ({ response, admission }) =>
              won(response) ? (
                <Tag tone="positive">{t("award.letters.winner")}</Tag>
              ) : (
                t(admission === "admitted" ? "award.letters.loser" : "award.excluded")
              ),
          },
          {
            id: "letter",
            head: t("award.letters.letter"),
            cell: ({ response }) => (
              <span className="flex gap-4">
                {languages.map((language) => (
                  <a
                    key={language}
                    href={`/tenders/${tenderId}/award/letter/${response}?lang=${language}`}
                    download
                  >
                    {t(`tender.documents.${language}`)}
                  </a>
                ))}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
