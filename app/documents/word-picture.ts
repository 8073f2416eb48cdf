import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { AlignmentType, ImageRun, Paragraph } from "docx";
import { type Chart, chartWidth } from "#app/documents/chart-svg.ts";
import { printableText } from "#app/documents/printed-values.ts";

/** The only fonts that are drawn with, so that a machine's own ones do not change the picture. */
const fontFiles = [
  import.meta.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  import.meta.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
].map((url) => fileURLToPath(url));

/** Pixels of the picture per unit of the chart: sharp on paper at 160 mm. */
const zoom = 2.5;
/** Pixels at 96 to the inch that the text of a page is wide: 160 mm. */
const printedWidth = 605;

/**
 * A chart as a picture that stays with what follows it: vector for programs that draw SVG, PNG for the rest. `told`
 * says in words what it shows, for those who do not see it.
 */
export function picture(drawn: Chart, told: string): Paragraph {
  const png = new Resvg(drawn.svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter" },
    fitTo: { mode: "zoom", value: zoom },
  })
    .render()
    .asPng();
  const transformation = {
    width: printedWidth,
    height: Math.round((drawn.height / chartWidth) * printedWidth),
  };
  const words = printableText(told);
  return new Paragraph({
    keepNext: true,
    alignment: AlignmentType.LEFT,
    spacing: { before: 120, after: 60 },
    children: [
      new ImageRun({
        type: "svg",
        data: Buffer.from(drawn.svg),
        fallback: { type: "png", data: png },
        transformation,
        altText: { name: words.slice(0, 60), description: words, title: "" },
      }),
    ],
  });
}
