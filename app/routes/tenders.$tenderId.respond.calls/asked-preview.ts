import type { Clock } from "#app/domain/measurement/definition.ts";
import type { CallPreview } from "#app/services/measurement/preview-call-records.ts";

/** What was seen of a file, and what was asked for when it was looked at. */
export interface AskedPreview extends CallPreview {
  readonly fileId: string;
  readonly asked: {
    readonly format: string;
    readonly clock: Clock;
    readonly replace: boolean;
  };
}
