import type { Translate } from "#app/i18n/translate.ts";

/** Why a bid is rejected, in words: `must:<requirement>:missing` and its kin. */
export function reasonWords(t: Translate, reason: string): string {
  const [, subject = "", item = "", state = ""] = reason.split(":");
  if (!reason.startsWith("must:")) return t.named(`evaluation.reason.${reason}`);
  if (subject === "unit_price") return t.named(`evaluation.reason.unit_price_${state}`, { item });
  if (subject === "abnormally_low") return t("evaluation.reason.abnormally_low");
  if (subject === "tender_price") return t("evaluation.reason.tender_price_failed");
  return t.named(`evaluation.reason.${item}`, { requirement: subject });
}
