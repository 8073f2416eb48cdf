import { Button } from "#app/components/button.tsx";
import { RadioGroup, SelectField } from "#app/components/choice-field.tsx";
import { FaultText } from "#app/components/field.tsx";
import { formatDate, formatDateTime, formatNumber } from "#app/components/format.ts";
import { isPassing } from "#app/components/saving-action.ts";
import { NumberField, TextArea, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { useAutosave } from "#app/components/use-autosave.ts";
import type { AnswerDefinition } from "#app/domain/catalogue/requirement.ts";
import type { Fault } from "#app/domain/fault.ts";
import type { Question } from "#app/services/response/read-questions.ts";
import type { Outcome } from "./outcome.ts";

const typingPauseMs = 1200;

interface AnswerProps {
  readonly question: Question;
  readonly faults: readonly Fault[];
  readonly disabled: boolean;
}

/** The answer's own form, which saves by itself. */
export function AnswerForm({
  question,
  faults,
  disabled,
  timezone,
}: AnswerProps & { readonly timezone: string }) {
  const t = useTranslate();
  const { fetcher, answer, pending, props } = useAutosave<Outcome>({ disabled, pauseMs: typingPauseMs });
  const own = answer?.faults ?? faults;
  const savedUs = answer?.savedUs ?? null;
  const passing = own.find(isPassing);
  return (
    <fetcher.Form method="post" {...props}>
      <input type="hidden" name="requirement" value={question.id} />
      <input type="hidden" name="seen" value={question.seenUs ?? ""} />
      <AnswerInput question={question} faults={own} disabled={disabled} />
      <p role="status" className="mt-1 min-h-5 text-ink-quiet text-sm">
        {pending
          ? t("response.saving")
          : passing !== undefined
            ? t.fault(passing)
            : answer === undefined
              ? null
              : savedUs === null
                ? t("response.notSaved")
                : t("response.saved", { time: timeOfDay(savedUs, t.language, timezone) })}
      </p>
      {!disabled && (
        <noscript>
          <Button>{t("common.save")}</Button>
        </noscript>
      )}
    </fetcher.Form>
  );
}

/** "kl. 14.32", "at 14:32": the part of a date and time after the date. */
const timeOfDay = (us: number, language: "sv" | "en", zone: string): string =>
  formatDateTime(us, language, zone).slice(formatDate(us, language, zone).length + 1);

function AnswerInput({ question, faults, disabled }: AnswerProps) {
  const t = useTranslate();
  const { id, definition, entered } = question;
  const [first = ""] = entered.values;
  const field = { name: `answers.${id}`, faults, disabled };
  const yesOrNo = [
    { value: "yes", label: t("common.yes") },
    { value: "no", label: t("common.no") },
  ];
  switch (definition.type) {
    case "yes-no":
      return (
        <RadioGroup {...field} label={t("response.question.answer")} choices={yesOrNo} defaultValue={first} />
      );
    case "number":
      return (
        <NumberField
          {...field}
          label={t("response.question.answer")}
          hint={<Range definition={definition} />}
          defaultValue={t.language === "sv" ? first.replace(".", ",") : first}
          {...(question.unit === null ? {} : { unit: question.unit })}
        />
      );
    case "choice":
      return definition.multiple ? (
        <ManyOptions {...field} definition={definition} chosen={entered.values} />
      ) : (
        <SelectField
          {...field}
          label={t("response.question.choose")}
          defaultValue={first}
          choices={[
            { value: "", label: t("response.question.none") },
            ...definition.options.map((option) => ({ value: option.value, label: option[t.language] })),
          ]}
        />
      );
    case "file":
      return (
        <div className="flex flex-col gap-3">
          <RadioGroup {...field} label={t("response.question.met")} choices={yesOrNo} defaultValue={first} />
          <TextField
            name={`comments.${id}`}
            label={t("response.question.comment")}
            hint={t("response.question.commentHint")}
            optional
            disabled={disabled}
            defaultValue={entered.comment}
          />
        </div>
      );
    case "text":
      return <TextArea {...field} label={t("response.question.answer")} defaultValue={first} />;
  }
}

function Range({ definition }: { definition: Extract<AnswerDefinition, { type: "number" }> }) {
  const t = useTranslate();
  const { min, max, decimals } = definition;
  const number = (value: string) => formatNumber(value, t.language);
  const bounds =
    min !== null && max !== null
      ? t("response.question.range", { min: number(min), max: number(max) })
      : min !== null
        ? t("response.question.atLeast", { min: number(min) })
        : max !== null
          ? t("response.question.atMost", { max: number(max) })
          : null;
  const places =
    decimals === 0 ? t("response.question.whole") : t("response.question.decimals", { count: decimals });
  return [bounds, places].filter((part) => part !== null).join(", ");
}

/** Any number of options; the summary of faults links to the first. */
function ManyOptions({
  name,
  definition,
  chosen,
  faults,
  disabled,
}: {
  readonly name: string;
  readonly definition: Extract<AnswerDefinition, { type: "choice" }>;
  readonly chosen: readonly string[];
  readonly faults: readonly Fault[];
  readonly disabled: boolean;
}) {
  const t = useTranslate();
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 font-medium">{t("response.question.chooseMany")}</legend>
      <FaultText id={`${name}-fault`} faults={faults.filter((fault) => fault.place?.field === name)} />
      <div className="flex flex-col gap-2">
        {definition.options.map((option, index) => (
          <label key={option.value} className="flex gap-3">
            <input
              type="checkbox"
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            {option[t.language]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
