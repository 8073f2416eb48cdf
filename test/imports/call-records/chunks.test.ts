import { describe, expect, it } from "vitest";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { Choice, generateImport } from "./generated-files.ts";

const limit = 65_536;

/** Everything a scanner says about bytes that come in pieces of the given sizes. */
function scan(bytes: Uint8Array, nextSize: () => number, quotes = true): string[] {
  const said: string[] = [];
  const scanner = new RecordScanner(
    0x2c,
    {
      record: (record) => {
        const cells = Array.from({ length: record.fields }, (_, i) =>
          Buffer.from(record.bytes.subarray(record.starts[i], record.ends[i])).toString("latin1"),
        );
        const text = cells.map((cell) => (cell.length > 40 ? `${cell.length} bytes` : cell));
        said.push(`${record.line} ${record.isUtf8} ${JSON.stringify(text)}`);
      },
      brokenRecord: (code, line) => said.push(`${line} ${code}`),
    },
    quotes,
  );
  for (let at = 0; at < bytes.length; ) {
    const size = nextSize();
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
  return said;
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const whole = (text: string): string[] => scan(latin1(text), () => Number.POSITIVE_INFINITY);

describe("the record scanner", () => {
  it("finds the same records wherever the chunks are cut", () => {
    for (let seed = 1; seed <= 600; seed++) {
      const choose = new Choice(seed);
      const [file] = generateImport(seed).files;
      const bytes = file?.bytes ?? new Uint8Array(0);
      const once = scan(bytes, () => bytes.length + 1);
      expect(
        scan(bytes, () => 1),
        `seed ${seed}, single bytes`,
      ).toEqual(once);
      expect(
        scan(bytes, () => 1 + choose.number(40)),
        `seed ${seed}, random chunks`,
      ).toEqual(once);
    }
  });

  it("cuts long records the same wherever the chunks are cut", () => {
    const long = "x".repeat(limit - 2);
    const text = [
      `a,${long}`,
      `b,${long}y`,
      `c,"${long.slice(2)}"`,
      `d,"${long}\n"`,
      "e,f",
      `g,"${long}`,
    ].join("\r\n");
    const once = whole(text);
    for (const size of [997, 4096, 65_536, 65_537, 65_538]) {
      expect(
        scan(latin1(text), () => size),
        `chunks of ${size}`,
      ).toEqual(once);
    }
  });

  it("takes a record of 65,536 bytes and refuses one of 65,537, whatever its line end", () => {
    const fits = "x".repeat(limit);
    for (const end of ["", "\n", "\r\n"]) {
      expect(whole(`${fits}${end}`)).toEqual([`1 true ["65536 bytes"]`]);
      expect(whole(`${fits}x${end}`)).toEqual(["1 row_too_long"]);
    }
  });

  it("goes on behind the first line of a record with a stray quote, so that it costs one record", () => {
    expect(whole('a,"b\nc,d\ne,"f\ng')).toEqual(["1 quote", '2 true ["c","d"]', "3 quote", '4 true ["g"]']);
  });

  it("keeps delimiters, newlines and doubled quotes inside a quoted field", () => {
    expect(whole('"a ""b"", c\nd",e\nf')).toEqual(['1 true ["a \\"b\\", c\\nd","e"]', '3 true ["f"]']);
  });

  it("refuses text behind a closing quote, but takes CRLF, even one cut in two by the end of the file", () => {
    expect(whole('"a"b\n"c"\r\n"d"\r')).toEqual(["1 quote", '2 true ["c"]', '3 true ["d"]']);
    expect(whole('"a" ,b\n"c"\rd\n')).toEqual(["1 quote", "2 quote"]);
  });

  it("tells which records are UTF-8, inside and outside quotes", () => {
    const text = 'a\n"\xe4"\n\xe4\n"\xc3\xa4"\n\xc3\xa4\n\xc3\n\xa4';
    const told = whole(text).map((line) => line.split(" ")[1]);
    expect(told).toEqual(["true", "false", "false", "true", "true", "false", "false"]);
  });

  it("judges a record before its doubled quotes are resolved", () => {
    // Resolving moves the last letter to the left over half of itself.
    expect(whole('"""\xc3\xa4"\n\xff')).toEqual(['1 true ["\\"\xc3\xa4"]', '2 false ["\xff"]']);
  });

  it("takes a quote as any character where the format has none", () => {
    expect(scan(latin1('"a,b"c\n'), () => 3, false)).toEqual(['1 true ["\\"a","b\\"c"]']);
  });
});
