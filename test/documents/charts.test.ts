import { createHash } from "node:crypto";
import { Document, Packer } from "docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceAgainstQuality } from "#app/documents/chart-price-quality.ts";
import { stackedBars } from "#app/documents/chart-stacked.ts";
import { chart, chartWidth, text, ticks } from "#app/documents/chart-svg.ts";
import { tornado } from "#app/documents/chart-tornado.ts";
import { picture } from "#app/documents/word-picture.ts";
import { archiveBytes } from "./archive-entries.ts";

const numbers = (svg: string, element: string, attribute: string): number[] =>
  [...svg.matchAll(new RegExp(`<${element} [^>]*\\b${attribute}="([^"]*)"`, "g"))].map(([, value]) =>
    Number(value),
  );
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = ""]) => words);

const words = {
  price: "Price",
  quality: "Quality",
  equal: "equal",
  number: String,
};

describe("ticks", () => {
  it("are round, cover the range and are at most seven", () => {
    expect(ticks(0, 1_115_000)).toEqual([0, 500_000, 1_000_000, 1_500_000]);
    expect(ticks(0, 0)).toHaveLength(2);
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (least, span) => {
        const all = ticks(least, least + span);
        expect(all.length).toBeGreaterThanOrEqual(2);
        expect(all.length).toBeLessThanOrEqual(7);
        expect(all[0]).toBeLessThanOrEqual(least);
        expect(all.at(-1)).toBeGreaterThanOrEqual(least + span);
      }),
    );
  });
});

describe("stacked bars", () => {
  it("are as long as what they are worth, the widest over the whole width, and name only what somebody has", () => {
    const { svg } = stackedBars(
      [
        { label: "A", total: "300", values: [200, 0, 100] },
        { label: "B", total: "150", values: [150, 0, 0] },
      ],
      ["Quality", "Nobody", "Staffing"],
    );
    expect(numbers(svg, "rect", "width").slice(1)).toEqual(
      [(chartWidth * 2) / 3, chartWidth / 3, chartWidth / 2].map((width) => Math.round(width * 100) / 100),
    );
    expect(texts(svg)).toEqual(expect.arrayContaining(["1  Quality", "2  Staffing"]));
    expect(texts(svg).join()).not.toContain("Nobody");
  });
});

describe("price against quality", () => {
  const bids = [
    { name: "A", price: 600, quality: 100, first: true },
    { name: "B", price: 500, quality: 50, first: false },
  ];
  it("puts the dearer to the right and the better higher", () => {
    const { svg } = priceAgainstQuality(bids, words);
    const [a, b] = numbers(svg, "circle", "cx");
    const [up, down] = numbers(svg, "circle", "cy");
    expect(a).toBeGreaterThan(b ?? Number.NaN);
    expect(up).toBeLessThan(down ?? Number.NaN);
  });
  it("joins what would be equal to the first only where quality is money", () => {
    expect(priceAgainstQuality(bids, words).svg).toContain("stroke-dasharray");
    expect(priceAgainstQuality(bids, { ...words, equal: null }).svg).not.toContain("stroke-dasharray");
  });
});

describe("a tornado", () => {
  it("draws every bar from the margin as it is", () => {
    const bar = { label: "AVAIL-001", minus: 50, plus: 150 };
    const { svg } = tornado([bar], 100, { lower: "l", higher: "h", flips: "f", number: String });
    const xs = numbers(svg, "rect", "x").slice(-2);
    const widths = numbers(svg, "rect", "width").slice(-2);
    expect((xs[0] ?? 0) + (widths[0] ?? 0)).toBeCloseTo(xs[1] ?? Number.NaN, 1);
  });
});

describe("a picture in a document", () => {
  const words = `A & B <"bid"> ${"x".repeat(80)}`;
  const packed = async () =>
    Packer.toBuffer(
      new Document({ sections: [{ children: [picture(chart(40, [text(0, 20, words)]), words)] }] }),
    );

  it("is there as SVG and as PNG of the same shape, and told in words", async () => {
    const entries = await archiveBytes(await packed());
    const png = entries.get("word/media/image1.png");
    expect(png?.subarray(1, 4).toString()).toBe("PNG");
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([chartWidth * 2.5, 100]);
    expect(entries.get("word/media/image1.svg")?.toString()).toContain("A &amp; B &lt;&quot;bid&quot;&gt;");
    const xml = entries.get("word/document.xml")?.toString() ?? "";
    expect(xml).toContain(`descr="A &amp; B &lt;&quot;bid&quot;&gt; ${"x".repeat(80)}"`);
    expect(xml).toContain("svgBlip");
  });

  it("is drawn with letters, the same ones each time", async () => {
    const drawn = async (said: string) => {
      const children = [picture(chart(40, [text(0, 20, said)]), "x")];
      const document = new Document({ sections: [{ children }] });
      const entries = await archiveBytes(await Packer.toBuffer(document));
      return createHash("sha256")
        .update(entries.get("word/media/image1.png") ?? "")
        .digest("hex");
    };
    expect(await drawn("Åkerö")).toBe(await drawn("Åkerö"));
    expect(await drawn("Åkerö")).not.toBe(await drawn("Akero"));
    expect(await drawn("Åkerö")).not.toBe(await drawn(""));
  });
});
