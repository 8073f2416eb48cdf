import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Disposition } from "#app/domain/measurement/cell.ts";
import type { AskedPreview } from "./asked-preview.ts";
import { inWords } from "./fault-list.tsx";

type ColumnMapping = NonNullable<AskedPreview["mapping"]>;

/** In the order in which somebody looks for them; the first five are needed. */
const needed = ["call_id", "queue", "arrival_at", "answered_at", "ended_at"] as const;
const others = [
  "disposition",
  "queued_at",
  "talk_s",
  "hold_s",
  "wrap_s",
  "ring_s",
  "ivr_s",
  "transferred",
  "resolved_first_contact",
  "complaint",
] as const;
type Mapped = (typeof needed)[number] | (typeof others)[number];

/** Here and not from the domain, whose file of cells would come along to the browser. */
const outcomes = [
  "answered",
  "abandoned",
  "blocked",
  "timeout",
  "overflow",
  "closed",
  "open",
] as const satisfies readonly Disposition[];

const patterns = [
  "YYYY-MM-DD HH:mm:ss",
  "DD.MM.YYYY HH:mm:ss",
  "DD/MM/YYYY HH:mm:ss",
  "MM/DD/YYYY HH:mm:ss",
  "M/D/YYYY h:mm:ss A",
  "YYYYMMDDHHmmss",
  "epoch",
];

/** Which column of the file is what, how times are written, and what the words for outcomes mean. */
export function ColumnMapper({
  preview,
  mapping,
  names,
  mayEdit,
}: {
  readonly preview: AskedPreview;
  readonly mapping: ColumnMapping;
  readonly names: readonly string[];
  readonly mayEdit: boolean;
}) {
  const t = useTranslate();
  const { preset, words } = preview;
  const faults = preview.faults.map((fault) => inWords(fault, t));
  const header = mapping.header ? "yes" : "no";
  const choices = [
    { value: "", label: t("measurement.mapper.notThere") },
    ...names.map((name) => ({ value: name, label: exampleOf(name, preview) })),
  ];
  const field = (column: Mapped) => (
    <SelectField
      key={column}
      name={`columns.${column}`}
      label={t(`measurement.mapper.field.${column}`)}
      optional={column !== "queue" && !(needed as readonly string[]).includes(column)}
      defaultValue={columnOf(mapping, column)}
      className="w-full"
      choices={choices}
      faults={faults}
    />
  );
  const queue = mapping.columns.queue;
  return (
    <div className="mb-6 flex flex-col gap-6 border-line border-y py-6">
      <input type="hidden" name="mapped" value="yes" />
      <input type="hidden" name="headerWas" value={header} />
      <input type="hidden" name="names" value={JSON.stringify(names)} />
      {preset === null ? (
        <p className="max-w-measure">{t("measurement.mapper.intro")}</p>
      ) : (
        <Notice>{t("measurement.mapper.presetUsed", { name: preset })}</Notice>
      )}
      {/* A kept choice is rarely changed; its fields open again when a file does not follow it. */}
      <details open={preset === null || faults.length > 0}>
        <summary className="text-accent">{t("measurement.mapper.choices")}</summary>
        <div className="mt-4 flex flex-col gap-6">
          <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <SelectField
              name="header"
              label={t("measurement.mapper.header")}
              defaultValue={header}
              className="w-full"
              choices={[
                { value: "yes", label: t("measurement.mapper.headerYes") },
                { value: "no", label: t("measurement.mapper.headerNo") },
              ]}
            />
            <SelectField
              name="date"
              label={t("measurement.mapper.date")}
              optional
              defaultValue={dateOf(mapping)}
              className="w-full"
              choices={choices}
            />
            <TextField
              name="time"
              label={t("measurement.mapper.time")}
              hint={t("measurement.mapper.timeHint")}
              defaultValue={mapping.time}
              className="w-full"
              list="time-patterns"
              spellCheck={false}
              faults={faults}
            />
            <datalist id="time-patterns">
              {patterns.map((pattern) => (
                <option key={pattern} value={pattern} />
              ))}
            </datalist>
          </div>
          <fieldset>
            <legend className="mb-3 text-lg">{t("measurement.mapper.columns")}</legend>
            <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {needed.map(field)}
              <TextField
                name="queueName"
                label={t("measurement.mapper.queueName")}
                optional
                defaultValue={queue && "constant" in queue ? queue.constant : ""}
                className="w-full"
              />
              {others.map(field)}
            </div>
          </fieldset>
          {words.length > 0 && (
            <fieldset>
              <legend className="mb-3 text-lg">{t("measurement.mapper.words")}</legend>
              <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
                {words.map((word, i) => (
                  <div key={word}>
                    <input type="hidden" name={`word.${i}`} value={word} />
                    <SelectField
                      name={`meaning.${i}`}
                      label={word}
                      defaultValue={mapping.dispositions[word] ?? ""}
                      className="w-full"
                      choices={[
                        { value: "", label: t("measurement.mapper.noMeaning") },
                        ...outcomes.map((value) => ({
                          value,
                          label: t(`measurement.mapper.outcome.${value}`),
                        })),
                      ]}
                    />
                  </div>
                ))}
              </div>
            </fieldset>
          )}
        </div>
      </details>
      {mayEdit && (
        <div className="flex flex-wrap items-end gap-4">
          <TextField
            name="name"
            label={t("measurement.mapper.preset")}
            hint={t("measurement.mapper.presetHint")}
            optional
            defaultValue={preset ?? ""}
            maxLength={80}
            className="w-64"
          />
          <Button name="intent" value="keep" formMethod="post">
            {t("measurement.mapper.save")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Names are told apart by what stands in the column. */
function exampleOf(name: string, { table }: AskedPreview): string {
  const at = table?.names.indexOf(name) ?? -1;
  const example = table?.rows.map((row) => row[at] ?? "").find((cell) => cell !== "") ?? "";
  const short = example.length > 24 ? `${example.slice(0, 23)}…` : example;
  return short === "" ? name : `${name} (${short})`;
}

function columnOf({ columns }: ColumnMapping, column: Mapped): string {
  const source = columns[column];
  return source !== undefined && "from" in source ? (source.from.at(-1) ?? "") : "";
}

function dateOf({ columns }: ColumnMapping): string {
  const source = columns.arrival_at;
  return source !== undefined && "from" in source && source.from.length > 1 ? (source.from[0] ?? "") : "";
}
