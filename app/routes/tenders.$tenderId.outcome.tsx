import { ButtonLink } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { formatDateTime, formatDay } from "#app/components/format.ts";
import { formatFigure, qualityHead, scoreHead } from "#app/components/model-figures.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { reasonWords } from "#app/components/reason-words.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { ScoreUnit, WorthUnit } from "#app/domain/tender/model-units.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import type { OwnAward, OwnCancellation } from "#app/services/award/read-own-outcome.ts";
import { readOwnOutcome } from "#app/services/award/read-own-outcome.ts";
import type { Route } from "./+types/tenders.$tenderId.outcome";

export const loader = guarded("outcome.read-own", async ({ app, actor, params }) =>
  expectValue(await readOwnOutcome(app, actor, param(params, "tenderId"))),
);

export default function Outcome({ loaderData: outcome, params }: Route.ComponentProps) {
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("award.own.title")}
        lead={t("award.own.lead")}
        action={
          outcome.hasLetter && (
            <ButtonLink
              variant="primary"
              reloadDocument
              download
              to={`/tenders/${params.tenderId}/outcome/letter?lang=${t.language}`}
            >
              {t("award.own.letter")}
            </ButtonLink>
          )
        }
      />
      {outcome.type === "cancelled" ? <Cancelled outcome={outcome} /> : <Awarded outcome={outcome} />}
    </>
  );
}

function Cancelled({ outcome }: { outcome: OwnCancellation }) {
  const t = useTranslate();
  return (
    <div className="max-w-measure">
      <Notice tone="warning" title={t("award.cancel.cancelled")}>
        <p>{t(`award.cancel.grounds.${outcome.ground}`)}</p>
        <p className="mt-1 whitespace-pre-line">{outcome.reason}</p>
        <p className="mt-1 text-ink-quiet">
          {t("award.cancel.cancelledAt", {
            time: formatDateTime(outcome.atUs, t.language, outcome.timezone),
          })}
        </p>
      </Notice>
    </div>
  );
}

function Awarded({ outcome }: { outcome: OwnAward }) {
  const t = useTranslate();
  const { own, won, winner, standstill } = outcome;
  const day = (date: string) => formatDay(date, t.language);
  if (own === null) {
    return (
      <EmptyState title={t("award.own.none")}>
        <p>{t("award.own.noneText")}</p>
        <p className="mt-1">{t("award.own.lostText", { winner })}</p>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <div className="max-w-measure">
        <Notice
          tone={won ? "positive" : "info"}
          title={t(won ? "award.own.won" : own.admitted ? "award.own.lost" : "award.own.rejected")}
        >
          {won
            ? t("award.own.wonText", { date: day(standstill.signFrom) })
            : t("award.own.lostText", { winner })}
        </Notice>
        {own.reasons.length > 0 && (
          <section className="mt-6">
            <h2 className="mb-2 text-xl">{t("award.own.reasons")}</h2>
            <ul className="list-disc pl-5">
              {own.reasons.map((reason) => (
                <li key={reason}>{reasonWords(t, reason)}</li>
              ))}
            </ul>
          </section>
        )}
        <p className="mt-4">
          {t("award.proposal.lastDay")} <strong>{day(standstill.lastDay)}</strong>.{" "}
          {t("award.standstill.lengthText", { days: standstill.days, date: day(standstill.sentOn) })}
        </p>
      </div>
      <Compared outcome={outcome} own={own} />
    </div>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly most: string | null;
  readonly own: string | null;
  readonly winning: string | null;
  readonly reason: string;
  readonly unit: WorthUnit | ScoreUnit;
}

/** Own bid against the winning one, criterion by criterion, down to what decided. */
function Compared({ outcome, own }: { outcome: OwnAward; own: NonNullable<OwnAward["own"]> }) {
  const t = useTranslate();
  const { units, won, criteria, winning } = outcome;
  const show = ({ unit }: Line, value: string | null) =>
    value === null ? "–" : formatFigure(value, unit, t.language);
  const sum = (id: string, name: string, key: keyof typeof winning, unit: Line["unit"]): Line => ({
    id,
    name,
    most: null,
    own: own.figures[key],
    winning: winning[key],
    reason: "",
    unit,
  });
  const lines: Line[] = [
    ...criteria.map(({ requirement, title, ...line }) => ({
      id: requirement,
      name: title[t.language],
      unit: units.worth,
      ...line,
    })),
    sum("quality", t(qualityHead(units)), "quality", units.worth),
    sum("price", t("evaluation.comparison.price"), "price", "sek"),
    sum("score", t(scoreHead(units)), "score", units.score),
  ];
  return (
    <DataTable
      caption={t("award.ranking")}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      chosen={({ id }) => id === "score"}
      columns={[
        {
          id: "criterion",
          head: t("award.own.criterion"),
          cell: ({ name, reason }) => (
            <>
              {name}
              {reason !== "" && <span className="block font-normal text-ink-quiet text-sm">{reason}</span>}
            </>
          ),
        },
        { id: "most", head: t("award.own.most"), numeric: true, cell: (line) => show(line, line.most) },
        { id: "own", head: t("award.own.your"), numeric: true, cell: (line) => show(line, line.own) },
        ...(won
          ? []
          : [
              {
                id: "winning",
                head: t("award.own.winning"),
                numeric: true,
                cell: (line: Line) => show(line, line.winning),
              },
            ]),
      ]}
    />
  );
}
