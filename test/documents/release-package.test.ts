import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ReleaseInput, releasePackage } from "#app/documents/release-package.ts";
import { stages } from "#app/domain/tender/stage.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { content, printedTender, requirements } from "./invented-tender.ts";

const published: PublishedTender = { ...content, kind: "published", deadline: "2027-03-12T11:00:00Z" };
const input: ReleaseInput = {
  tender: printedTender.tender,
  content: published,
  sha256: printedTender.sha256 ?? "",
  publishedAt: "2027-01-29T09:00:00Z",
  deadline: "2027-03-19T11:00:00Z",
  stage: "published",
  url: "https://upphandling.example",
  vocabulary: printedTender.vocabulary,
};

const organisation = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const value = z.strictObject({ amount: z.number(), currency: z.literal("SEK") });
const status = z.enum(["planning", "active", "cancelled", "complete"]);
const text = z.string().min(1);

/** What we write of OCDS 1.1.5 and its extensions: field for field, so that a field of another name is found. */
const release = z.strictObject({
  ocid: z.string().startsWith("ocds-"),
  id: text,
  date: z.iso.datetime(),
  tag: z.tuple([z.enum(["tender", "tenderCancellation"])]),
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
    tenderPeriod: z.strictObject({ startDate: z.iso.datetime(), endDate: z.iso.datetime() }),
    value: value.optional(),
    items: z.array(
      z.strictObject({
        id: text,
        description: text,
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
const releases = z.strictObject({
  uri: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  version: z.literal("1.1"),
  publisher: z.strictObject({ name: text }),
  publishedDate: z.iso.datetime(),
  extensions: z.array(z.url()).length(6),
  releases: z.tuple([release]),
});

const tenderOf = (changed: Partial<ReleaseInput> = {}) =>
  releases.parse(releasePackage({ ...input, ...changed })).releases[0].tender;

describe("the release package", () => {
  it("has exactly the fields that the standard and its extensions know, at every stage", () => {
    for (const stage of stages) expect(() => tenderOf({ stage })).not.toThrow();
    expect(() =>
      tenderOf({ content: { ...published, requirements: [], estimatedValueSek: null } }),
    ).not.toThrow();
  });

  it("is active until the award, and tells nothing of bids", () => {
    expect(tenderOf({ stage: "evaluated" }).status).toBe("active");
    expect(tenderOf({ stage: "awarded" }).status).toBe("complete");
    expect(JSON.stringify(releasePackage({ ...input, stage: "evaluated" }))).not.toContain('"bids"');
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

  it("keeps its address as long as neither content nor stage changes", () => {
    expect(releasePackage(input).uri).toBe(releasePackage(input).uri);
    expect(releasePackage({ ...input, stage: "closed" }).uri).not.toBe(releasePackage(input).uri);
  });
});
