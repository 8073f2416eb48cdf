import type { AvailabilityRequirement } from "#app/domain/availability/availability-requirement.ts";
import type { AvailabilityVerdict } from "#app/domain/availability/hold-availability.ts";
import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import {
  maintenanceHidesDowntime,
  maintenanceTrapMessage,
  maintenanceTrapReasons,
} from "#app/domain/availability/maintenance-trap.ts";
import { announcementOf, incidentsOf, isWindow, systemsOf } from "#app/domain/availability/measure-log.ts";
import { monthBounds } from "#app/domain/availability/months.ts";
import { noticeTrapMessage, startsAtNotice } from "#app/domain/availability/notice-trap.ts";
import { seriesBelowTarget, seriesTrapMessage } from "#app/domain/availability/series-trap.ts";
import type { Language } from "#app/domain/language.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** A trap with its evidence in one sentence. */
export interface FoundTrap {
  readonly id: string;
  readonly severity: "high" | "medium" | "low";
  /** System, requirement or month that it is about, as words. */
  readonly subject: string | null;
  readonly month: string;
  readonly message: string;
}

/** TRAP-20 and 21 of a local calendar month of an incident log. */
export function incidentTraps(log: IncidentLog, month: string, zone: Zone, language: Language): FoundTrap[] {
  const period = monthBounds(month, zone);
  const maintenance = systemsOf(log).flatMap((system): FoundTrap[] => {
    const reported = incidentsOf(log, system).flatMap((incident) => {
      const outage = { from: incident.fromUs, to: incident.toUs ?? period.to };
      if (!incident.planned || outage.from >= period.to || outage.to <= period.from) return [];
      const announced = announcementOf(log, incident);
      // The log tells no other time at which an outage was first called planned than that of its announcement.
      return [{ outage, announced, plannedAt: announced?.at ?? outage.from }];
    });
    const finding = maintenanceHidesDowntime(period, reported);
    if (finding === null) return [];
    const message = `${maintenanceTrapMessage(finding, language)} ${maintenanceTrapReasons(finding, language)}`;
    return [{ id: finding.id, severity: finding.severity, subject: system, month, message }];
  });
  const incidents = log.incidents.filter((incident) => !isWindow(incident));
  const finding = startsAtNotice(period, incidents);
  if (finding === null) return maintenance;
  const { id, severity } = finding;
  return [
    ...maintenance,
    { id, severity, subject: null, month, message: noticeTrapMessage(finding, language) },
  ];
}

/** TRAP-28 of every month: systems that each keep their promise, and a chain that would not. */
export function chainTraps(
  requirement: AvailabilityRequirement,
  windows: readonly AvailabilityVerdict[],
  language: Language,
): FoundTrap[] {
  return windows.flatMap(({ window, systems }) => {
    const finding =
      window === "period" ? null : seriesBelowTarget(systems, requirement.target, requirement.threshold);
    if (finding === null) return [];
    const message = seriesTrapMessage(finding, language);
    return [{ id: finding.id, severity: finding.severity, subject: requirement.id, month: window, message }];
  });
}
