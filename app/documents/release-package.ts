import { createHash } from "node:crypto";
import { awardCriteria, qualificationCriteria, serviceTargets } from "#app/documents/release-criteria.ts";
import { awardStep, cancellationStep, contractStep, periodOf } from "#app/documents/release-decisions.ts";
import { type DecisionStep, lotId, organisationId, type ReleaseInput } from "#app/documents/release-input.ts";
import { lastDayOfContract } from "#app/domain/award/conclusion.ts";
import { languages } from "#app/domain/language.ts";
import { questionDeadline } from "#app/domain/tender/provisions.ts";

/** Extensions of OCDS 1.1.5 at the commits that the fields were written for. */
const extensions = [
  ["lots", "8d3b52e"],
  ["bid", "d62ff4b"],
  ["enquiry", "e278d5b"],
  ["requirements", "b4f5ba9"],
  ["awardCriteriaBreakdown", "9391240"],
  ["metrics", "fad91df"],
].map(
  ([name, commit]) =>
    `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/${commit}/extension.json`,
);

/**
 * The tender as a release package of OCDS 1.1.5: a release when it was published and one for each decision since. Bids
 * are secret until the award, their number included, and answers and unit prices afterwards too. The same input gives
 * the same package.
 */
export function releasePackage(input: ReleaseInput) {
  const { content, publishedAt, sha256 } = input;
  const steps = stepsOf(input);
  return {
    uri: `urn:uuid:${uuidOf([sha256, ...steps.map(({ id }) => id)].join(" "))}`,
    version: "1.1",
    publisher: { name: content.buyer.name },
    publishedDate: steps.at(-1)?.date ?? publishedAt,
    extensions,
    releases: [tenderRelease(input), ...steps.map((step) => decisionRelease(input, step))],
  };
}

function stepsOf(input: ReleaseInput): DecisionStep[] {
  const { award, conclusion, cancellation } = input;
  const steps: DecisionStep[] = [];
  if (award) steps.push(awardStep(input, award.record, award.sha256));
  if (award && conclusion)
    steps.push(contractStep(input, conclusion.record, conclusion.sha256, award.record));
  if (cancellation)
    steps.push(cancellationStep(input, cancellation.record, cancellation.sha256, award?.record ?? null));
  return steps;
}

/** A decision as a release of its own: what it says stands beside the buyer, who makes it. */
function decisionRelease(input: ReleaseInput, { id, parties, ...step }: DecisionStep) {
  const { tender, ocidPrefix } = input;
  return {
    ocid: `${ocidPrefix}-${tender}`,
    id: `${tender}-${id}`,
    ...step,
    initiationType: "tender",
    language: "sv",
    parties: [buyerParty(input), ...parties],
    buyer: buyerOf(input),
  };
}

const buyerOf = ({ content: { buyer } }: ReleaseInput) => ({
  id: organisationId(buyer.organisationNumber),
  name: buyer.name,
});

const buyerParty = (input: ReleaseInput) => {
  const { buyer } = input.content;
  return {
    ...buyerOf(input),
    identifier: { scheme: "SE-ON", id: buyer.organisationNumber, legalName: buyer.name },
    contactPoint: { name: buyer.contactName, email: buyer.contactEmail },
    roles: ["buyer", "procuringEntity"],
  };
};

function tenderRelease(input: ReleaseInput) {
  const { tender, content, sha256, publishedAt, deadline, url, vocabulary } = input;
  const { title, description, provisions } = content;
  const organisation = buyerOf(input);
  const status = "active";
  const value =
    content.estimatedValueSek === null
      ? {}
      : { value: { amount: Number(content.estimatedValueSek), currency: "SEK" } };
  const classification =
    provisions.cpv === "" ? {} : { classification: { scheme: "CPV", id: provisions.cpv } };
  return {
    ocid: `${input.ocidPrefix}-${tender}`,
    id: `${tender}-${sha256.slice(0, 12)}`,
    date: publishedAt,
    tag: ["tender"],
    initiationType: "tender",
    language: "sv",
    parties: [buyerParty(input)],
    buyer: organisation,
    tender: {
      id: tender,
      title: title.sv,
      title_en: title.en,
      description: description.sv,
      description_en: description.en,
      status,
      procuringEntity: organisation,
      procurementMethod: "open",
      mainProcurementCategory: "services",
      awardCriteria: "ratedCriteria",
      submissionMethod: ["electronicSubmission"],
      tenderPeriod: { startDate: publishedAt, endDate: deadline },
      enquiryPeriod: { startDate: publishedAt, endDate: questionDeadline(content, deadline) },
      ...contractPeriod(content),
      ...value,
      items: content.priceItems.map((item) => ({
        id: item.id,
        description: item.name.sv,
        ...classification,
        quantity: Number(item.volume),
        unit: { name: item.unit.sv },
        relatedLot: lotId,
      })),
      lots: [{ id: lotId, title: title.sv, status, ...value, awardCriteria: awardCriteria(content) }],
      ...atLeastOne("criteria", qualificationCriteria(content)),
      ...atLeastOne("targets", serviceTargets(content, vocabulary)),
      documents: documents(tender, publishedAt, url),
    },
  };
}

/** The schema allows no empty lists of these. */
const atLeastOne = <K extends string, T>(key: K, list: readonly T[]) =>
  (list.length === 0 ? {} : { [key]: list }) as { readonly [P in K]?: readonly T[] };

/** From the day that the buyer intends; the months count every extension. */
const contractPeriod = ({ provisions, contractMonths, timezone }: ReleaseInput["content"]) =>
  provisions.contractStart === null
    ? {}
    : {
        contractPeriod: periodOf(
          provisions.contractStart,
          lastDayOfContract(provisions.contractStart, contractMonths),
          timezone,
        ),
      };

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const publishedDocuments = [
  { name: "invitation.docx", type: "biddingDocuments", format: word },
  { name: "requirement-specification.docx", type: "technicalSpecifications", format: word },
  { name: "evaluation-description.docx", type: "evaluationCriteria", format: word },
  { name: "service-levels.docx", type: "biddingDocuments", format: word },
  { name: "response-workbook.xlsx", type: "billOfQuantity", format: excel },
] as const;

const documents = (tender: string, datePublished: string, url: string) =>
  publishedDocuments.flatMap(({ name, type, format }) =>
    languages.map((language) => ({
      id: `${name}-${language}`,
      documentType: type,
      title: name,
      url: `${url}/tenders/${tender}/documents/${name}?lang=${language}`,
      datePublished,
      format,
      language,
    })),
  );

/** A UUID of version 8 (RFC 9562) made from a text, so that the same package keeps its address. */
function uuidOf(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x80, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
