/** The nine stages of a tender, in their order; `cancelled` ends it from `published` to `awarded`. */
export const stages = [
  "draft",
  "published",
  "closed",
  "opened",
  "quality-locked",
  "evaluated",
  "awarded",
  "concluded",
  "cancelled",
] as const;
export type Stage = (typeof stages)[number];
