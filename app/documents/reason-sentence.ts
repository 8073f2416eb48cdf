import type { reasonSentences } from "#app/documents/reason-sentences.ts";
import { fill } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

type ReasonWords = { readonly [K in keyof typeof reasonSentences]: string };

const plainReasons: Readonly<Record<string, keyof ReasonWords>> = {
  ceiling_price: "reason_ceiling_price",
  "must:abnormally_low:failed": "reason_abnormally_low",
  min_total_quality: "reason_min_quality",
  negative_item_price: "reason_negative_price",
  "must:tender_price:failed": "reason_tender_price",
};

/** The words of a reason code of the evaluation; the code itself when it is a new one. */
export function reasonSentence(
  reason: string,
  content: TenderContent,
  language: Language,
  words: ReasonWords,
): string {
  const plain = plainReasons[reason];
  if (plain !== undefined) return words[plain];
  const [, isPrice, id = "", outcome] = /^must:(unit_price:)?(.+):(missing|failed)$/.exec(reason) ?? [];
  if (outcome === undefined) return reason;
  const missing = outcome === "missing";
  if (isPrice !== undefined) {
    const item = content.priceItems.find((one) => one.id === id)?.name[language] ?? id;
    return fill(missing ? words.reason_unit_price_missing : words.reason_unit_price_failed, { item });
  }
  const title = content.requirements.find((one) => one.id === id)?.title[language];
  const requirement = title === undefined ? id : `${id} ${title}`;
  return fill(missing ? words.reason_must_missing : words.reason_must_failed, { requirement });
}
