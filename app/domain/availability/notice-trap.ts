import type { LoggedIncident } from "#app/domain/availability/incident-log.ts";
import type { Interval } from "#app/domain/availability/interval.ts";
import type { Language, Text } from "#app/domain/language.ts";

export interface NoticeFinding {
  readonly id: "TRAP-21";
  readonly severity: "medium";
  readonly params: { readonly x: string };
  readonly evidence: { readonly same: number; readonly incidents: number };
}

/**
 * TRAP-21: of the unplanned incidents that begin in the period and tell when the buyer was notified, more than four in
 * five begin at that very moment. An outage begins with the first failure, which somebody has to notice first.
 */
export function startsAtNotice(period: Interval, incidents: readonly LoggedIncident[]): NoticeFinding | null {
  const told = incidents.filter(
    ({ planned, fromUs, noticeUs }) =>
      !planned && noticeUs !== null && fromUs >= period.from && fromUs < period.to,
  );
  const same = told.filter(({ fromUs, noticeUs }) => fromUs === noticeUs).length;
  if (same * 5 <= told.length * 4) return null;
  return {
    id: "TRAP-21",
    severity: "medium",
    params: { x: "0.8" },
    evidence: { same, incidents: told.length },
  };
}

const template: Text = {
  sv: "{same} av {incidents} avbrott börjar i samma sekund som meddelandet, inte vid det första felet.",
  en: "{same} of {incidents} outages begin in the very second of the notice, not at the first failure.",
};

export const noticeTrapMessage = ({ evidence }: NoticeFinding, language: Language): string =>
  template[language]
    .replace("{same}", String(evidence.same))
    .replace("{incidents}", String(evidence.incidents));
