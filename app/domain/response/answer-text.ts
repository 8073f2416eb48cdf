import type { Language } from "#app/domain/language.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { yesNoWords } from "#app/domain/response/workbook-form.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** An answer in the words that the response workbook uses, for a difference to be read beside it. */
export function answerText(
  requirement: Pick<TenderRequirement, "answer">,
  answer: Answer,
  language: Language,
): string {
  const yesNo = (value: boolean) => (value ? yesNoWords[language].yes : yesNoWords[language].no);
  switch (answer.type) {
    case "yes-no":
      return yesNo(answer.value);
    case "number":
      return language === "sv" ? answer.value.replace(".", ",") : answer.value;
    case "choice": {
      const asked = requirement.answer;
      const options = asked.type === "choice" ? asked.options : [];
      return answer.values
        .map((value) => options.find((option) => option.value === value)?.[language] ?? value)
        .join("; ");
    }
    case "file":
      return [yesNo(answer.met), answer.comment].filter((part) => part !== "").join(". ");
    case "text":
      return answer.value;
  }
}
