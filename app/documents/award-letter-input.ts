import type { LetterInput } from "#app/documents/letter.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import type { AwardRecord } from "#app/domain/award/decision-record.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface AwardLetterInput extends LetterInput<AwardRecord> {
  readonly wording: Wording<"award-letter">;
  /** The bid that the letter answers. Of no other bid but the winning one does it tell anything. */
  readonly bid: AwardedBid;
  readonly winner: AwardedBid;
}

export const isWinner = ({ bid, winner }: AwardLetterInput): boolean => bid.response === winner.response;

export const shouldsOf = ({ content }: AwardLetterInput): readonly TenderRequirement[] =>
  content.requirements.filter(({ level }) => level === "should");

/** What a bid got for a requirement, nothing where the decision holds none. */
export const worthOf = (bid: AwardedBid, requirement: string): Figure =>
  bid.criteria.find((one) => one.requirement === requirement)?.value ?? { exact: "0", decimal: "0.00" };
