import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printableText } from "#app/documents/printed-values.ts";
import { responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import { readResponseWorkbook } from "#app/imports/response-workbook/read-response-workbook.ts";
import {
  languageOptions,
  printedTender,
  projectRoot,
  requirements,
} from "../../documents/invented-tender.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "round-trip-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Filled = Pick<ResponseContent, "answers" | "unitPrices">;

async function writeAndRead(language: Language, response: Filled | null) {
  const wording = await loadWording(projectRoot, "response-workbook", language);
  const path = join(folder, "response.xlsx");
  await writeFile(path, await responseWorkbook({ ...printedTender, language, wording, response }));
  const { content, tender, sha256 } = printedTender;
  return readResponseWorkbook(path, { root: projectRoot, content, tender, contentSha256: sha256 ?? "" });
}

const decimal = (digits: number, most: number) =>
  fc.integer({ min: 0, max: most * 10 ** digits }).map((whole) => {
    const text = String(whole).padStart(digits + 1, "0");
    return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, "");
  });

/** Any text that an XML file can hold and that is not blank, formula look-alikes included. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      "=1+1",
      "'=1+1",
      "''@x",
      "＝HYPERLINK(1)",
      "-5 %",
      "_x0041_",
      "_x005F_x0041_",
      "a\nb",
      "&lt;",
      "<f>1</f>",
    ),
  )
  .filter((value) => value.trim() !== "" && printableText(value) === value);

const answer: { readonly [K in keyof typeof requirements]: fc.Arbitrary<Answer> } = {
  yesNo: fc.record({ type: fc.constant("yes-no" as const), value: fc.boolean() }),
  number: fc.record({ type: fc.constant("number" as const), value: decimal(2, 100) }),
  file: fc.record({
    type: fc.constant("file" as const),
    met: fc.boolean(),
    comment: fc.oneof(fc.constant(""), text),
  }),
  choice: fc.record({
    type: fc.constant("choice" as const),
    values: fc.constantFrom(...languageOptions.map(({ value }) => [value])),
  }),
  multiple: fc.record({
    type: fc.constant("choice" as const),
    values: fc.subarray(languageOptions.map(({ value }) => value)),
  }),
  text: fc.record({ type: fc.constant("text" as const), value: text }),
};

const filled: fc.Arbitrary<Filled> = fc.record({
  answers: fc
    .record(answer, { requiredKeys: [] })
    .map((given) =>
      Object.fromEntries(
        Object.entries(given).map(([key, value]) => [
          requirements[key as keyof typeof requirements].id,
          value,
        ]),
      ),
    ),
  unitPrices: fc.dictionary(fc.constantFrom("answered-call", "month"), decimal(4, 1_000_000)),
});

describe("the response workbook, out and in", () => {
  it("reads what was filled in, whatever it was, in both languages", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("sv" as const, "en" as const), filled, async (language, response) => {
        const reading = await writeAndRead(language, response);
        expect(reading).toMatchObject({ ok: true, value: { faults: [], warnings: [] } });
        if (!reading.ok) return;
        expect(reading.value.answers).toEqual(response.answers);
        expect(reading.value.unitPrices).toEqual({ ...response.unitPrices });
      }),
      { numRuns: 20 },
    );
  });

  it("keeps every character of a long text, wherever the file is cut into chunks", async () => {
    const answers = { "QUAL-003": { type: "text", value: "aåä€😀".repeat(5_000) } } as const;
    const reading = await writeAndRead("sv", { answers, unitPrices: {} });
    expect(reading.ok && reading.value.answers["QUAL-003"]).toEqual(answers["QUAL-003"]);
  });

  it("reads an empty form as blank in every row, which is not a no", async () => {
    const reading = await writeAndRead("sv", null);
    expect(reading).toEqual({
      ok: true,
      value: {
        answers: {},
        unitPrices: {},
        blank: {
          requirements: printedTender.content.requirements.map(({ id }) => id),
          priceItems: ["answered-call", "month"],
        },
        faults: [],
        warnings: [],
      },
    });
  });
});
