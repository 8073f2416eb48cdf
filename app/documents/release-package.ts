import { createHash } from "node:crypto";
import type { Vocabulary } from "#app/documents/printed-tender.ts";
import { awardCriteria, qualificationCriteria, serviceTargets } from "#app/documents/release-criteria.ts";
import { languages } from "#app/domain/language.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";

export interface ReleaseInput {
  /** Id of the tender. */
  readonly tender: string;
  readonly content: PublishedTender;
  /** Hex SHA-256 of the frozen content. */
  readonly sha256: string;
  /** Instant. */
  readonly publishedAt: string;
  /** Instant of the deadline now; extensions move it. */
  readonly deadline: string;
  readonly stage: Stage;
  /** Public address of the application, without a slash at its end. */
  readonly url: string;
  readonly vocabulary: Vocabulary;
}

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

/** Publishers are given a prefix of their own on registration; this one belongs to nobody. */
const unregisteredPrefix = "ocds-000000";

const lotId = "1";

/**
 * The tender as a release package of OCDS 1.1.5: what was published, and how far it has come. Bids are secret until
 * the award, their number included, so nothing of them is in it. The same input gives the same package.
 */
export function releasePackage(input: ReleaseInput) {
  const { content, publishedAt, sha256, stage } = input;
  return {
    uri: `urn:uuid:${uuidOf(`${sha256} ${stage}`)}`,
    version: "1.1",
    publisher: { name: content.buyer.name },
    publishedDate: publishedAt,
    extensions,
    releases: [release(input)],
  };
}

function release({ tender, content, sha256, publishedAt, deadline, stage, url, vocabulary }: ReleaseInput) {
  const { buyer, title, description } = content;
  const organisation = { id: `SE-ON-${buyer.organisationNumber}`, name: buyer.name };
  const status = statuses[stage];
  const value =
    content.estimatedValueSek === null
      ? {}
      : { value: { amount: Number(content.estimatedValueSek), currency: "SEK" } };
  return {
    ocid: `${unregisteredPrefix}-${tender}`,
    id: `${tender}-${sha256.slice(0, 12)}-${stage}`,
    date: publishedAt,
    tag: [stage === "cancelled" ? "tenderCancellation" : "tender"],
    initiationType: "tender",
    language: "sv",
    parties: [
      {
        ...organisation,
        identifier: { scheme: "SE-ON", id: buyer.organisationNumber, legalName: buyer.name },
        contactPoint: { name: buyer.contactName, email: buyer.contactEmail },
        roles: ["buyer", "procuringEntity"],
      },
    ],
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
      ...value,
      items: content.priceItems.map((item) => ({
        id: item.id,
        description: item.name.sv,
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

const statuses: Readonly<Record<Stage, string>> = {
  draft: "planning",
  published: "active",
  closed: "active",
  opened: "active",
  "quality-locked": "active",
  evaluated: "active",
  awarded: "complete",
  concluded: "complete",
  cancelled: "cancelled",
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
