import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printableText } from "#app/documents/printed-values.ts";
import { priceWorkbook, responseWorkbook } from "#app/documents/response-workbook.ts";
import type { Language } from "#app/domain/language.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import { statements } from "#app/domain/response/statement.ts";
import type { WorkbookPart } from "#app/domain/response/workbook-form.ts";
import { readResponseWorkbook } from "#app/imports/response-workbook/read-response-workbook.ts";
import {
  languageOptions,
  printedTender,
  projectRoot,
  requirements,
} from "../../documents/invented-tender.ts";
import { workbookWords } from "../../documents/workbook-words.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "round-trip-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Filled = Pick<ResponseContent, "answers" | "statements" | "unitPrices">;

async function writeAndRead(language: Language, response: Filled | null, part: WorkbookPart = "answers") {
  const write = part === "prices" ? priceWorkbook : responseWorkbook;
  const path = join(folder, "response.xlsx");
  await writeFile(path, await write({ ...printedTender, ...(await workbookWords(language)), response }));
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
  statements: fc.record(
    Object.fromEntries(
      statements.map(({ id, type }) => [
        id,
        type === "text" ? text.map((one) => one.trim()) : fc.constantFrom("yes", "no"),
      ]),
    ),
    { requiredKeys: [] },
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
        expect(reading.value.statements).toEqual(response.statements);
        const prices = await writeAndRead(language, response, "prices");
        expect(prices).toMatchObject({ ok: true, value: { faults: [], warnings: [], answers: {} } });
        expect(prices.ok && prices.value.unitPrices).toEqual({ ...response.unitPrices });
      }),
      { numRuns: 20 },
    );
  });

  it("keeps every character of a long text, wherever the file is cut into chunks", async () => {
    const answers = { "QUAL-003": { type: "text", value: "aåä€😀".repeat(5_000) } } as const;
    const reading = await writeAndRead("sv", { answers, statements: {}, unitPrices: {} });
    expect(reading.ok && reading.value.answers["QUAL-003"]).toEqual(answers["QUAL-003"]);
  });

  it("reads an empty form as blank in every row, which is not a no", async () => {
    const reading = await writeAndRead("sv", null);
    expect(reading).toEqual({
      ok: true,
      value: {
        answers: {},
        statements: {},
        unitPrices: {},
        blank: {
          requirements: printedTender.content.requirements.map(({ id }) => id),
          statements: statements.map(({ id }) => id),
          priceItems: [],
        },
        faults: [],
        warnings: [],
      },
    });
  });

  it("has no price in the file of answers, and no answer in the file of prices", async () => {
    const blankPrices = await writeAndRead("sv", null, "prices");
    expect(blankPrices).toMatchObject({
      ok: true,
      value: { blank: { requirements: [], statements: [], priceItems: ["answered-call", "month"] } },
    });
  });
});
