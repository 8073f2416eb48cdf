import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type IStylesOptions,
  LineRuleType,
} from "docx";
import { localeOf } from "#app/documents/printed-values.ts";
import type { Language } from "#app/domain/language.ts";

export const petrol = "0F4C5C";
const ink = "1B2426";
const mutedInk = "5A6466";
const rule = "D8D2C4";
export const usedFill = "F5F1E8";

/** A4 with 25 mm at the sides; what is left for text, in twentieths of a point (DXA). */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: {
    top: convertMillimetersToTwip(28),
    bottom: convertMillimetersToTwip(24),
    left: convertMillimetersToTwip(25),
    right: convertMillimetersToTwip(25),
    header: convertMillimetersToTwip(12),
    footer: convertMillimetersToTwip(12),
  },
} as const;
export const textWidth = page.size.width - page.margin.left - page.margin.right;

/** Where the text of a fact starts, to the right of its label. */
const factIndent = convertMillimetersToTwip(40);

/** Where the text of a numbered provision starts, to the right of its number. */
const provisionIndent = convertMillimetersToTwip(13);

/** Names of our own paragraph styles, as Word shows them. */
export const style = {
  lead: "Lead",
  requirement: "Requirement",
  fact: "Fact",
  provision: "Provision",
  cell: "TableText",
  cellHead: "TableHead",
  small: "Small",
  table: "TenderTable",
  // Word's own style for captions: programs list tables by it.
  caption: "Caption",
} as const;

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${rule}"/>`;

/** The look of every table: lines between rows, a dark head. A template may have a table style of the same name. */
export const tableStyle = `<w:style w:type="table" w:customStyle="1" w:styleId="${style.table}"><w:name w:val="Tender Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>${["top", "bottom", "insideH"].map(border).join("")}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${petrol}"/></w:tcPr></w:tblStylePr></w:style>`;

/** Styles that Word's list shows and that a screen reader walks by: real Title and Heading 1–3. */
export function styles(language: Language): IStylesOptions {
  const font = "Calibri";
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: petrol },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: localeOf[language] } },
        paragraph: { spacing: { after: 120, line: 283, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: 60, bold: true, color: petrol },
        paragraph: {
          spacing: { before: 0, after: 160, line: 264, lineRule: LineRuleType.AUTO },
          alignment: AlignmentType.LEFT,
        },
      },
      heading1: heading(36, 480, 160),
      heading2: heading(27, 360, 120),
      heading3: {
        run: { font, size: 22, bold: true, color: ink },
        paragraph: {
          spacing: { before: 280, after: 80 },
          keepNext: true,
          keepLines: true,
          border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: rule } },
        },
      },
    },
    paragraphStyles: [
      {
        id: style.lead,
        name: style.lead,
        basedOn: "Normal",
        run: { size: 27, color: mutedInk },
        paragraph: { spacing: { after: 80 } },
      },
      {
        id: style.requirement,
        name: style.requirement,
        basedOn: "Normal",
        run: { size: 23 },
        paragraph: { spacing: { after: 100 }, keepNext: true, keepLines: true },
      },
      {
        id: style.fact,
        name: style.fact,
        basedOn: "Normal",
        run: { size: 19 },
        paragraph: {
          spacing: { after: 50, line: 259, lineRule: LineRuleType.AUTO },
          indent: { left: factIndent, hanging: factIndent },
          keepLines: true,
        },
      },
      {
        id: style.provision,
        name: style.provision,
        basedOn: "Normal",
        paragraph: { indent: { left: provisionIndent, hanging: provisionIndent }, keepLines: true },
      },
      {
        id: style.cell,
        name: style.cell,
        basedOn: "Normal",
        run: { size: 19 },
        paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: LineRuleType.AUTO } },
      },
      {
        id: style.cellHead,
        name: style.cellHead,
        basedOn: style.cell,
        run: { bold: true },
        paragraph: { keepNext: true },
      },
      { id: style.small, name: style.small, basedOn: "Normal", run: { size: 17, color: mutedInk } },
      {
        id: style.caption,
        name: "caption",
        basedOn: "Normal",
        run: { size: 19, bold: true, color: petrol },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
    ],
  };
}
