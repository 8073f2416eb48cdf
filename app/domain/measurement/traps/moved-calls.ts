import { offeredOf } from "#app/domain/measurement/cell.ts";
import { decimal } from "#app/domain/measurement/comparison.ts";
import { countWithin, longestBinnedSeconds } from "#app/domain/measurement/histogram.ts";
import { type MonthRule, moreThan, type OnceRule } from "#app/domain/measurement/traps/trap.ts";

const lateFactor = 10;
const fewLate = 20;
const fewJustWithin = 30;
const spike = 3;

/** TRAP-11: calls that never end, older than an hour. */
export const callsWithoutEnd: OnceRule = ({ months }) => {
  const lost = months.reduce((sum, month) => sum + month.totals.openLost, 0);
  if (lost === 0) return null;
  return { id: "TRAP-11", severity: "high", params: { lost_after_s: 3600 }, evidence: { lost } };
};

/** TRAP-12: calls moved away, or answered for a moment, to keep within the limit. */
export const movedWithinLimit: MonthRule = ({ month, requirement }) => {
  const { waitsExited, talkShort, talkKnown } = month.totals;
  const offered = offeredOf(month.totals);
  const exits = countWithin(waitsExited, requirement.thresholdS);
  const limit = decimal("0.02");
  const kinds = [
    ...(moreThan(exits, offered, limit) ? ["exits_within_t"] : []),
    ...(moreThan(talkShort, talkKnown, limit) ? ["talk_3s_or_less"] : []),
  ];
  if (kinds.length === 0) return null;
  return {
    id: "TRAP-12",
    severity: "medium",
    params: { x: "0.02", y: "0.02" },
    evidence: { kinds, exits_within_t: exits, offered, talk_3s_or_less: talkShort, talk_known: talkKnown },
  };
};

/** TRAP-13: who has missed the limit waits very long: nothing is left to win by answering. */
export const lateCallersLeft: MonthRule = ({ month, requirement }) => {
  const farBeyond = lateFactor * requirement.thresholdS;
  if (farBeyond > longestBinnedSeconds) return null;
  const { answered, waitsAnswered } = month.totals;
  const beyond = answered - countWithin(waitsAnswered, requirement.thresholdS);
  const far = answered - countWithin(waitsAnswered, farBeyond);
  if (beyond < fewLate || !moreThan(far, beyond, decimal("0.05"))) return null;
  return {
    id: "TRAP-13",
    severity: "medium",
    params: { k: lateFactor, min_count: fewLate },
    evidence: { beyond_t: beyond, beyond_k_t: far },
  };
};

/** TRAP-14: a heap of answers just before the limit. */
export const heapBeforeLimit: MonthRule = ({ month, requirement }) => {
  const t = requirement.thresholdS;
  // Above the longest binned wait nobody knows what lies within two seconds.
  if (t + 2 > longestBinnedSeconds) return null;
  const { waitsAnswered } = month.totals;
  const within = countWithin(waitsAnswered, t);
  const justWithin = within - (t >= 2 ? countWithin(waitsAnswered, t - 2) : 0);
  const justAfter = countWithin(waitsAnswered, t + 2) - within;
  if (justWithin < fewJustWithin || justWithin <= spike * justAfter) return null;
  return {
    id: "TRAP-14",
    severity: "medium",
    params: { r: spike, min_count: fewJustWithin },
    evidence: { just_within: justWithin, just_after: justAfter },
  };
};
