import type { CoveredTime, IncidentLog, LoggedIncident } from "#app/domain/availability/incident-log.ts";

/**
 * Logs of several files as one, newest first: of a time that two logs speak of, the newer one is believed. An incident
 * that an older log left open ends where that log's knowledge of the system ends.
 */
export function mergeLogs(newestFirst: readonly IncidentLog[]): IncidentLog | null {
  if (newestFirst.length === 0) return null;
  const covered: CoveredTime[] = [];
  const incidents: LoggedIncident[] = [];
  for (const [index, log] of newestFirst.entries()) {
    const known = [...covered];
    for (const time of log.covered) covered.push(...outside(time, known));
    for (const incident of log.incidents) {
      const end = incident.toUs ?? (index === 0 ? null : knowledgeEnds(log, incident));
      const later = known.filter(({ system }) => system === incident.system);
      if (end === null) incidents.push(incident);
      else {
        for (const part of outside({ system: incident.system, fromUs: incident.fromUs, toUs: end }, later)) {
          incidents.push({ ...incident, fromUs: part.fromUs, toUs: part.toUs });
        }
      }
    }
  }
  const order = <T extends { system: string; fromUs: number }>(a: T, b: T) =>
    a.system < b.system ? -1 : a.system > b.system ? 1 : a.fromUs - b.fromUs;
  return { covered: covered.sort(order), incidents: incidents.sort(order) };
}

const knowledgeEnds = ({ covered }: IncidentLog, { system, fromUs }: LoggedIncident): number =>
  Math.max(fromUs, ...covered.filter((time) => time.system === system).map(({ toUs }) => toUs));

/** The parts of a time that none of the known ones of its system speaks of; an instant is kept where it is free. */
function outside(time: CoveredTime, known: readonly CoveredTime[]): CoveredTime[] {
  const own = known.filter(({ system }) => system === time.system).sort((a, b) => a.fromUs - b.fromUs);
  const parts: CoveredTime[] = [];
  let from = time.fromUs;
  for (const { fromUs, toUs } of own) {
    if (toUs <= from || fromUs >= time.toUs) continue;
    if (fromUs > from) parts.push({ ...time, fromUs: from, toUs: fromUs });
    from = Math.max(from, toUs);
  }
  const isInstant = time.fromUs === time.toUs && from === time.fromUs;
  if (from < time.toUs || isInstant) parts.push({ ...time, fromUs: from });
  return parts;
}
