/**
 * How long the documents of a large tender take: `node bench/documents.ts`. Goals on two cores: a specification of 300
 * requirements under 1 s, a workbook of 300 rows under 0.5 s, reading one back under 1.5 s.
 */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";
import { readResponseWorkbook } from "#app/imports/response-workbook/read-response-workbook.ts";

const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const language = "sv";
const sha256 = "0".repeat(64);

const read = await readCatalogue(join(root, "requirements"));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const catalogue = read.value;

/** So many requirements out of the catalogue, round and round, each with an id of its own. */
function requirements(count: number): TenderRequirement[] {
  const all = [...catalogue.requirements.values()];
  return Array.from({ length: count }, (_, index) => {
    const requirement = all[index % all.length];
    if (requirement === undefined) throw new Error("the catalogue is empty");
    const { level, texts } = requirement;
    const isShould = level === "should";
    return {
      ...requirement,
      id: index < all.length ? requirement.id : `${requirement.id}-${index}`,
      text: texts[level],
      weight: isShould ? requirement.defaultWeight : null,
      valueSek: isShould ? "80000" : null,
    };
  });
}

function tender(count: number): PrintedTender {
  const content: TenderContent = {
    title: { sv: "Telefonisttjänst", en: "Telephone answering" },
    description: { sv: "Mätning av dokument.", en: "Measuring documents." },
    caseNumber: "M 1",
    buyer: { name: "Ekvallen (påhittad)", organisationNumber: "-", contactName: "-", contactEmail: "-" },
    profile: null,
    contractMonths: 48,
    estimatedValueSek: null,
    ceilingPriceSek: null,
    forbidNegativePrices: true,
    timezone: "Europe/Stockholm",
    deadline: null,
    provisions: initialProvisions,
    serviceCredits: noServiceCredits,
    requirements: requirements(count),
    priceItems: [
      { id: "call", name: { sv: "Samtal", en: "Call" }, unit: { sv: "st", en: "each" }, volume: "1000" },
    ],
    evaluation: { type: "added_value_deduction", tieBreak: ["lottery"] },
    simulation: null,
  };
  return {
    tender: "t",
    content,
    version: "1",
    sha256,
    publishedAt: "2027-01-29T09:00:00Z",
    language,
    vocabulary: catalogue,
  };
}

/** Median of five runs after one that warms up, in milliseconds. */
async function median(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}

const specificationWording = await loadWording(root, "requirement-specification", language);
const descriptionWording = await loadWording(root, "evaluation-description", language);
const workbookWording = await loadWording(root, "response-workbook", language);
const statementWording = await loadWording(root, "statements", language);
const folder = await mkdtemp(join(tmpdir(), "bench-documents-"));
const path = join(folder, "response.xlsx");

try {
  for (const count of [35, 80, 300]) {
    const printed = tender(count);
    const specification = () =>
      requirementSpecification({
        ...printed,
        wording: specificationWording,
        measureSentence: (measure) => measureSentence(measure, catalogue, language),
      });
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
        specificationMs: Math.round(await median(specification)),
        descriptionMs: Math.round(await median(description)),
        workbookMs: Math.round(await median(form)),
        readBackMs: Math.round(await median(reading)),
      }),
    );
  }
} finally {
  await rm(folder, { recursive: true });
}
