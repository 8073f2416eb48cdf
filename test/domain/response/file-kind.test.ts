import { describe, expect, it } from "vitest";
import { fileKind, longestName, plainFileName } from "#app/domain/response/file-kind.ts";

const pdf = Buffer.from("%PDF-1.7\n");
const zip = Buffer.from("504b030414000600", "hex");
const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
const program = Buffer.from("MZ\u0090");
const outcome = (name: string, head: Buffer) => {
  const kind = fileKind(name, head);
  return kind.ok ? kind.value : kind.faults[0]?.code;
};

describe("the kind of a proof file", () => {
  it.each([
    ["avtal.pdf", pdf, "pdf"],
    ["AVTAL.PDF", pdf, "pdf"],
    ["plan.docx", zip, "docx"],
    ["lista.csv", Buffer.from("a;b\n1;å"), "csv"],
    ["lista.txt", Buffer.from("fffe6100", "hex"), "txt"],
    ["plan.docm", zip, "file_of_old_office"],
    ["plan.doc", ole, "file_of_old_office"],
    ["plan.docx", ole, "archive_locked_or_old"],
    ["avtal.pdf", zip, "file_not_what_it_says"],
    ["lista.csv", program, "file_not_what_it_says"],
    ["lista.csv", pdf, "file_not_what_it_says"],
    ["lista.csv", Buffer.from("a\0b"), "file_not_what_it_says"],
    ["avtal.pdf.exe", program, "file_kind_not_allowed"],
    ["sida.html", Buffer.from("<html>"), "file_kind_not_allowed"],
    ["bild.svg", Buffer.from("<svg>"), "file_kind_not_allowed"],
    ["constructor", pdf, "file_kind_not_allowed"],
    ["utan", pdf, "file_kind_not_allowed"],
    ["avtal.pdf", Buffer.alloc(0), "file_empty"],
  ])("of %s is told by name and first bytes together: %#", (name, head, expected) => {
    expect(outcome(name, head)).toBe(expected);
  });
});

describe("the name of a file", () => {
  it("is bare, without folders, control characters or marks that turn its direction", () => {
    expect(plainFileName("C:\\fakepath\\..\\intyg.pdf")).toBe("intyg.pdf");
    expect(plainFileName("../../etc/in\u0000ty\u202eg.pdf")).toBe("intyg.pdf");
  });

  it("keeps its ending when it is cut", () => {
    const name = plainFileName(`${"å".repeat(300)}.pdf`);
    expect(name).toHaveLength(longestName);
    expect(name.endsWith("å.pdf")).toBe(true);
  });
});
