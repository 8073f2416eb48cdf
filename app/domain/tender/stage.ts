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

/** The stage now: a published tender is closed from the very instant of its deadline, without anybody doing anything. */
export function stageAt(stored: Stage, deadlineUs: number | null, nowUs: number): Stage {
  return stored === "published" && deadlineUs !== null && nowUs >= deadlineUs ? "closed" : stored;
}
