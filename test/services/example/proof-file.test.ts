import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proofFile } from "#app/services/example/proof-file.ts";

describe("a proof file of the example", () => {
  it("points at each of its objects by their exact place, whatever it says", () => {
    const line = fc.string({ unit: fc.constantFrom(..."aå(\\) é–09"), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const file = proofFile(lines).toString("latin1");
        const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
        expect(file.slice(table, table + 5)).toBe("xref\n");
        const places = [...file.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) =>
          Number(place),
        );
        expect(places).toHaveLength(5);
        places.forEach((place, index) => {
          expect(file.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
        });
        const stream = /<< \/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(file);
        expect(stream?.[2]).toHaveLength(Number(stream?.[1]));
      }),
    );
  });
});
