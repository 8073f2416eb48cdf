import { formatQuantity } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { AnswerDefinition } from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import type { Answer } from "#app/domain/response/response.ts";

/** An answer in words, the same wherever it is shown. */
export function AnswerText({
  answer,
  requirement,
}: {
  readonly answer: Answer;
  /** `unit` names the unit of a number in words. */
  readonly requirement: { readonly answer: AnswerDefinition; readonly unit?: Text | null };
}) {
  const t = useTranslate();
  const asked = requirement.answer;
  const unitId = (asked.type === "number" && asked.unit) || "";
  const unit = unitId === "%" ? unitId : (requirement.unit?.[t.language] ?? unitId);
  switch (answer.type) {
    case "yes-no":
      return answer.value ? t("common.yes") : t("common.no");
    case "number":
      return <span className="tabular-nums">{formatQuantity(answer.value, unit, t.language)}</span>;
    case "choice":
      return answer.values
        .map(
          (value) =>
            (asked.type === "choice" &&
              asked.options.find((option) => option.value === value)?.[t.language]) ||
            value,
        )
        .join("; ");
    case "file":
      return `${answer.met ? t("common.yes") : t("common.no")}${answer.comment === "" ? "" : `. ${answer.comment}`}`;
    case "text":
      return <span className="whitespace-pre-line">{answer.value}</span>;
  }
}
