import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import { readResponseWorkbook } from "#app/imports/response-workbook/read-response-workbook.ts";
import { printedTender, projectRoot } from "../../documents/invented-tender.ts";
import { workbookWords } from "../../documents/workbook-words.ts";
import { type Part, workbook, workbookParts, zip } from "../office-archive/zip-writer.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

const megabyte = 1024 * 1024;

async function read(bytes: Buffer, signal?: AbortSignal) {
  const path = join(folder, "upload.xlsx");
  await writeFile(path, bytes);
  const { content, tender, sha256 } = printedTender;
  return readResponseWorkbook(path, {
    root: projectRoot,
    content,
    tender,
    contentSha256: sha256 ?? "",
    ...(signal && { signal }),
  });
}

/** Codes of the faults that refuse a file, with how much this process grew and how long it took. */
async function refusal(bytes: Buffer) {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const result = await read(bytes);
  return {
    codes: result.ok ? ["read"] : result.faults.map(({ code }) => code),
    grownMegabytes: (process.memoryUsage().rss - before) / megabyte,
    seconds: (performance.now() - start) / 1000,
  };
}

const withPart = (part: Part): Buffer => zip([...workbookParts("<sheetData/>"), part]);
const rows = (count: number): string => {
  let text = "";
  for (let row = 1; row <= count; row++)
    text += `<row r="${row}"><c r="A${row}"><v>${row % 977}</v></c></row>`;
  return `<sheetData>${text}</sheetData>`;
};

const bombs: Readonly<Record<string, { readonly make: () => Buffer; readonly code: string }>> = {
  "one merge over the whole sheet": {
    make: () => workbook('<sheetData/><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    code: "workbook_not_recognised",
  },
  "one data validation over the whole sheet": {
    make: () =>
      workbook(
        '<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ),
    code: "workbook_not_recognised",
  },
  "one cell in the last corner": {
    make: () => workbook('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    code: "workbook_not_recognised",
  },
  "a cell beyond the last corner": {
    make: () => workbook('<sheetData><row r="9999999"><c r="ZZZZ9999999"><v>1</v></c></row></sheetData>'),
    code: "workbook_unreadable",
  },
  "400 MB in one string": {
    make: () =>
      zip([
        ...workbookParts("").filter(({ name }) => !name.endsWith("sheet1.xml")),
        {
          name: "xl/worksheets/sheet1.xml",
          content: Buffer.concat([
            Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'),
            Buffer.alloc(400 * megabyte, "a"),
            Buffer.from("</t></is></c></row></sheetData></worksheet>"),
          ]),
        },
      ]),
    code: "archive_ratio_too_high",
  },
  "2,000,000 rows": { make: () => workbook(rows(2_000_000)), code: "workbook_too_many_rows" },
  "a document type with an external entity": {
    make: () =>
      withPart({
        name: "xl/theme/theme1.xml",
        content: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      }),
    code: "archive_has_doctype",
  },
  "a part in a two-byte encoding": {
    make: () =>
      withPart({ name: "xl/theme/theme1.xml", content: Buffer.from("\ufeff<!DOCTYPE a><a/>", "utf16le") }),
    code: "archive_not_utf8",
  },
  "an entry that climbs out": {
    make: () => withPart({ name: "../../evil.txt", content: "x" }),
    code: "archive_entry_name_unsafe",
  },
  "an entry with an absolute name": {
    make: () => withPart({ name: "/etc/evil.txt", content: "x" }),
    code: "archive_entry_name_unsafe",
  },
  "an entry that is a symbolic link": {
    make: () => withPart({ name: "xl/link", content: "/etc/passwd", attributes: (0o120777 << 16) >>> 0 }),
    code: "archive_entry_is_link",
  },
  "an encrypted entry": {
    make: () => withPart({ name: "xl/secret.xml", content: "x", flags: 1 }),
    code: "archive_encrypted",
  },
  "an archive in the archive": {
    make: () => withPart({ name: "xl/media/image1.png", content: workbook("<sheetData/>") }),
    code: "archive_nested",
  },
  macros: {
    make: () => withPart({ name: "xl/vbaProject.bin", content: "x" }),
    code: "archive_has_macros",
  },
  "links to other workbooks": {
    make: () => withPart({ name: "xl/externalLinks/externalLink1.xml", content: "<externalLink/>" }),
    code: "archive_has_external_links",
  },
  "a relationship to something outside": {
    make: () =>
      withPart({
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        content:
          '<Relationships><Relationship Id="r" Type="http://x/image" Target="http://a.example/b" TargetMode="External"/></Relationships>',
      }),
    code: "archive_has_external_links",
  },
  "more entries than a workbook has": {
    make: () =>
      zip(Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/a${index}.xml`, content: "<a/>" }))),
    code: "archive_too_many_entries",
  },
  "headers that claim less than there is": {
    make: () => withPart({ name: "xl/a.xml", content: "<a>".padEnd(100_000, "b"), claimedSize: 10 }),
    code: "archive_unreadable",
  },
  "an old or locked workbook": {
    make: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
    code: "archive_locked_or_old",
  },
  "plain text": { make: () => Buffer.from("requirement;answer\nA;yes\n"), code: "archive_not_xlsx" },
  "nothing at all": { make: () => Buffer.alloc(0), code: "archive_not_xlsx" },
};

describe("a hostile workbook", () => {
  for (const [name, { make, code }] of Object.entries(bombs)) {
    it(`is refused with ${code}: ${name}`, { timeout: 110_000 }, async () => {
      const { codes, grownMegabytes, seconds } = await refusal(make());
      expect(codes).toEqual([code]);
      expect(grownMegabytes).toBeLessThan(100);
      expect(seconds).toBeLessThan(60);
    });
  }

  it("is refused when it is a Word file by another name", async () => {
    const language = "sv";
    const wording = await loadWording(projectRoot, "requirement-specification", language);
    const measureSentence = () => "a sentence";
    const word = await requirementSpecification({ ...printedTender, language, wording, measureSentence });
    expect((await refusal(word)).codes).toEqual(["archive_not_xlsx"]);
  });

  it("is refused when half of it is missing", async () => {
    const whole = await responseWorkbook({
      ...printedTender,
      ...(await workbookWords("sv")),
      response: null,
    });
    expect((await refusal(whole.subarray(0, whole.length / 2))).codes).toEqual(["archive_unreadable"]);
  });

  it("stops at once when the reading is aborted", async () => {
    const controller = new AbortController();
    const reading = read(workbook(rows(90_000)), controller.signal);
    setTimeout(() => controller.abort(new Error("cancelled")), 300);
    await expect(reading).rejects.toThrow("cancelled");
  });
});
