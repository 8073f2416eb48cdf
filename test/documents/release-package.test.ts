import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ReleaseInput } from "#app/documents/release-input.ts";
import { releasePackage } from "#app/documents/release-package.ts";
import {
  type CancellationRecord,
  type ConclusionRecord,
  recordBytes,
} from "#app/domain/award/decision-record.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { inventedAward } from "./invented-award.ts";
import { content, printedTender, requirements } from "./invented-tender.ts";

const published: PublishedTender = { ...content, kind: "published", deadline: "2027-03-12T11:00:00Z" };
const input: ReleaseInput = {
  tender: printedTender.tender,
  content: published,
  sha256: printedTender.sha256 ?? "",
  publishedAt: "2027-01-29T09:00:00Z",
  deadline: "2027-03-19T11:00:00Z",
  award: null,
  conclusion: null,
  cancellation: null,
  ocidPrefix: "ocds-a1b2c3",
  url: "https://upphandling.example",
  vocabulary: printedTender.vocabulary,
};

const organisation = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const value = z.strictObject({ amount: z.number(), currency: z.literal("SEK") });
const status = z.enum(["planning", "active", "cancelled", "complete", "unsuccessful"]);
const period = z.strictObject({ startDate: z.iso.datetime(), endDate: z.iso.datetime() });
const text = z.string().min(1);

/** What we write of OCDS 1.1.5 and its extensions: field for field, so that a field of another name is found. */
const release = z.strictObject({
  ocid: z.string().startsWith("ocds-a1b2c3-"),
  id: text,
  date: z.iso.datetime(),
  tag: z.tuple([z.literal("tender")]),
  initiationType: z.literal("tender"),
  language: z.literal("sv"),
  parties: z.array(
    organisation.extend({
      identifier: z.strictObject({ scheme: z.literal("SE-ON"), id: text, legalName: text }),
      contactPoint: z.strictObject({ name: text, email: z.email() }),
      roles: z.array(z.enum(["buyer", "procuringEntity"])),
    }),
  ),
  buyer: organisation,
  tender: z.strictObject({
    id: text,
    title: text,
    title_en: text,
    description: text,
    description_en: text,
    status,
    procuringEntity: organisation,
    procurementMethod: z.literal("open"),
    mainProcurementCategory: z.literal("services"),
    awardCriteria: z.literal("ratedCriteria"),
    submissionMethod: z.tuple([z.literal("electronicSubmission")]),
    tenderPeriod: period,
    enquiryPeriod: period,
    contractPeriod: period.optional(),
    value: value.optional(),
    items: z.array(
      z.strictObject({
        id: text,
        description: text,
        classification: z
          .strictObject({ scheme: z.literal("CPV"), id: z.string().regex(/^\d{8}$/) })
          .optional(),
        quantity: z.number(),
        unit: z.strictObject({ name: text }),
        relatedLot: text,
      }),
    ),
    lots: z.tuple([
      z.strictObject({
        id: text,
        title: text,
        status,
        value: value.optional(),
        awardCriteria: z.strictObject({
          weightingDescription: text,
          criteria: z
            .array(
              z.strictObject({
                type: z.enum(["price", "quality"]),
                name: text,
                description: text.optional(),
                numbers: z
                  .array(
                    z.strictObject({
                      number: z.number(),
                      weight: z.enum(["percentageExact", "pointsExact"]),
                    }),
                  )
                  .optional(),
              }),
            )
            .min(1),
        }),
      }),
    ]),
    criteria: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          description: text,
          relatesToTenderer: z.boolean(),
          requirementGroups: z.array(
            z.strictObject({
              id: text,
              requirements: z.array(
                z.strictObject({
                  id: text,
                  title: text,
                  description: text.optional(),
                  dataType: z.enum(["boolean", "number", "string"]),
                  expectedValue: z.boolean().optional(),
                  minValue: z.number().optional(),
                  maxValue: z.number().optional(),
                }),
              ),
            }),
          ),
        }),
      )
      .min(1)
      .optional(),
    targets: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          description: text,
          observations: z.array(
            z.strictObject({
              id: text,
              measure: text.optional(),
              notes: text.optional(),
              unit: z.strictObject({ name: text, scheme: text.optional(), id: text.optional() }),
              dimensions: z.record(z.string(), text),
            }),
          ),
        }),
      )
      .min(1)
      .optional(),
    documents: z.array(
      z.strictObject({
        id: text,
        documentType: text,
        title: text,
        url: z.url(),
        datePublished: z.iso.datetime(),
        format: text,
        language: z.enum(["sv", "en"]),
      }),
    ),
  }),
});
const party = organisation.extend({
  identifier: z.strictObject({ scheme: z.literal("SE-ON"), id: text, legalName: text }),
  contactPoint: z.strictObject({ name: text, email: z.email() }).optional(),
  roles: z.array(z.enum(["buyer", "procuringEntity", "tenderer", "supplier"])).min(1),
});
/** What we write of a decision: the release of an award, a contract or a cancellation. */
const decision = z.strictObject({
  ocid: z.string().startsWith("ocds-a1b2c3-"),
  id: text,
  date: z.iso.datetime(),
  tag: z.tuple([z.enum(["award", "contract", "tenderCancellation"])]),
  initiationType: z.literal("tender"),
  language: z.literal("sv"),
  parties: z.array(party).min(1),
  buyer: organisation,
  tender: z.strictObject({
    id: text,
    status,
    numberOfTenderers: z.int().optional(),
    tenderers: z.array(organisation).optional(),
    lots: z.tuple([z.strictObject({ id: text, status })]),
    milestones: z
      .tuple([
        z.strictObject({
          id: text,
          title: text,
          type: z.literal("approval"),
          code: z.literal("standstillEnd"),
          status: z.literal("scheduled"),
          description: text,
          dueDate: z.iso.datetime(),
        }),
      ])
      .optional(),
  }),
  bids: z
    .strictObject({
      statistics: z.array(
        z.strictObject({
          id: text,
          measure: z.enum(["bids", "validBids", "disqualifiedBids"]),
          value: z.int(),
        }),
      ),
      details: z.array(
        z.strictObject({
          id: text,
          submissionType: z.literal("bid"),
          status: z.enum(["valid", "disqualified"]),
          tenderers: z.tuple([organisation]),
          relatedLots: z.tuple([text]),
          hasRank: z.boolean(),
          rank: z.int().positive().optional(),
        }),
      ),
    })
    .optional(),
  awards: z
    .tuple([
      z.strictObject({
        id: text,
        title: text,
        status: z.enum(["pending", "active", "cancelled"]),
        date: z.iso.datetime(),
        value: value.optional(),
        suppliers: z.array(organisation),
        relatedBids: z.array(text),
        relatedLots: z.tuple([text]),
      }),
    ])
    .optional(),
  contracts: z
    .tuple([
      z.strictObject({
        id: text,
        awardID: text,
        title: text,
        status: z.literal("active"),
        dateSigned: z.iso.datetime(),
        period,
        value: value.optional(),
        relatedBids: z.array(text),
      }),
    ])
    .optional(),
});
const releases = z.strictObject({
  uri: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  version: z.literal("1.1"),
  publisher: z.strictObject({ name: text }),
  publishedDate: z.iso.datetime(),
  extensions: z.array(z.url()).length(6),
  releases: z.tuple([release], decision),
});

const packageOf = (changed: Partial<ReleaseInput> = {}) =>
  releases.parse(releasePackage({ ...input, ...changed }));
const tenderOf = (changed: Partial<ReleaseInput> = {}) => packageOf(changed).releases[0].tender;

const award = inventedAward({}, published);
const head = {
  v: 1,
  tender: input.tender,
  case_number: content.caseNumber,
  buyer: content.buyer.name,
  decided_at: "2026-06-24T09:00:00Z",
  decided_by: [],
  log_index: 50,
  server_release: "skallbor 1",
} as const;
const withHash = <R extends ConclusionRecord | CancellationRecord>(record: R) => ({
  record,
  sha256: recordBytes(record).sha256,
});
const conclusion = withHash<ConclusionRecord>({
  ...head,
  type: "conclusion",
  award_sha256: award.sha256,
  response: "a",
  supplier: { organisation: "org-a", name: "Svarslinjen AB (påhittad)", number: "559900-0016" },
  price: { exact: "3916500", decimal: "3916500.00" },
  signed_on: "2026-06-24",
  starts_on: "2026-09-01",
  ends_on: "2030-08-31",
  exception: null,
});
const cancelled = (ground: CancellationRecord["ground"]) =>
  withHash<CancellationRecord>({
    ...head,
    type: "cancellation",
    stage: "evaluated",
    ground,
    reason: "Alla anbud överstiger det som nämnden har anslagit.",
    bids: [],
  });

describe("the release package", () => {
  it("has exactly the fields that the standard and its extensions know, after every decision", () => {
    const decisions = [
      {},
      { award },
      { award, conclusion },
      { cancellation: cancelled("funds") },
      { award, cancellation: cancelled("need_changed") },
    ];
    for (const decided of decisions) expect(() => packageOf(decided)).not.toThrow();
    expect(() =>
      tenderOf({ content: { ...published, requirements: [], estimatedValueSek: null } }),
    ).not.toThrow();
  });

  it("tells nothing of bids before the award", () => {
    expect(tenderOf().status).toBe("active");
    expect(packageOf().releases).toHaveLength(1);
    expect(JSON.stringify(packageOf())).not.toContain('"bids"');
  });

  it("tells with the award who has bid, how many were valid, the places and the winner", () => {
    const [, told] = packageOf({ award }).releases;
    expect(told?.tag).toEqual(["award"]);
    expect(told?.tender.status).toBe("complete");
    expect(told?.bids?.statistics.map(({ measure, value: count }) => [measure, count])).toEqual([
      ["bids", 4],
      ["validBids", 3],
      ["disqualifiedBids", 1],
    ]);
    expect(told?.bids?.details.map(({ id, status: state, rank }) => [id, state, rank])).toEqual([
      ["a", "valid", 1],
      ["c", "valid", 2],
      ["d", "valid", 3],
      ["b", "disqualified", undefined],
    ]);
    expect(told?.awards?.[0]).toMatchObject({
      status: "pending",
      value: { amount: 3916500, currency: "SEK" },
      suppliers: [{ id: "SE-ON-559900-0016", name: "Svarslinjen AB (påhittad)" }],
      relatedBids: ["a"],
    });
    const names = told?.parties.map(({ name, roles }) => [name, roles.at(-1)]);
    expect(names).toContainEqual(["Svarslinjen AB (påhittad)", "supplier"]);
    expect(names).toContainEqual(["Tonen AB (påhittad)", "tenderer"]);
  });

  it("ends the standstill with its last day where the buyer is", () => {
    const [, told] = packageOf({ award }).releases;
    expect(told?.tender.milestones?.[0].dueDate).toBe("2026-06-22T22:00:00Z");
  });

  it("publishes no answer, no unit price, no price of a loser and nothing that the committee wrote", () => {
    const text = JSON.stringify(packageOf({ award, conclusion }));
    for (const secret of ["four languages", "plan.pdf", "7.25", "7319", "4276500", "Kvartettens svar"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("makes the award active with the contract, which lasts from its first day to its last", () => {
    const { releases: told, publishedDate } = packageOf({ award, conclusion });
    expect(told[2]?.tag).toEqual(["contract"]);
    expect(told[2]?.awards?.[0].status).toBe("active");
    expect(told[2]?.contracts?.[0]).toMatchObject({
      awardID: told[1]?.awards?.[0].id,
      period: { startDate: "2026-08-31T22:00:00Z", endDate: "2030-08-31T21:59:59Z" },
    });
    expect(publishedDate).toBe("2026-06-24T09:00:00Z");
  });

  it("tells a tender that nobody could win from one that the buyer ended, and ends its award with it", () => {
    const last = (changed: Partial<ReleaseInput>) => packageOf(changed).releases.at(-1);
    expect(last({ cancellation: cancelled("no_admitted_bid") })?.tender.status).toBe("unsuccessful");
    const ended = last({ award, cancellation: cancelled("need_changed") });
    expect(ended?.tender.status).toBe("cancelled");
    expect(ended).toMatchObject({ tag: ["tenderCancellation"], awards: [{ status: "cancelled" }] });
  });

  it("classifies what is bought by the CPV, and says when the contract and the time for questions run", () => {
    const told = tenderOf();
    expect(told.items.map(({ classification }) => classification?.id)).toEqual(["79512000", "79512000"]);
    expect(told.contractPeriod).toEqual({
      startDate: "2027-08-31T22:00:00Z",
      endDate: "2031-08-31T21:59:59Z",
    });
    expect(told.enquiryPeriod.endDate).toBe("2027-03-09T11:00:00Z");
  });

  it("has another address after each decision, and the same one for the same state", () => {
    const addresses = [{}, { award }, { award, conclusion }].map((decided) => packageOf(decided).uri);
    expect(new Set(addresses).size).toBe(3);
    expect(packageOf({ award }).uri).toBe(addresses[1]);
  });

  it("ends the tender period at the deadline of now, which an extension has moved", () => {
    expect(tenderOf().tenderPeriod.endDate).toBe("2027-03-19T11:00:00Z");
  });

  it("gives musts the ids of the requirements, and a limit as an inclusive bound", () => {
    const must = { ...requirements.number, level: "must" } as const;
    const criteria = tenderOf({
      content: { ...published, requirements: [requirements.yesNo, must] },
    }).criteria;
    expect(criteria?.map(({ id }) => id)).toEqual(["AVAIL-001", "AVAIL-002"]);
    expect(criteria?.[1]?.requirementGroups[0]?.requirements[0]).toMatchObject({
      minValue: 90,
      maxValue: 100,
    });
  });

  it("says of a strict limit in words that it is strict, and sets no bound by it", () => {
    const { measure } = requirements.number;
    if (measure === null) throw new Error("the invented tender has lost its measure");
    const must = { ...requirements.number, level: "must", measure: { ...measure, comparator: ">" } } as const;
    const [criterion] = tenderOf({ content: { ...published, requirements: [must] } }).criteria ?? [];
    expect(criterion?.requirementGroups[0]?.requirements[0]).toMatchObject({
      description: "strängt över 90",
      minValue: 0,
    });
  });

  it("gives points as percentages only when they add up to a hundred", () => {
    const weighted = (weightTotal: string): PublishedTender => ({
      ...published,
      evaluation: {
        type: "weighted_points",
        priceWeight: "84",
        priceFunction: { type: "linear_fixed_bounds", lower: "1", upper: "2" },
        weightTotal,
        tieBreak: [],
      },
    });
    const weightOf = (total: string) =>
      tenderOf({ content: weighted(total) }).lots[0].awardCriteria.criteria[0]?.numbers;
    expect(weightOf("100")).toEqual([{ number: 84, weight: "percentageExact" }]);
    expect(weightOf("200")).toEqual([{ number: 84, weight: "pointsExact" }]);
  });
});
