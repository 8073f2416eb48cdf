import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { printableText } from "#app/documents/printed-values.ts";
import { petrol, style, textWidth, usedFill } from "#app/documents/word-style.ts";

type RunOptions = { readonly bold?: boolean; readonly color?: string };

/** Text as runs, never as fields; each line of it on its own. */
export function runs(text: string, options: RunOptions = {}): TextRun[] {
  return printableText(text)
    .split("\n")
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }), ...options }));
}

/** A paragraph that stays on the page of what follows it. */
export const leadIn = (text: string): Paragraph => new Paragraph({ keepNext: true, children: runs(text) });

/** A paragraph right below a table, kept apart from it. */
export const belowTable = (text: string, bold = false): Paragraph =>
  new Paragraph({ spacing: { before: 160 }, children: runs(text, { bold }) });

export const paragraph = (text: string, name?: string): Paragraph =>
  new Paragraph({ children: runs(text), ...(name !== undefined && { style: name }) });

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A heading with its number written out, so that a reference to it means the same in every program. */
export const heading = (
  level: keyof typeof levels,
  number: string,
  text: string,
  pageBreakBefore = false,
): Paragraph =>
  new Paragraph({ heading: levels[level], children: runs(`${number}\u2002${text}`), pageBreakBefore });

/** A label and what it says, side by side. */
export function fact(label: string, text: string, keepNext = false): Paragraph {
  return new Paragraph({
    style: style.fact,
    keepNext,
    children: [
      new TextRun({ text: printableText(label), bold: true, color: petrol }),
      new TextRun({ children: [new Tab()] }),
      ...runs(text),
    ],
  });
}

/** A paragraph with its number written out, so that it can be referred to: `6.2`. */
export const provision = (number: string, text: string): Paragraph =>
  new Paragraph({
    style: style.provision,
    children: [new TextRun(number), new TextRun({ children: [new Tab()] }), ...runs(text)],
  });

/** The level told by word and form before colour: a must is solid, a should is outlined. */
export function levelLabel(word: string, isMust: boolean): TextRun {
  const text = `\u00a0${printableText(word)}\u00a0`;
  const common = { text, bold: true, size: 17 } as const;
  return isMust
    ? new TextRun({
        ...common,
        color: "FFFFFF",
        shading: { type: ShadingType.CLEAR, color: "auto", fill: petrol },
      })
    : new TextRun({
        ...common,
        color: petrol,
        border: { style: BorderStyle.SINGLE, size: 8, space: 0, color: petrol },
      });
}

/** What a table shows, above it, or a figure, below it; it stays with either. */
export const caption = (text: string, place: "above" | "below" = "above"): Paragraph =>
  new Paragraph({
    style: style.caption,
    keepNext: place === "above",
    ...(place === "below" && { spacing: { before: 0, after: 280 } }),
    children: runs(text),
  });

export interface ColumnDefinition {
  readonly head: string;
  /** Share of the text width; all shares make 1. */
  readonly share: number;
  readonly align?: "right";
}

export interface TableLine {
  readonly cells: readonly (string | ParagraphChild)[];
  /** Marks a row apart from the others by ground and weight. */
  readonly marked?: boolean;
}

/** A table of fewer rows than this is moved to the next page whole rather than parted. */
const keptTogether = 9;

/** A table whose head repeats on every page and whose rows are never split between pages. */
export function table(columns: readonly ColumnDefinition[], lines: readonly TableLine[]): Table {
  const widths = columns.map(({ share }) => Math.round(share * textWidth));
  const cell = (
    child: string | ParagraphChild,
    index: number,
    name: string,
    fill: string | null,
    bold: boolean,
    keepNext: boolean,
  ) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      ...(fill !== null && { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
      children: [
        new Paragraph({
          style: name,
          keepNext,
          alignment: columns[index]?.align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: typeof child === "string" ? runs(child, bold ? { bold } : {}) : [child],
        }),
      ],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    style: style.table,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, index) => cell(head, index, style.cellHead, null, false, true)),
      }),
      ...lines.map(
        ({ cells, marked = false }, row) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((child, index) =>
              cell(
                child,
                index,
                style.cell,
                marked ? usedFill : null,
                marked && index === 0,
                lines.length < keptTogether && row < lines.length - 1,
              ),
            ),
          }),
      ),
    ],
  });
}

export const pageHeader = (text: string): Header => new Header({ children: [paragraph(text, style.small)] });

/** A footer from a sentence with `{page}` and `{pages}`, which become page-number fields. */
export function pageFooter(sentence: string): Footer {
  const children = sentence
    .split(/(\{pages?\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part === "{page}"
        ? new TextRun({ children: [PageNumber.CURRENT] })
        : part === "{pages}"
          ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
          : new TextRun(printableText(part)),
    );
  return new Footer({
    children: [new Paragraph({ style: style.small, alignment: AlignmentType.RIGHT, children })],
  });
}
