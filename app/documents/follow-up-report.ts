import type { Paragraph, Table } from "docx";
import type { FollowUpReportInput } from "#app/documents/follow-up-report-input.ts";
import { printedDay, printedInstant, printedMonth, printedSek } from "#app/documents/printed-values.ts";
import { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { belowTable, fact, heading, paragraph, table } from "#app/documents/word-parts.ts";
import { comparatorSign, formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { withUnit } from "#app/domain/catalogue/unit.ts";
import type { ContractMonth, FollowedUp } from "#app/domain/contract/follow-up.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import { toDecimal, toFixedDecimal } from "#app/domain/money/decimal.ts";
import { parseDecimal } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** One month of a contract: promised against measured, traps, credits, trend, sign-off. The same input gives the same bytes. */
export function followUpReport(input: FollowUpReportInput): Promise<Buffer> {
  const tables = new TableNumbers(input.wording.table);
  return tenderDocument(input, [
    ...period(input),
    ...requirements(input, tables),
    ...credits(input, tables),
    ...traps(input, tables),
    ...trend(input, tables),
    ...signOff(input),
  ]);
}

const count = (month: ContractMonth, kind: VerdictKind): string =>
  String(month.requirements.filter(({ verdict }) => verdict === kind).length);

function period({ wording, language, month, contract, content, madeAt }: FollowUpReportInput): Paragraph[] {
  return [
    heading(1, "1", wording.period, true),
    fact(wording.month, printedMonth(month.month, language)),
    fact(wording.supplier, contract.supplier),
    fact(
      wording.contract,
      fill(wording.contract_days, {
        start: printedDay(contract.startsOn, language),
        end: printedDay(contract.endsOn, language),
      }),
    ),
    fact(wording.made_at, printedInstant(madeAt, content.timezone, language)),
    fact(
      wording.outcome,
      fill(wording.outcome_text, {
        kept: count(month, "verified"),
        missed: count(month, "refuted"),
        undetermined: count(month, "undetermined"),
        no_data: count(month, "no_data"),
      }),
    ),
  ];
}

function requirements(input: FollowUpReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, language, month } = input;
  return [
    heading(1, "2", wording.requirements),
    tables.caption(fill(wording.requirements_table, { month: printedMonth(month.month, language) })),
    table(
      [
        { head: wording.id, share: 0.26 },
        { head: wording.limit, share: 0.11, align: "right" },
        { head: wording.promised, share: 0.18, align: "right" },
        { head: wording.measured, share: 0.15, align: "right" },
        { head: wording.coverage, share: 0.11, align: "right" },
        { head: wording.verdict, share: 0.19, align: "right" },
      ],
      month.requirements.map((row) => ({ cells: cellsOf(row, input) })),
    ),
  ];
}

function cellsOf(row: FollowedUp, { wording, language, content, vocabulary }: FollowUpReportInput): string[] {
  const requirement = content.requirements.find(({ id }) => id === row.requirement);
  const measure = requirement?.measure ?? null;
  const quantity = (value: string | null) =>
    value === null ? "–" : withUnit(rounded(value), measure?.unit ?? "", vocabulary, language);
  const counted =
    row.numerator === null || row.denominator === null || row.shown === null
      ? []
      : [
          fill(wording.counted, {
            numerator: formatDecimal(row.numerator, language),
            denominator: formatDecimal(row.denominator, language),
          }),
        ];
  return [
    `${row.requirement} ${requirement?.title[language] ?? ""}`,
    `${comparatorSign(measure?.comparator ?? "")} ${quantity(measure?.threshold ?? null)}`.trim(),
    [quantity(row.promise), ...(row.promiseKept === false ? [wording.promise_broken] : [])].join("\n"),
    [quantity(row.shown), ...counted].join("\n"),
    row.coverage === null ? "–" : withUnit(rounded(row.coverage), "%", vocabulary, language),
    [
      wording[row.verdict],
      ...(row.missedInARow > 1 ? [fill(wording.in_a_row, { count: String(row.missedInARow) })] : []),
    ].join("\n"),
  ];
}

/** Three decimals are enough to read; the verdict was made with the exact value. */
function rounded(decimal: string): string {
  const value = parseDecimal(decimal);
  return value === null ? decimal : toDecimal(value, 3, halfEven);
}

function credits(input: FollowUpReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, language, month, content, vocabulary } = input;
  const head = heading(1, "3", wording.credits);
  const { credit } = month;
  if (credit === null) return [head, paragraph(wording.credits_none)];
  const passed = month.requirements.filter(({ step }) => step !== null);
  const sek = (value: typeof credit.fee) => printedSek(toFixedDecimal(value, 2, halfUp), language);
  const percent = (value: typeof credit.fee) => formatDecimal(toDecimal(value, 6, halfEven), language);
  const steps =
    passed.length === 0
      ? [paragraph(wording.credits_nothing)]
      : [
          tables.caption(wording.credits_table),
          table(
            [
              { head: wording.id, share: 0.45 },
              { head: wording.step, share: 0.35, align: "right" },
              { head: wording.percent, share: 0.2, align: "right" },
            ],
            passed.map(({ requirement, step }) => {
              const unit = content.requirements.find(({ id }) => id === requirement)?.measure?.unit ?? "";
              return {
                cells: [
                  requirement,
                  fill(wording.beyond, { limit: withUnit(step?.limit ?? "", unit, vocabulary, language) }),
                  withUnit(step?.percent ?? "", "%", vocabulary, language),
                ],
              };
            }),
          ),
        ];
  return [
    head,
    ...steps,
    belowTable(
      fill(wording.credits_formula, {
        fee: sek(credit.fee),
        percent: percent(credit.percent),
        amount: sek(credit.amount),
      }),
    ),
    paragraph(fill(wording.credits_cap, { cap: percent(credit.cap) })),
    ...(month.termination.length === 0
      ? []
      : [paragraph(fill(wording.termination, { ids: month.termination.join(", ") }))]),
  ];
}

function traps({ wording, traps: found }: FollowUpReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const head = heading(1, "4", wording.traps);
  if (found.length === 0) return [head, paragraph(wording.traps_none)];
  return [
    head,
    paragraph(wording.traps_lead),
    tables.caption(wording.traps_table),
    table(
      [
        { head: wording.trap, share: 0.35 },
        { head: wording.trap_message, share: 0.65 },
      ],
      found.map(({ id, name, message }) => ({ cells: [`${id} ${name}`.trim(), message] })),
    ),
  ];
}

function trend(
  { wording, language, months }: FollowUpReportInput,
  tables: TableNumbers,
): (Paragraph | Table)[] {
  return [
    heading(1, "5", wording.trend),
    tables.caption(wording.trend_table),
    table(
      [
        { head: wording.trend_month, share: 0.24 },
        { head: wording.kept, share: 0.12, align: "right" },
        { head: wording.missed, share: 0.12, align: "right" },
        { head: wording.undetermined, share: 0.2, align: "right" },
        { head: wording.no_data, share: 0.14, align: "right" },
        { head: wording.credit, share: 0.18, align: "right" },
      ],
      months.map((month) => ({
        cells: [
          printedMonth(month.month, language),
          count(month, "verified"),
          count(month, "refuted"),
          count(month, "undetermined"),
          count(month, "no_data"),
          month.credit === null ? "–" : printedSek(toFixedDecimal(month.credit.amount, 2, halfUp), language),
        ],
      })),
    ),
  ];
}

const signOff = ({ wording }: FollowUpReportInput): Paragraph[] => [
  heading(1, "6", wording.sign_off),
  paragraph(wording.sign_off_text),
  fact(wording.for_buyer, "____________________________"),
  fact(wording.for_supplier, "____________________________"),
];
