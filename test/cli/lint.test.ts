import { describe, expect, it } from "vitest";
import { complete, withRequirement } from "../domain/tender/drafts.ts";
import { runCli } from "./run-cli.ts";

const published = ({ reasons: _, ...content }: typeof complete) => ({ ...content, kind: "published" });
const lint = (tender: unknown, ...options: string[]) =>
  runCli(["lint", "-", ...options], {}, JSON.stringify(tender));

describe("skallbor lint", { timeout: 120_000 }, () => {
  it("ends with 0 for a tender without errors", async () => {
    const { code, out } = await lint(published(complete));
    expect(out).toMatch(/^0 errors, \d+ warnings$/m);
    expect(code).toBe(0);
  });

  it("names path, rule and sentence of what both linters find, in the language asked for", async () => {
    const must = complete.requirements.find(({ level, measure }) => level === "must" && measure === null);
    const vague = withRequirement(complete, must?.id ?? "", {
      text: { sv: "Leverantören ska ha god ordning.", en: "The supplier shall have good order." },
    });
    const { code, out } = await lint(published(vague), "--lang", "sv");
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^requirements\\.${must?.id}\\S* error REQ-01 \\S+ .*mäta`, "m"));
    expect(out).toMatch(/ MOD-18 /);
  });

  it("asks no deadline of what has been published", async () => {
    const { out } = await lint({ ...published(complete), deadline: "2020-01-15T11:00:00Z" });
    expect(out).not.toContain("deadline");
  });

  it("tells every fault of a file that is no tender, and ends with 1", async () => {
    const { code, out } = await lint({ ...complete, caseNumber: 7, timezone: undefined });
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => line.includes(" error FILE "))).toHaveLength(2);
  });

  it("ends with 2 for a file that is not there", async () => {
    expect((await runCli(["lint", "no-such-file.json"])).code).toBe(2);
    expect((await runCli(["lint"])).code).toBe(2);
  });
});
