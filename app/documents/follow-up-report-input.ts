import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { ContractMonth } from "#app/domain/contract/follow-up.ts";

export interface FollowUpReportInput extends PrintedTender {
  readonly wording: Wording<"follow-up-report">;
  readonly contract: { readonly supplier: string; readonly startsOn: string; readonly endsOn: string };
  /** The month that is reported, one of `months`. */
  readonly month: ContractMonth;
  /** Up to the reported one, oldest first. */
  readonly months: readonly ContractMonth[];
  /** What the figures may hide, in words. */
  readonly traps: readonly { readonly id: string; readonly name: string; readonly message: string }[];
  readonly madeAt: string;
}
