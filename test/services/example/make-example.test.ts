import { createHash, createPublicKey } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { evaluateCommand } from "#app/cli/evaluate.ts";
import { organisationRoles, tenderRoles } from "#app/domain/account/actor.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { verifyReceipt } from "#app/domain/response/receipt.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import { editDraft } from "#app/domain/tender/edit-draft.ts";
import { modelChoices } from "#app/domain/tender/model-choice.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { type Played, play } from "./played-example.ts";

const seconds = 120_000;
const [cheap, sound, excellent] = [
  "Ringlinjen Exempel AB",
  "Svarsverket Exempel AB",
  "Hallå Excellens Exempel AB",
];

/** What the vendors' evaluated figures are, by name. */
const figuresOf = ({ comparison: { vendors, evaluation } }: Played) =>
  Object.fromEntries(
    vendors.map(({ response, name }) => {
      const found = evaluation.responses.find((one) => one.response === response);
      const { admission, price, quality, score, rank } = found ?? {};
      return [name, { admission, price: price?.exact, quality: quality?.exact, score: score?.decimal, rank }];
    }),
  );

const measuredOf = (
  { comparison: { vendors, evaluation } }: Played,
  name: string | undefined,
  requirement: string,
) => {
  const response = vendors.find((vendor) => vendor.name === name)?.response;
  const cells = evaluation.responses.find((one) => one.response === response)?.cells ?? [];
  return cells.find((cell) => cell.requirement === requirement)?.measured ?? null;
};

onBothDatabases("the example tender", (world) => {
  let made: Promise<Played> | null = null;
  const played = () => {
    made ??= play(world());
    return made;
  };

  it("has one contract, one tender awarded, one open for responses and one in draft", {
    timeout: seconds,
  }, async () => {
    const { example, stageOf, clockCameBack, openings } = await played();
    expect(stageOf(example.concluded)).toBe("concluded");
    expect(stageOf(example.awarded)).toBe("awarded");
    expect(stageOf(example.published)).toBe("published");
    expect(stageOf(example.draft)).toBe("draft");
    expect(openings.map(({ part }) => part)).toEqual(["quality", "price", "quality", "price"]);
    expect(clockCameBack).toBe(true);
  });

  it("has somebody in every role, all of them invented and saying so", { timeout: seconds }, async () => {
    const { people } = await played();
    const held = new Set(people.flatMap(({ roles }) => roles));
    expect([...held].sort()).toEqual([...organisationRoles, ...tenderRoles].sort());
    for (const { name, organisation } of people) {
      expect(name).toContain("Exempel");
      expect(organisation).toContain("Exempel");
    }
  });

  it("publishes the profile's 35 requirements and three more, one of them scored by call records", {
    timeout: seconds,
  }, async () => {
    const { comparison } = await played();
    const { requirements, priceItems } = comparison.content;
    expect(requirements).toHaveLength(38);
    const scored = requirements.filter(
      ({ useOfMeasurement, measure }) => useOfMeasurement === "award" && measure?.metric === "asa",
    );
    expect(scored.map(({ id, text }) => [id, text.sv.includes("12 sekunder")])).toEqual([
      ["AVAIL-016", true],
    ]);
    expect(priceItems.map(({ id, volume }) => [id, volume])).toEqual([
      ["fee-month", "48"],
      ["answered-call", "400000"],
      ["extra-hour", "500"],
      ["start-up", "1"],
    ]);
  });

  it("lets the sound vendor win narrowly over the dear and the cheap one", { timeout: seconds }, async () => {
    const told = await played();
    const { evaluation, vendors } = told.comparison;
    expect(vendors.find(({ response }) => response === evaluation.winner)?.name).toBe(sound);
    expect(figuresOf(told)).toMatchObject({
      [sound ?? ""]: { admission: "admitted", price: "5954600", score: "4192023.09", rank: 1 },
      [excellent ?? ""]: { admission: "admitted", price: "6312700", score: "4257556.44", rank: 2 },
      [cheap ?? ""]: { admission: "admitted", price: "5273700", score: "4300873.97", rank: 3 },
    });
  });

  it("measures what the vendors' call records show, beside what they promise", {
    timeout: seconds,
  }, async () => {
    const told = await played();
    expect(told.imports.map(({ state }) => state)).toEqual(Array(6).fill("done"));
    const level = (name: string | undefined) => measuredOf(told, name, "AVAIL-001")?.value?.slice(0, 5);
    expect([cheap, sound, excellent].map(level)).toEqual(["92.51", "91.35", "96.79"]);
    const answerTime = (name: string | undefined) => measuredOf(told, name, "AVAIL-016")?.verdict;
    expect([cheap, sound, excellent].map(answerTime)).toEqual(["refuted", "verified", "verified"]);
  });

  it("holds the vendors' incident logs against the promise of 99.5 %, which only the cheap one breaks", {
    timeout: seconds,
  }, async () => {
    const told = await played();
    const verdict = (name: string | undefined) => measuredOf(told, name, "AVAIL-004")?.verdict;
    expect([cheap, sound, excellent].map(verdict)).toEqual(["refuted", "verified", "verified"]);
  });

  it("shows a cheap vendor that keeps 90 % of the calls it lets in, and not of those who called", {
    timeout: seconds,
  }, async () => {
    const { measured } = await played();
    const figures = measured.map(({ vendor, page }) => {
      const { offered, attempts } = page?.month?.service_level.variants ?? {};
      const blocked = page?.month?.kpis.blocked_rate?.value;
      return [vendor, ...[offered?.value, attempts?.value, blocked].map((value) => Number(value).toFixed(1))];
    });
    expect(figures.toSorted()).toEqual([
      [excellent, "96.8", "96.8", "0.0"],
      [cheap, "92.5", "89.6", "3.2"],
      [sound, "91.4", "91.2", "0.2"],
    ]);
    const trapped = measured.filter(({ page }) => page?.traps.some(({ id }) => id === "TRAP-01"));
    expect(trapped.map(({ vendor }) => vendor)).toEqual([cheap]);
  });

  it("follows the contract month by month: one month misses the service level and costs five per cent of its fee", {
    timeout: seconds,
  }, async () => {
    const { contract } = await played();
    const told = contract.months.map(({ month, counts, credit }) => [
      month,
      counts.verified,
      counts.refuted,
      counts.no_data,
      credit?.amount.exact,
    ]);
    expect(told).toEqual([
      ["2026-08", 7, 0, 0, "0"],
      ["2026-09", 7, 0, 0, "0"],
      ["2026-10", 6, 1, 0, "760"],
      ["2026-11", 0, 0, 7, "0"],
    ]);
    expect(contract.month).toBe("2026-10");
    const missed = contract.requirements.filter(({ verdict }) => verdict === "refuted");
    expect(
      missed.map(({ requirement, promise, promiseKept, step }) => [requirement, promise, promiseKept, step]),
    ).toEqual([["AVAIL-001", "91", false, { requirement: "AVAIL-001", limit: "90", percent: "5" }]]);
    expect(contract.total?.exact).toBe("760");
    expect(contract.shown).toMatchObject({ id: "AVAIL-001", unit: { sv: "%", en: "%" } });
  });

  it("shows a requirement in the unit that its limit has, also where the unit is a word", {
    timeout: seconds,
  }, async () => {
    expect((await played()).contractWait).toMatchObject({
      id: "AVAIL-016",
      threshold: "12",
      unit: { sv: "sekunder", en: "seconds" },
    });
  });

  it("shows the contract to its own supplier, and to no other vendor", { timeout: seconds }, async () => {
    const { contractOfSupplier, contractOfOthers } = await played();
    expect(contractOfSupplier.ok && contractOfSupplier.value.months).toHaveLength(4);
    expect(contractOfSupplier.ok && contractOfSupplier.value.mayImport).toBe(false);
    expect(contractOfOthers.map((read) => (read.ok ? "" : read.faults[0]?.code))).toEqual([
      "not_found",
      "not_found",
    ]);
  });

  it("reports a month of the contract in Word and all of them in Excel, the same bytes each time", {
    timeout: seconds,
  }, async () => {
    const { reports } = await played();
    for (const [first, second] of reports) {
      expect(first.length).toBeGreaterThan(5_000);
      expect(first.equals(second)).toBe(true);
    }
  });

  it("shows evaluators who disagree, and a consensus with a reason for each disagreement", {
    timeout: seconds,
  }, async () => {
    const { example, sheets, consensus, scores } = await played();
    expect(sheets).toHaveLength(4);
    const agreed = consensus.filter(({ tender_id }) => tender_id === example.awarded);
    const split = agreed.filter(({ response_id, requirement_id }) => {
      const own = scores.filter(
        (score) => score.response_id === response_id && score.requirement_id === requirement_id,
      );
      return new Set(own.map(({ level }) => level)).size > 1;
    });
    expect(split).toHaveLength(5);
    for (const { reason } of split) expect(reason.length).toBeGreaterThanOrEqual(20);
  });

  it("has nobody at work on a Saturday or Sunday", { timeout: seconds }, async () => {
    const { log, endUs } = await played();
    // Their days are the same in UTC. At the very end only the test itself has acted.
    const acts = log.filter(({ at_us }) => at_us < endUs);
    const weekdays = acts.map(({ at_us }) => new Date(at_us / 1000).getUTCDay());
    expect(weekdays.every((weekday) => weekday >= 1 && weekday <= 5)).toBe(true);
  });

  it("gives each vendor a receipt that verifies against what was stored", { timeout: seconds }, async () => {
    const { submissions, signingKey } = await played();
    expect(submissions).toHaveLength(4);
    for (const { content, receipt, signature } of submissions) {
      expect(verifyReceipt(receipt, signature, createPublicKey(signingKey))).toBe(true);
      const { answers_sha256, files } = JSON.parse(receipt.toString("utf8"));
      expect(answers_sha256).toBe(createHash("sha256").update(content).digest("hex"));
      expect(files.length).toBeGreaterThan(5);
    }
  });

  it("leaves a log whose entries are whole, in order and of the last year", {
    timeout: seconds,
  }, async () => {
    const { log, endUs } = await played();
    const bodies = log.map(({ body }) => JSON.parse(body.toString("utf8")));
    log.forEach(({ seq, leaf, body }, index) => {
      expect(seq).toBe(index + 1);
      expect(bodies[index].seq).toBe(seq);
      expect(leaf).toEqual(createHash("sha256").update(Buffer.of(0)).update(body).digest());
    });
    const times = log.map(({ at_us }) => at_us);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const days = (endUs - (times[0] ?? 0)) / 86_400_000_000;
    expect(days).toBeGreaterThan(329);
    expect(days).toBeLessThan(337);
    expect(times.at(-1)).toBeLessThanOrEqual(endUs);
  });

  it("exports a case that the command line recomputes to the same exact scores", {
    timeout: seconds,
  }, async () => {
    const { caseFile, comparison } = await played();
    const folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-case-"));
    try {
      const file = path.join(folder, "case.json");
      await writeFile(file, caseFile);
      let printed = "";
      const io = {
        root: folder,
        out: (text: string) => {
          printed += text;
        },
        err: (text: string) => expect.unreachable(text),
        stdin: Readable.from([]),
      };
      expect(await evaluateCommand([file], io)).toBe(0);
      const [recomputed] = JSON.parse(printed);
      const shown = comparison.evaluation.responses.map(({ response, score }) => [response, score?.exact]);
      expect(recomputed.exact).toEqual(Object.fromEntries(shown));
      expect(recomputed.winner).toBe(comparison.evaluation.winner);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("has a draft with findings and a response that has only been begun", { timeout: seconds }, async () => {
    const { draft, responses, submissions, example } = await played();
    const codes = new Set(draft.findings.map(({ code }) => code));
    for (const code of [
      "case_number_missing",
      "deadline_missing",
      "two_requirements",
      "proof_missing",
      "target_absolute",
    ]) {
      expect(codes).toContain(code);
    }
    const begun = responses.filter(({ tender_id }) => tender_id === example.published);
    expect(begun.map(({ name }) => name)).toEqual([cheap]);
    expect(submissions.some(({ response_id }) => response_id === begun[0]?.id)).toBe(false);
  });

  it("is the same each time but for ids and keys", { timeout: 2 * seconds }, async () => {
    const [first, second] = [await played(), await play(world())];
    const published = ({ publications }: Played) => publications.map(({ content_sha256 }) => content_sha256);
    expect(published(second)).toEqual(published(first));
    const told = ({ submissions }: Played) =>
      submissions.map(({ received_us, content }) => {
        const { answers, unitPrices, files }: ResponseContent = JSON.parse(content.toString("utf8"));
        // Files of one slot stand in the order of their ids, which are drawn anew.
        const proofs = files
          .map(({ slot, name, sha256 }) => ({ slot, name, sha256 }))
          .toSorted((a, b) => (`${a.slot} ${a.name}` < `${b.slot} ${b.name}` ? -1 : 1));
        return { received_us, answers, unitPrices, proofs };
      });
    expect(told(second)).toEqual(told(first));
    const acts = ({ log }: Played) => log.map(({ at_us, kind }) => [at_us, kind]);
    expect(acts(second)).toEqual(acts(first));
  });

  it("gives the same exact scores by every model that a tender may have, evaluated here and from its case file", {
    timeout: seconds,
  }, async () => {
    const { comparison } = await played();
    const { input, vendors } = comparison;
    const winners: Record<string, string | undefined> = {};
    for (const choice of modelChoices) {
      const draft: DraftTender = { ...input.tender, kind: "draft", reasons: {} };
      const chosen = editDraft(draft, [{ type: "choose-model", choice }], world().app.catalogue);
      if (!chosen.ok) throw new Error(JSON.stringify(chosen.faults));
      const given = { ...input, tender: chosen.value };
      const evaluation = evaluateTender(given);
      const computed = computeCase(JSON.parse(JSON.stringify(evaluationCaseOf(given))));
      if (!computed.ok) throw new Error(JSON.stringify(computed.faults));
      const exact = evaluation.responses.flatMap(({ response, score }) =>
        score === null ? [] : [[response, score.exact] as const],
      );
      expect(computed.value.exact, choice).toEqual(Object.fromEntries(exact));
      expect(computed.value.order, choice).toEqual(evaluation.order);
      for (const { explanation, score } of evaluation.responses) {
        expect(explanation?.value, choice).toBe(score?.exact);
      }
      winners[choice] = vendors.find(({ response }) => response === evaluation.winner)?.name;
    }
    // The same three bids: which is best is a question of what the buyer wants.
    expect(winners).toMatchObject({
      added_value_deduction: sound,
      lowest_price: cheap,
      fixed_price_quality_only: excellent,
    });
  });
});
