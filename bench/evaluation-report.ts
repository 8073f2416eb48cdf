/**
 * How long the evaluation report of a large tender takes: `node bench/evaluation-report.ts`. Goal on two cores: 12 bids
 * on 200 requirements under 3 s, from the answers to the file, pictures included.
 */
import { evaluationReport } from "#app/documents/evaluation-report.ts";
import { loadWording } from "#app/documents/templates.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { sensitivityOf } from "#app/domain/evaluation/tender/sensitivity-of.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { isJudged, levelsOf } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import { language, root, sha256, tender } from "./large-tender.ts";
import { median } from "./timing.ts";

const bids = 12;
const printed = tender(200);
const { content } = printed;
const wording = await loadWording(root, "evaluation-report", language);

/** An answer that meets what is asked, a little different from bid to bid. */
function answerTo({ answer, measure, level }: TenderRequirement, bid: number): Answer {
  switch (answer.type) {
    case "yes-no":
      return { type: "yes-no", value: level === "must" || bid % 3 !== 0 };
    case "number":
      return { type: "number", value: measure?.threshold ?? answer.min ?? String(bid) };
    case "choice": {
      const values = answer.options.slice(0, answer.multiple ? 1 + (bid % answer.options.length) : 1);
      return { type: "choice", values: values.map(({ value }) => value) };
    }
    case "file":
      return { type: "file", met: true, comment: "Bilaga." };
    case "text":
      return { type: "text", value: "Ett påhittat svar som säger hur det görs, med några ord till." };
  }
}

const responses = Array.from({ length: bids }, (_, bid) => ({
  id: `bid-${bid}`,
  content: {
    tender: "t",
    files: [],
    answers: Object.fromEntries(content.requirements.map((one) => [one.id, answerTo(one, bid)])),
    unitPrices: Object.fromEntries(content.priceItems.map(({ id }) => [id, String(9000 + 100 * bid)])),
  },
}));
const levels = responses.flatMap(({ id }, bid) =>
  content.requirements.filter(isJudged).map((requirement) => ({
    response: id,
    requirement: requirement.id,
    level:
      requirement.level === "must"
        ? "met"
        : (levelsOf(requirement)[bid % levelsOf(requirement).length]?.value ?? ""),
    reason: "Beskrivningen är konkret och visar hur arbetet går till, men saknar exempel.",
  })),
);
const input = { tender: content, responses, levels, measured: [], lotterySeed: null };

const times: number[] = [];
let bytes = 0;
for (let turn = 0; turn < 6; turn++) {
  const start = performance.now();
  const file = await evaluationReport({
    ...printed,
    wording,
    madeAt: "2027-05-02T08:00:00Z",
    modelSha256: sha256,
    participants: [],
    lockedBy: [],
    evaluation: evaluateTender(input),
    consensus: levels,
    measured: [],
    sensitivity: sensitivityOf(input),
    vendors: Object.fromEntries(responses.map(({ id }, bid) => [id, `Anbudsgivare ${bid + 1} (påhittad)`])),
    unitPrices: Object.fromEntries(responses.map(({ id, content: { unitPrices } }) => [id, unitPrices])),
  });
  bytes = file.length;
  times.push(Math.round(performance.now() - start));
}
const [first = Number.NaN, ...rest] = times;
console.log(
  JSON.stringify({
    bids,
    requirements: content.requirements.length,
    firstMs: first,
    medianMs: median(rest),
    kilobytes: Math.round(bytes / 1000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1000),
  }),
);
