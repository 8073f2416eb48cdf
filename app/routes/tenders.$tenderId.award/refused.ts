import type { Fault } from "#app/domain/fault.ts";

/** What was sent and why it was not taken: it comes back as it was typed. */
export type Refused =
  | { readonly faults: readonly Fault[]; readonly sent: Readonly<Record<string, string | undefined>> }
  | undefined;
