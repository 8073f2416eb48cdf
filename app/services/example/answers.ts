import type { NumberAnchor, Scoring } from "#app/domain/catalogue/requirement.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { ExampleVendor } from "#app/services/example/vendors.ts";

/** What an invented vendor answers: musts are met, shoulds as its ambition says; null is left unanswered. */
export function exampleAnswer(requirement: TenderRequirement, vendor: ExampleVendor): Answer | null {
  const { answer, scoring, level } = requirement;
  if (level === "should" && vendor.withoutAnswer.includes(requirement.id)) return null;
  const low = level === "should" && vendor.ambition === "low";
  switch (answer.type) {
    case "yes-no":
      return { type: "yes-no", value: true };
    case "number":
      return {
        type: "number",
        value: vendor.promises[requirement.id] ?? offeredLevel(requirement, vendor.ambition, answer.decimals),
      };
    case "choice":
      return { type: "choice", values: chosen(scoring, answer.multiple, vendor.ambition) };
    case "file":
      return { type: "file", met: true, comment: low ? "Se bilaga." : `Bilaga: ${requirement.title.sv}.` };
    case "text":
      return { type: "text", value: description[vendor.ambition] };
  }
}

const description = {
  low: "En namngiven kontaktperson finns på kontorstid.",
  middle:
    "Namngiven kontaktperson med ersättare. Månadsmöte med siffror per halvtimme, svar på frågor inom en arbetsdag.",
  high: "Namngiven kontaktperson och ersättare som båda känner kommunens verksamhet. Veckoavstämning första kvartalet, därefter månadsmöte; egen telefon och svar samma dag, även vid kris.",
} as const;

/** A must is offered at its limit or better; a should at the anchor that fits the ambition. */
function offeredLevel(
  { measure, scoring, level, answer }: TenderRequirement,
  ambition: ExampleVendor["ambition"],
  decimals: number,
): string {
  const anchors = scoring.type === "levels" ? [] : scoring.anchors;
  const best = anchors.at(-1)?.at;
  const limit = measure?.threshold ?? null;
  if (level === "must" && ambition !== "high" && limit !== null) return limit;
  if (ambition === "high" && best) return best;
  const fallback = answer.type === "number" ? (answer.min ?? "1") : "1";
  return between(anchors, ambition === "low" ? 1 : 3, decimals) ?? best ?? limit ?? fallback;
}

/** The point `quarters`/4 of the way from the worst to the best anchor, in whole steps of the answer's decimals. */
function between(
  anchors: readonly NumberAnchor[],
  quarters: bigint | number,
  decimals: number,
): string | null {
  const [worst, best] = [anchors.find(({ at }) => at !== null)?.at, anchors.at(-1)?.at];
  if (!worst || !best) return null;
  const [from, to] = [scaled(worst, decimals), scaled(best, decimals)];
  const value = from + ((to - from) * BigInt(quarters)) / 4n;
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0n ? `-${text}` : text;
}

/** A decimal string as a whole number of its last decimal place; places beyond `decimals` are cut. */
function scaled(text: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
}

function chosen(scoring: Scoring, multiple: boolean, ambition: ExampleVendor["ambition"]): readonly string[] {
  if (scoring.type !== "levels") return [];
  const byWorth = [...scoring.anchors]
    .sort((a, b) => Number(b.share) - Number(a.share))
    .map(({ value }) => value);
  if (!multiple) return byWorth.slice(0, 1);
  return byWorth.slice(0, { low: 1, middle: 3, high: byWorth.length }[ambition]);
}
