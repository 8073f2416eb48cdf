import type { Locator, Page } from "@playwright/test";
import ExcelJS from "exceljs";
import type { Answer } from "#app/domain/response/response.ts";
import { columnKeys, formRows } from "#app/domain/response/workbook-form.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { proofFile } from "#app/services/example/proof-file.ts";
import { expect } from "../support/expect-on-page.ts";
import { visit } from "./person.ts";

export type Answers = ReadonlyMap<string, Answer>;

/** Goes through every question of the form, area by area. */
async function eachQuestion(
  page: Page,
  respond: string,
  act: (section: Locator, requirement: string) => Promise<void>,
): Promise<void> {
  await visit(page, respond);
  const parts = page.getByRole("navigation", { name: "Anbudets delar" }).getByRole("link");
  const paths = await parts.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const path of paths) {
    if (/respond(\/(company|prices|calls|reports|workbook|submit))?$/.test(path)) continue;
    await visit(page, path);
    for (const section of await page.locator("section[id]").all()) {
      await act(section, (await section.getAttribute("id")) ?? "");
    }
  }
}

/** Types answers into the form and waits until each has been saved by itself. */
export const typeAnswers = (page: Page, respond: string, answers: Answers): Promise<void> =>
  eachQuestion(page, respond, async (section, requirement) => {
    const answer = answers.get(requirement);
    if (answer !== undefined) await typeAnswer(section, answer);
  });

/** States who the vendor is and declares everything, each saved by itself. */
export async function typeStatements(page: Page, respond: string): Promise<void> {
  await visit(page, `${respond}/company`);
  for (const box of await page.locator("main textarea").all()) {
    await box.fill("Exempel");
    await box.blur();
  }
  for (const yes of await page.getByLabel("Ja", { exact: true }).all()) await yes.check();
  await expect(page.getByRole("status").first()).toContainText("Sparat");
}

/** Attaches a file to every question whose answer refers to one. */
export const attachProofs = (page: Page, respond: string, answers: Answers): Promise<void> =>
  eachQuestion(page, respond, async (section, requirement) => {
    if (answers.get(requirement)?.type === "file") await attachProof(section);
  });

async function typeAnswer(section: Locator, answer: Answer): Promise<void> {
  switch (answer.type) {
    case "yes-no":
      await section.getByLabel(answer.value ? "Ja" : "Nej").check();
      break;
    case "number":
    case "text":
      await section.getByLabel("Svar").fill(answer.value.replace(".", ","));
      await section.getByLabel("Svar").blur();
      break;
    case "choice":
      if ((await section.locator("select").count()) > 0) {
        await section.locator("select").selectOption([...answer.values]);
      } else {
        for (const value of answer.values) await section.locator(`input[value="${value}"]`).check();
      }
      break;
    case "file":
      await section.getByLabel(answer.met ? "Ja" : "Nej").check();
      await section.getByLabel(/Hänvisning/).fill(answer.comment);
      await section.getByLabel(/Hänvisning/).blur();
      break;
  }
  await expect(section.getByRole("status").first()).toContainText("Sparat");
  if (answer.type === "file") await attachProof(section);
}

/** Attaches a file to the question and sees it in the list. */
async function attachProof(section: Locator): Promise<void> {
  const buffer = proofFile(["Påhittad bilaga"]);
  await section
    .getByLabel("Lägg till fil")
    .setInputFiles({ name: "bilaga.pdf", mimeType: "application/pdf", buffer });
  await expect(section.getByRole("link", { name: "bilaga.pdf" })).toBeVisible();
}

/** Fills in the downloaded form as somebody does in Excel: only the open cells. */
export async function fillInWorkbook(
  file: string,
  content: TenderContent,
  filling: { readonly answers: Answers } | { readonly unitPrice: number },
): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const forms = formRows(content, "answers" in filling ? "answers" : "prices");
  for (const sheet of workbook.worksheets) {
    const keys = (sheet.getRow(1).values ?? []) as readonly unknown[];
    const answerColumn = keys.indexOf(columnKeys.answer);
    const rowColumn = keys.indexOf(columnKeys.row);
    if (answerColumn < 0) continue;
    sheet.eachRow((row) => {
      const form = forms.get(String(row.getCell(rowColumn).value));
      if (form === undefined) return;
      const cell = row.getCell(answerColumn);
      if (form.kind === "statement") {
        cell.value = form.statement.type === "text" ? "Exempel" : "Ja";
        return;
      }
      if (!("answers" in filling)) {
        cell.value = filling.unitPrice;
        return;
      }
      if (form.kind === "price") return;
      const answer = filling.answers.get(form.requirement.id);
      if (answer === undefined) return;
      cell.value = written(answer, form.requirement, form.kind === "option" ? form.option.value : null);
    });
  }
  return workbook;
}

function written(
  answer: Answer,
  requirement: TenderContent["requirements"][number],
  option: string | null,
): string | number {
  switch (answer.type) {
    case "yes-no":
      return answer.value ? "Ja" : "Nej";
    case "file":
      return answer.met ? "Ja" : "Nej";
    case "number":
      return Number(answer.value);
    case "text":
      return answer.value;
    case "choice": {
      if (option !== null) return answer.values.includes(option) ? "Ja" : "Nej";
      const { answer: definition } = requirement;
      const options = definition.type === "choice" ? definition.options : [];
      return options.find(({ value }) => answer.values.includes(value))?.sv ?? "";
    }
  }
}

/** The cell that answers a requirement. */
export function answerCellOf(workbook: ExcelJS.Workbook, requirement: string): ExcelJS.Cell {
  for (const sheet of workbook.worksheets) {
    const answerColumn = ((sheet.getRow(1).values ?? []) as readonly unknown[]).indexOf(columnKeys.answer);
    for (let row = 2; row <= sheet.rowCount; row++) {
      if (sheet.getCell(row, 1).value === `requirement:${requirement}`)
        return sheet.getCell(row, answerColumn);
    }
  }
  throw new Error(`the workbook has no cell for ${requirement}`);
}
