import { compare, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import { levelsOf } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** What the two evaluators think of one answer, and what the committee agrees on after having talked. */
export interface Judgement {
  readonly levels: readonly [first: string, second: string];
  readonly comments: readonly [first: string, second: string];
  readonly agreed: string;
  readonly reason: string;
}

/** Where an answer is not simply as good as it can be: by vendor and requirement. */
const told: Readonly<Record<string, Readonly<Record<string, Judgement>>>> = {
  "Ringlinjen Exempel AB": {
    "CONT-019": {
      levels: ["met", "not_met"],
      comments: [
        "Bilagan säger att talsvaret tar över när alla linjer är upptagna.",
        "Inget i bilagan visar vad som händer när linjerna tar slut.",
      ],
      agreed: "not_met",
      reason: "Bilagan nämner talsvar men visar ingen mätning vid dubbel trafik. Kravet begär just det.",
    },
    "QUAL-002": {
      levels: ["not_met", "not_met"],
      comments: ["Frågorna saknas.", "Frågeformulär och urval saknas, bara ett löfte."],
      agreed: "not_met",
      reason: "",
    },
    "QUAL-015": {
      levels: ["level_1", "level_1"],
      comments: ["Namngiven person, ingen ersättare.", "Namn finns. Ersättare nämns inte."],
      agreed: "level_1",
      reason: "",
    },
    "ETH-001": {
      levels: ["level_0", "level_1"],
      comments: ["Egen policy utan hänvisning till någon standard.", "En egen bedömning finns, om än kort."],
      agreed: "level_0",
      reason: "Bedömningen går inte igenom standarden krav för krav, så nivå 1 är inte nådd.",
    },
    "REP-009": {
      levels: ["met", "not_met"],
      comments: [
        "Exempelrapporten har alla halvtimmar och fält.",
        "Kolumnen för spärrade anrop är tom i exempelrapporten.",
      ],
      agreed: "not_met",
      reason: "Fältlistan begär spärrade anrop per halvtimme. I exempelrapporten är den kolumnen tom.",
    },
  },
  "Svarsverket Exempel AB": {
    "QUAL-015": {
      levels: ["level_2", "level_1"],
      comments: [
        "Person och ersättare namngivna, möten och svarstider beskrivna.",
        "Ersättaren namnges men är inte introducerad i kommunen.",
      ],
      agreed: "level_1",
      reason: "Nivå 2 kräver att båda är introducerade i verksamheten. Det sägs bara om kontaktpersonen.",
    },
    "ETH-001": {
      levels: ["level_1", "level_1"],
      comments: ["Egen bedömning krav för krav, med bevis.", "Bra egen genomgång, ingen tredje part."],
      agreed: "level_1",
      reason: "",
    },
  },
  "Hallå Excellens Exempel AB": {
    "ETH-001": {
      levels: ["level_1", "level_2"],
      comments: [
        "Intyget är två år gammalt.",
        "Intyg från oberoende granskare, giltigt till och med nästa år.",
      ],
      agreed: "level_2",
      reason: "Intyget gäller till och med nästa år enligt sista sidan, så nivå 2 är nådd.",
    },
  },
};

const plain = "Bilagan visar att kravet uppfylls.";

export function judgementOf(vendor: string, requirement: TenderRequirement): Judgement {
  const best = bestLevel(requirement);
  return (
    told[vendor]?.[requirement.id] ?? {
      levels: [best, best],
      comments: [plain, ""],
      agreed: best,
      reason: "",
    }
  );
}

function bestLevel(requirement: TenderRequirement): string {
  const worth = (share: string) => parseDecimal(share) ?? zero;
  const [best] = [...levelsOf(requirement)].sort((a, b) => compare(worth(b.share), worth(a.share)));
  if (best === undefined) throw new Error(`${requirement.id} has no levels to judge by`);
  return best.value;
}
