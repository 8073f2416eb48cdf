import { followUpReport } from "#app/documents/follow-up-report.ts";
import { loadWording } from "#app/documents/templates.ts";
import { followUp } from "#app/domain/contract/follow-up.ts";
import type { HeldMonth } from "#app/domain/contract/held-month.ts";
import type { Language } from "#app/domain/language.ts";
import { parseDecimal } from "#app/domain/money/fraction.ts";
import type { ServiceCredits } from "#app/domain/tender/service-credits.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";

const schedule: ServiceCredits = {
  feeItem: "month",
  capPercent: "10",
  combine: "largest",
  terminationAfter: 2,
  steps: [
    { requirement: "AVAIL-002", limit: "90", percent: "5" },
    { requirement: "AVAIL-002", limit: "80", percent: "8" },
  ],
};

const held = (month: string, answered: number | null): HeldMonth => ({
  requirement: "AVAIL-002",
  month,
  verdict: answered === null ? "no_data" : answered >= 900 ? "verified" : "refuted",
  value: answered === null ? null : parseDecimal(String(answered / 10)),
  shown: answered === null ? null : String(answered / 10),
  numerator: answered === null ? null : String(answered),
  denominator: answered === null ? null : "1000",
  coverage: answered === null ? null : "96.875",
  reason: "",
});

/** Five months of an invented contract: kept, without data, missed by much, missed by little, kept. */
const months = followUp(
  {
    content: { ...content, serviceCredits: schedule },
    bid: {
      answers: { "AVAIL-002": { type: "number", value: "92.5" } },
      unitPrices: { "answered-call": "7.25", month: "9000" },
    },
  },
  [
    held("2027-09", 931),
    held("2027-10", null),
    held("2027-11", 795),
    held("2027-12", 890),
    held("2028-01", 910),
  ],
);

const trap = {
  id: "TRAP-01",
  name: "Invented trap",
  message: "Calls of 40 half-hours were turned away before they could be counted.",
};

/** The report of one of those months. */
export async function reportOfMonth(month: string, language: Language, traps = [trap]): Promise<Buffer> {
  const reported = months.find((one) => one.month === month);
  if (reported === undefined) throw new Error(`nothing was invented for ${month}`);
  return await followUpReport({
    ...printedTender,
    language,
    wording: await loadWording(projectRoot, "follow-up-report", language),
    contract: { supplier: "Svarslinjen AB (påhittad)", startsOn: "2027-09-01", endsOn: "2031-08-31" },
    month: reported,
    months: months.filter((one) => one.month <= month),
    traps,
    madeAt: "2028-01-03T09:00:00Z",
  });
}
