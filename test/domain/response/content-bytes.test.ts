import { expect, it } from "vitest";
import { contentBytes } from "#app/domain/response/content-bytes.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import { exampleTender } from "../../services/response/example-tender.ts";

const answers: ResponseContent["answers"] = {
  "QUAL-001": { type: "text", value: "å 😀 '" },
  "AVAIL-001": { type: "yes-no", value: true },
};
const file = (id: string, slot: string) => ({ id, slot, name: "samma.pdf", bytes: 1, sha256: "00" });
const statements = { taxes_paid: "yes", address: "Exempelvägen 1" };
const response = { tender: "t", answers, statements, unitPrices: { start: "1", calls: "2" } };

it("gives the same bytes for the same answers, in whatever order they were given", () => {
  const one = contentBytes(exampleTender, {
    ...response,
    files: [file("b", "CONT-001"), file("a", "AVAIL-001")],
  });
  const other = contentBytes(exampleTender, {
    tender: "t",
    answers: Object.fromEntries(Object.entries(answers).reverse()),
    statements: { address: "Exempelvägen 1", taxes_paid: "yes" },
    unitPrices: { calls: "2", start: "1" },
    files: [file("a", "AVAIL-001"), file("b", "CONT-001")],
  });
  expect(one.equals(other)).toBe(true);
  expect(JSON.parse(one.toString("utf8"))).toEqual({
    ...response,
    files: [file("a", "AVAIL-001"), file("b", "CONT-001")],
  });
});

it("gives other bytes when a single price differs", () => {
  const bytes = contentBytes(exampleTender, { ...response, files: [] });
  const changed = contentBytes(exampleTender, {
    ...response,
    unitPrices: { start: "1", calls: "2.0001" },
    files: [],
  });
  expect(bytes.equals(changed)).toBe(false);
});
