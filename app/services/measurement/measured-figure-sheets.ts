import type { CsvCell } from "#app/documents/csv.ts";
import type { TableColumn, TableSheet } from "#app/documents/table-workbook.ts";
import type { Language } from "#app/domain/language.ts";
import { keyFigureIds } from "#app/domain/measurement/key-figures.ts";
import type { HalfHourFigures, MonthFigures } from "#app/domain/measurement/measure.ts";
import { serviceLevelVariants } from "#app/domain/measurement/service-level.ts";
import { variantIds, variantNames } from "#app/domain/measurement/variant-names.ts";
import { translations } from "#app/i18n/translate-on-server.ts";

const text = (head: string, width: number): TableColumn => ({ head, width });
const number = (head: string, format = "#,##0", width = 13): TableColumn => ({ head, width, format });
const cell = (value: string | number | null): CsvCell => (value === null ? null : { number: String(value) });

export function keyFigureSheet(months: readonly MonthFigures[], language: Language): TableSheet {
  const t = translations[language];
  return {
    name: t("measurement.keyFigures"),
    columns: [
      text(t("measurement.month"), 12),
      text(t("measurement.calls.queue"), 20),
      text(t("measurement.figure"), 28),
      number(t("measurement.value"), "#,##0.000"),
      text(t("measurement.file.unit"), 10),
      number(t("measurement.numerator"), "#,##0.######", 18),
      number(t("measurement.denominator"), "#,##0", 18),
    ],
    rows: months.flatMap(({ month, queue, kpis }) =>
      keyFigureIds.map((id): CsvCell[] => {
        const { value, unit, numerator, denominator } = kpis[id];
        return [
          month,
          queue,
          t(`measurement.metric.${id}`),
          cell(value),
          t(`measurement.unit.${unit}`),
          cell(numerator),
          cell(denominator),
        ];
      }),
    ),
  };
}

export function variantSheet(months: readonly MonthFigures[], language: Language): TableSheet {
  const t = translations[language];
  return {
    name: t("measurement.file.variants"),
    columns: [
      text(t("measurement.month"), 12),
      text(t("measurement.calls.queue"), 20),
      text(t("measurement.figure"), 44),
      number("%", "0.000"),
      number(t("measurement.numerator")),
      number(t("measurement.denominator")),
    ],
    rows: months.flatMap(({ month, queue, service_level: { variants } }) =>
      serviceLevelVariants.map((variant): CsvCell[] => {
        const { value, numerator, denominator } = variants[variant];
        return [
          month,
          queue,
          `${variantIds[variant]}: ${variantNames[variant][language]}`,
          cell(value),
          cell(numerator),
          cell(denominator),
        ];
      }),
    ),
  };
}

const counted = ["offered", "answered", "abandoned", "blocked", "timeout", "overflow", "open"] as const;

/** The rows are those of `halfHourRow`. */
export function halfHourSheet(rows: TableSheet["rows"], language: Language): TableSheet {
  const t = translations[language];
  return {
    name: t("measurement.file.halfHours"),
    columns: [
      text(t("measurement.file.start"), 26),
      text(t("measurement.calls.queue"), 20),
      ...counted.map((count) => number(t(`measurement.counts.${count}`))),
      number(t("measurement.file.answeredWithin")),
      number(t("measurement.file.abandonedWithin")),
      number(t("measurement.file.waited"), "#,##0.######", 18),
    ],
    rows,
  };
}

export const halfHourRow = (figures: HalfHourFigures): CsvCell[] => [
  figures.start,
  figures.queue,
  ...counted.map((count) => cell(figures[count])),
  cell(figures.answered_within_t),
  cell(figures.abandoned_within_t),
  cell(figures.wait_answered_s),
];
