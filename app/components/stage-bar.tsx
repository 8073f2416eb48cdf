import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { type Stage, stages } from "#app/domain/tender/stage.ts";

/** The way of a tender, the same bar everywhere. `compact` for rows of a list: the steps as strokes, one word. */
export function StageBar({ stage, compact = false }: { readonly stage: Stage; readonly compact?: boolean }) {
  const t = useTranslate();
  // Cancelled is no step on the way: it takes the place of what would have followed.
  const way = stages.filter((step) => (step === "cancelled" ? stage === step : true));
  const now = way.indexOf(stage);
  const state = (index: number) =>
    stage === "cancelled"
      ? index === now
        ? "now"
        : "skipped"
      : index < now
        ? "done"
        : index === now
          ? "now"
          : "ahead";
  if (compact)
    return <CompactBar words={t(`common.stage.${stage}`)} states={way.map((_, index) => state(index))} />;
  return (
    <nav aria-label={t("common.stageBar")} className="-mt-4 mb-6 border-line border-b pb-3 print:block">
      <ol className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {way.map((step, index) => (
          <li
            key={step}
            aria-current={index === now ? "step" : undefined}
            className={`flex items-center gap-1.5 ${
              index === now ? "font-semibold text-ink" : "text-ink-quiet max-sm:hidden"
            }`}
          >
            <StepMark state={state(index)} />
            {index === now && <span className="sm:hidden">{`${index + 1}/${way.length} `}</span>}
            {t(`common.stage.${step}`)}
            {state(index) === "done" && <span className="sr-only">({t("common.stageDone")})</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

type StepState = "done" | "now" | "ahead" | "skipped";

function StepMark({ state }: { state: StepState }) {
  if (state === "done") return <Icon name="check" className="text-accent" />;
  const form = state === "now" ? "border-accent bg-accent" : "border-line-strong";
  return <span aria-hidden="true" className={`size-2.5 rounded-full border-2 ${form}`} />;
}

function CompactBar({ words, states }: { words: string; states: readonly StepState[] }) {
  const colours = { done: "bg-accent", now: "bg-ink", ahead: "bg-line", skipped: "bg-line" };
  return (
    <span className="inline-flex flex-col gap-1">
      <span className="font-medium text-sm">{words}</span>
      <span aria-hidden="true" className="flex gap-0.5">
        {states.map((state, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have a fixed order
          <span key={index} className={`h-1.5 w-4 ${colours[state]}`} />
        ))}
      </span>
    </span>
  );
}
