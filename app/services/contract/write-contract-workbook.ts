import type { CsvCell } from "#app/documents/csv.ts";
import { type TableSheet, tableWorkbook } from "#app/documents/table-workbook.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { toDecimal, toFixedDecimal } from "#app/domain/money/decimal.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { translations } from "#app/i18n/translate-on-server.ts";
import { type Application, log } from "#app/services/application.ts";
import { type FollowedContract, readContract } from "#app/services/contract/read-contract.ts";

/** Every month and requirement of the contract as tables to compute on; the export is logged. Faults: as `readContract`. */
export async function writeContractWorkbook(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const read = await readContract(app, actor, tenderId);
  if (!read.ok) return read;
  const { content } = read.value.publication;
  const t = translations[language];
  const about = {
    title: `${t("contract.title")}: ${content.title[language]}`,
    author: content.buyer.name,
    instant: "2000-01-01T00:00:00Z",
  };
  const file = await tableWorkbook(about, [monthTable(read.value, t), requirementTable(read.value, t)]);
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: "follow-up-workbook",
      language,
      bytes: file.length,
    }),
  );
  return success(file);
}

const number = (value: string | null): CsvCell => (value === null ? null : { number: value });
const text = (head: string, width = 14) => ({ head, width });
const wide = { width: 16, format: "#,##0.00" };

/** How many requirements were kept in each month, and its credit. */
function monthTable({ months }: FollowedContract, t: Translate): TableSheet {
  return {
    name: t("contract.months"),
    columns: [
      text(t("contract.month")),
      ...[t("contract.kept"), t("contract.missed"), t("contract.undetermined"), t("contract.noData")].map(
        (head) => ({ head, width: 12, format: "0" }),
      ),
      { head: `${t("contract.credit")} (SEK)`, ...wide },
    ],
    rows: months.map(({ month, requirements, credit }): CsvCell[] => [
      month,
      ...(["verified", "refuted", "undetermined", "no_data"] as const).map((kind) =>
        number(String(requirements.filter(({ verdict }) => verdict === kind).length)),
      ),
      credit && { number: toFixedDecimal(credit.amount, 2, halfUp) },
    ]),
  };
}

/** Each requirement in each month. */
function requirementTable({ months, followed }: FollowedContract, t: Translate): TableSheet {
  const verdicts = {
    verified: t("common.verdict.verified"),
    refuted: t("common.verdict.refuted"),
    undetermined: t("common.verdict.undetermined"),
    no_data: t("common.verdict.no-data"),
  };
  return {
    name: t("contract.requirement"),
    columns: [
      text(t("contract.month")),
      text("Id"),
      text(t("contract.requirement"), 48),
      text("", 4),
      { head: t("contract.limit"), ...wide },
      { head: t("contract.promise"), ...wide },
      { head: t("contract.measured"), width: 18, format: "0.000" },
      text(t("contract.verdict"), 18),
      { head: `${t("contract.coverage")} (%)`, ...wide },
    ],
    rows: months.flatMap(({ month, requirements }) =>
      requirements.map((row): CsvCell[] => {
        const requirement = followed.find(({ id }) => id === row.requirement);
        return [
          month,
          row.requirement,
          requirement?.title[t.language] ?? "",
          signs[requirement?.measure?.comparator ?? ""] ?? null,
          number(requirement?.measure?.threshold ?? null),
          number(row.promise),
          row.value && { number: toDecimal(row.value, 10, halfEven) },
          verdicts[row.verdict],
          number(row.coverage),
        ];
      }),
    ),
  };
}

/** A sign alone begins no formula. */
const signs: Readonly<Record<string, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" };
