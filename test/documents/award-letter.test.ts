import { describe, expect, it } from "vitest";
import { awardLetter } from "#app/documents/award-letter.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { awardLetterTo, inventedAward, words } from "./invented-award.ts";
import { content, projectRoot } from "./invented-tender.ts";
import { wordTables, wordTexts } from "./word-paragraphs.ts";

const textsOf = async (...parameters: Parameters<typeof awardLetterTo>) =>
  wordTexts(await awardLetterTo(...parameters));
const cellsOf = (row: string) =>
  [...row.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) =>
    [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  );
async function rowsOf(...parameters: Parameters<typeof awardLetterTo>): Promise<string[][]> {
  const [table = []] = await wordTables(await awardLetterTo(...parameters));
  return table.map(cellsOf);
}

describe("the letter to a bidder that has lost", () => {
  it("sets its own figures against the winner's, criterion by criterion, down to the comparison price", async () => {
    const rows = await rowsOf("c", "en");
    // 480 000 · 7.25 + 48.5 · 9 000 = 3 916 500 and 480 000 · 8 + 48.5 · 9 000 = 4 276 500.
    expect(rows.slice(-5)).toEqual([
      ["QUAL-002 Title of QUAL-002 (en)", "SEK\u00a0120,000.50", "SEK\u00a00", "SEK\u00a00"],
      ["QUAL-003 Title of QUAL-003 (en)", "SEK\u00a0120,000.50", "SEK\u00a00", "SEK\u00a0120,000.50"],
      ["Added value", "", "SEK\u00a00", "SEK\u00a0120,000.50"],
      ["Tender price", "", "SEK\u00a04,276,500", "SEK\u00a03,916,500"],
      ["Comparison price", "", "SEK\u00a04,276,500", "SEK\u00a03,796,499.50"],
    ]);
  });

  it("names the winner and in what its bid is better, by price and by published levels", async () => {
    const texts = await textsOf("c", "sv");
    expect(texts).toContain(
      "Kontraktet i upphandlingen ”Telefonisttjänst för Ekvallen” tilldelas Svarslinjen AB (påhittad), org.nr 559900-0016. Det anbudet är det bästa enligt den utvärderingsmodell som har publicerats.",
    );
    expect(texts).toContain("Anbudspriset är 360\u00a0000\u00a0kr lägre.");
    expect(texts).toContain(
      "QUAL-003 Title of QUAL-003 (sv): 120\u00a0000,50\u00a0kr större avdrag. Nivå: Yes: everything. (sv).",
    );
  });

  it("gives the committee's reason for its own level", async () => {
    const texts = await textsOf("c", "sv");
    const at = texts.lastIndexOf("QUAL-003 Title of QUAL-003 (sv)");
    expect(texts.slice(at, at + 3)).toEqual([
      "QUAL-003 Title of QUAL-003 (sv)",
      "No: nothing. (sv)",
      words.c,
    ]);
  });

  it("tells nothing of another loser, and of the winner neither answers, unit prices nor what was written", async () => {
    for (const language of ["sv", "en"] as const) {
      const text = (await textsOf("c", language)).join("\n");
      for (const other of ["Växelbolaget", "Kvartetten", "559900-0017", "559900-0019", words.b, words.d]) {
        expect(text).not.toContain(other);
      }
      // Of d: 480 000 · 8.5 + 48.5 · 7 319 = 4 434 971.5.
      for (const secret of [words.a, "four languages", "plan.pdf", "7,25", "7.25", "7319", "7 319", "434"]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it("says how long the standstill is, why its last day was moved, and until when to apply for review", async () => {
    const texts = await textsOf("c", "sv");
    expect(texts).toContain(
      "Avtalsspärren är 10 dagar räknade från den 9 juni 2026, då underrättelserna skickades. Den löper till och med den 22 juni 2026. Avtal kan tecknas tidigast den 23 juni 2026.",
    );
    expect(texts.some((text) => text.includes("19 juni 2026 (midsommarafton)"))).toBe(true);
    expect(texts.some((text) => text.includes("21 juni 2026 (helg)"))).toBe(true);
    expect(texts.some((text) => text.includes("senast den 22 juni 2026"))).toBe(true);
  });

  it("adds what the buyer has written about the winning bid, and nothing where it has not", async () => {
    const statement = "Svarslinjen visar hur den klarar dubbel trafik.";
    expect(await textsOf("c", "sv", { statement })).toContain(statement);
    expect(await textsOf("c", "sv")).not.toContain("Beställaren tillägger:");
  });

  it("counts in points where the model does", async () => {
    const weighted: TenderContent = {
      ...content,
      evaluation: {
        type: "weighted_points",
        priceWeight: "60",
        priceFunction: { type: "linear_fixed_bounds", lower: "0", upper: "7500000" },
        weightTotal: "76",
        tieBreak: ["lottery"],
      },
    };
    const rows = await rowsOf("c", "en", {}, weighted);
    expect(rows.at(-1)).toEqual(["Points in total", "", "25.79", "32.67"]);
    expect(await textsOf("c", "en", {}, weighted)).toContain(
      "QUAL-003 Title of QUAL-003 (en): 4 points more. Level: Yes: everything. (en).",
    );
  });

  it("says how a draw was made where only a draw separated it from the bid before it", async () => {
    const texts = await textsOf("c", "en", {
      order: [{ better: "a", worse: "c", rule: "lottery" }],
      lottery: {
        source: "Closing value of 22 June",
        announced_at: "2026-06-01T08:00:00Z",
        due_at: "2026-06-03T16:00:00Z",
        value: "2501.75",
        seed: "tender 2026 2501.75",
      },
    });
    expect(
      texts.some((text) => text.includes("value 2501.75") && text.includes("“tender 2026 2501.75”")),
    ).toBe(true);
    expect((await textsOf("c", "en")).some((text) => text.endsWith("Tie-break"))).toBe(false);
  });
});

describe("the letter to a bidder that was rejected", () => {
  it("gives every reason with what the committee wrote, and no points", async () => {
    const texts = await textsOf("b", "en");
    expect(texts.find((text) => text.startsWith("Reasons"))).toBe(
      `ReasonsNo answer to the must-requirement AVAIL-001 Title of AVAIL-001 (en)The must-requirement AVAIL-003 Title of AVAIL-003 (en) is not met. The committee: “${words.b}”The tender price is above the ceiling price`,
    );
    expect(await wordTables(await awardLetterTo("b", "en"))).toEqual([]);
    expect(texts.join("\n")).not.toContain("3,796,499.50");
  });
});

describe("the letter to the winner", () => {
  it("says that it is no contract yet, and tells of nobody else", async () => {
    const texts = await textsOf("a", "sv");
    expect(texts.some((text) => text.includes("är inte ett avtal") && text.includes("23 juni 2026"))).toBe(
      true,
    );
    const text = texts.join("\n");
    for (const other of ["Växelbolaget", "Tonen", "Kvartetten", words.b, words.c, words.d]) {
      expect(text).not.toContain(other);
    }
    expect((await rowsOf("a", "sv"))[0]).toEqual(["Kriterium", "Högst", "Ert anbud"]);
    expect(text).toContain(words.a);
  });
});

describe("every letter", () => {
  it("carries the people, the case and the hash of the decision", async () => {
    const { sha256 } = inventedAward();
    for (const response of ["a", "b", "c", "d"]) {
      const texts = await textsOf(response, "sv");
      expect(texts).toContain("Beslutat avIna LindvallGun Alm");
      expect(texts).toContain("DiarienummerKS 2027/0142");
      expect(texts).toContain(`Beslutets SHA-256${sha256}`);
    }
  });

  it("is the same bytes for the same decision", async () => {
    expect((await awardLetterTo("c", "sv")).equals(await awardLetterTo("c", "sv"))).toBe(true);
  });

  it("does not exist for a response that the decision does not hold", async () => {
    expect(
      awardLetter({
        content,
        language: "sv",
        wording: await loadWording(projectRoot, "award-letter", "sv"),
        ...inventedAward(),
        response: "e",
      }),
    ).toBeNull();
  });
});
