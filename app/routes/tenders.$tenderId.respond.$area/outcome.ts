import type { Fault } from "#app/domain/fault.ts";

/** What a save, an upload or a removal has come to. `entered` is what was typed when it was not stored. */
export interface Outcome {
  readonly savedUs: number | null;
  readonly faults: readonly Fault[];
  readonly entered: {
    readonly requirement: string;
    readonly values: readonly string[];
    readonly comment: string;
  } | null;
}
