import { formatMoney, formatNumber, formatPercent } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { Question } from "#app/services/response/read-questions.ts";
import { AnswerForm } from "./answer-field.tsx";
import { ProofSlot } from "./proof-slot.tsx";

/** A requirement with its level, what it is worth, what an answer leads to, the answer and the proof beside it. */
export function QuestionSection({
  question,
  faults,
  disabled,
  timezone,
  fileBase,
}: {
  readonly question: Question;
  readonly faults: readonly Fault[];
  readonly disabled: boolean;
  readonly timezone: string;
  readonly fileBase: string;
}) {
  const t = useTranslate();
  const { id, level, consequence, state } = question;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="kept-together scroll-mt-4 rounded-md border border-line bg-surface p-4 sm:p-6"
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-quiet text-sm">
        <LevelLabel level={level} />
        <span className="tabular-nums">{id}</span>
        <Worth worth={question.worth} />
        <span className="ms-auto">
          {state === "answered" ? (
            <Tag tone={consequence === "none" ? "positive" : "warning"}>{t(`response.states.${state}`)}</Tag>
          ) : (
            <Tag tone={level === "must" ? "danger" : "neutral"}>{t(`response.states.${state}`)}</Tag>
          )}
        </span>
      </div>
      <h2 id={`${id}-title`} className="text-lg">
        {question.title}
      </h2>
      <p className="mt-1 max-w-measure">{question.text}</p>
      <Background question={question} />
      <div className="mt-4 grid gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <AnswerForm question={question} faults={faults} disabled={disabled} timezone={timezone} />
          <ConsequenceLine question={question} />
        </div>
        <ProofSlot question={question} faults={faults} disabled={disabled} fileBase={fileBase} />
      </div>
    </section>
  );
}

function Worth({ worth }: Pick<Question, "worth">) {
  const t = useTranslate();
  if (worth === null) return null;
  return (
    <span>
      {worth.type === "points"
        ? t("response.worthPoints", { value: formatNumber(worth.value, t.language) })
        : formatMoney(worth.value, t.language)}
    </span>
  );
}

/** What the answer leads to: first the rule, then what follows from the answer as it stands. */
function ConsequenceLine({ question }: { question: Question }) {
  const t = useTranslate();
  const { level, consequence, state, definition } = question;
  const mayBeNo = definition.type === "yes-no" || definition.type === "file";
  const now = state !== "answered" || consequence === "none" ? null : consequence;
  return (
    <p className="mt-3 max-w-measure border-line-strong border-l-2 pl-3 text-ink-quiet text-sm">
      <WorthLine worth={question.worth} />
      {t(`response.question.${level}${mayBeNo ? "No" : "Missing"}`)}
      {now !== null && (
        <strong className="block font-semibold text-danger">
          {t(now === "rejection" ? "response.question.nowRejection" : "response.question.nowNoValue")}
        </strong>
      )}
    </p>
  );
}

function WorthLine({ worth }: Pick<Question, "worth">) {
  const t = useTranslate();
  if (worth === null) return null;
  return worth.type === "points"
    ? `${t("response.question.worthPoints", { value: formatNumber(worth.value, t.language) })} `
    : `${t("response.question.worthSek", { value: formatMoney(worth.value, t.language) })} `;
}

function Background({ question: { motive, measure, anchors } }: { question: Question }) {
  const t = useTranslate();
  return (
    <div className="mt-2 flex max-w-measure flex-col gap-1 text-sm">
      {measure && (
        <p>
          <span className="text-ink-quiet">{t("response.question.measured")}: </span>
          {measure}
        </p>
      )}
      {anchors.length > 0 && (
        <details>
          <summary className="text-accent">{t("response.question.anchors")}</summary>
          <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {anchors.map(({ share, text }) => (
              <div key={`${share} ${text}`} className="contents">
                <dt className="text-end font-medium tabular-nums">
                  {formatPercent(percentOf(share), t.language)}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <details>
        <summary className="text-accent">{t("response.question.why")}</summary>
        <p className="mt-1">{motive}</p>
      </details>
    </div>
  );
}

/** A share 0–1 as percent, by moving the point: "0.25" is "25". */
function percentOf(share: string): string {
  const [whole = "0", decimals = ""] = share.split(".");
  const digits = `${whole}${decimals.padEnd(2, "0")}`;
  const split = whole.length + 2;
  const rest = digits.slice(split);
  return digits.slice(0, split).replace(/^0+(?=\d)/, "") + (rest === "" ? "" : `.${rest}`);
}
