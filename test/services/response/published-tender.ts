import { createHash } from "node:crypto";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { newId } from "#app/services/new-id.ts";
import type { World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";

const text = (words: string) => ({ sv: words, en: words });

function requirement(
  id: string,
  level: TenderRequirement["level"],
  answer: TenderRequirement["answer"],
  area: TenderRequirement["area"] = "availability",
): TenderRequirement {
  return {
    id,
    area,
    level,
    title: text(`Krav ${id}`),
    text: text(`Leverantören ska klara ${id}.`),
    motive: text("Påhittat skäl."),
    proofKind: "document",
    proof: text("Intyg."),
    followUp: text("Årligen."),
    useOfMeasurement: "verification",
    answer,
    scoring: {
      type: "levels",
      combine: "single",
      anchors: [
        { value: "no", share: "0", ...text("Nej") },
        { value: "yes", share: "1", ...text("Ja") },
      ],
    },
    measure: null,
    standard: null,
    weight: level === "should" ? "10" : null,
    valueSek: null,
  };
}

/** An invented tender with one requirement of every answer type and two prices; deadline one hour after the world's start. */
export const exampleTender: PublishedTender = {
  kind: "published",
  title: text("Påhittad telefonisttjänst"),
  description: text("Bara för prov."),
  caseNumber: "KS 2026/1",
  buyer: {
    name: "Påhittade kommun",
    organisationNumber: "212000-0000",
    contactName: "Prov Person",
    contactEmail: "prov@exempel.invalid",
  },
  profile: null,
  contractMonths: 48,
  estimatedValueSek: null,
  ceilingPriceSek: "1000000",
  forbidNegativePrices: true,
  timezone: "Europe/Stockholm",
  deadline: "2026-11-22T13:00:00Z",
  requirements: [
    requirement("AVAIL-001", "must", { type: "yes-no" }),
    requirement("AVAIL-002", "must", { type: "number", unit: "%", min: "0", max: "100", decimals: 1 }),
    requirement("CONT-001", "must", { type: "file" }, "continuity"),
    requirement(
      "CONT-002",
      "should",
      {
        type: "choice",
        multiple: true,
        options: [
          { value: "fi", ...text("Finska") },
          { value: "en", ...text("Engelska") },
        ],
      },
      "continuity",
    ),
    requirement("QUAL-001", "should", { type: "text" }, "quality"),
  ],
  priceItems: [
    { id: "calls", name: text("Besvarat samtal"), unit: text("samtal"), volume: "48000" },
    { id: "start", name: text("Införande"), unit: text("gång"), volume: "1" },
  ],
  evaluation: {
    type: "weighted_points",
    priceWeight: "80",
    priceBounds: { lower: "100000", upper: "1000000" },
    weightTotal: "100",
    tieBreak: ["lower_tender_price"],
  },
};

/** Puts a published tender straight into the database: how it gets there is not what these tests are about. */
export async function publishTender(world: World, content: PublishedTender = exampleTender): Promise<string> {
  const buyer = await makePerson(world, { organisation: "buyer" });
  const id = newId();
  const bytes = Buffer.from(JSON.stringify(content));
  const model = Buffer.from(JSON.stringify(content.evaluation));
  const sha256 = (of: Buffer) => createHash("sha256").update(of).digest("hex");
  await world.app.database.write(async (trx) => {
    await trx
      .insertInto("tender")
      .values({
        id,
        organisation_id: buyer.organisation.id,
        stage: "published",
        created_us: world.app.now(),
        deadline_us: Date.parse(content.deadline) * 1000,
      })
      .execute();
    await trx
      .insertInto("publication")
      .values({
        tender_id: id,
        content: bytes,
        content_sha256: sha256(bytes),
        model,
        model_sha256: sha256(model),
        published_us: world.app.now(),
      })
      .execute();
  });
  return id;
}

export const deadlineUs = Date.parse(exampleTender.deadline) * 1000;
