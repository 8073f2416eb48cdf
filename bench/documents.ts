/**
 * How long the documents of a large tender take: `node bench/documents.ts`. Goals on two cores: a specification of 300
 * requirements under 1 s and 150 MB above the program itself, a workbook of 300 rows under 0.5 s, reading one back under
 * 1.5 s.
 */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { readResponseWorkbook } from "#app/imports/response-workbook/read-response-workbook.ts";
import { catalogue, language, root, sha256, tender } from "./large-tender.ts";
import { median, timeOnce } from "./timing.ts";

/** Median of five runs after one that warms up, in whole milliseconds. */
async function medianMs(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) times.push((await timeOnce(run)).ms);
  return Math.round(median(times));
}

const specificationWording = await loadWording(root, "requirement-specification", language);
const descriptionWording = await loadWording(root, "evaluation-description", language);
const workbookWording = await loadWording(root, "response-workbook", language);
const statementWording = await loadWording(root, "statements", language);
const folder = await mkdtemp(join(tmpdir(), "bench-documents-"));
const path = join(folder, "response.xlsx");

const specificationOf = (count: number) =>
  requirementSpecification({
    ...tender(count),
    wording: specificationWording,
    measureSentence: (measure) => measureSentence(measure, catalogue, language),
  });

// First of all, so that nothing else has grown the process yet.
const before = process.memoryUsage().rss;
await specificationOf(300);
const peak = process.resourceUsage().maxRSS * 1024 - before;
console.log(JSON.stringify({ requirements: 300, specificationPeakMb: Math.round(peak / 1e6) }));

try {
  for (const count of [35, 80, 300]) {
    const printed = tender(count);
    const specification = () => specificationOf(count);
    const description = () =>
      evaluationDescription({ ...printed, wording: descriptionWording, example: null });
    const form = () =>
      responseWorkbook({ ...printed, wording: workbookWording, statementWording, response: null });
    await writeFile(path, await form());
    const reading = async () => {
      const { content } = printed;
      const result = await readResponseWorkbook(path, { root, content, tender: "t", contentSha256: sha256 });
      if (!result.ok || result.value.blank.requirements.length !== count) throw new Error("not read whole");
    };
    console.log(
      JSON.stringify({
        requirements: count,
        specificationMs: await medianMs(specification),
        descriptionMs: await medianMs(description),
        workbookMs: await medianMs(form),
        readBackMs: await medianMs(reading),
      }),
    );
  }
} finally {
  await rm(folder, { recursive: true });
}
