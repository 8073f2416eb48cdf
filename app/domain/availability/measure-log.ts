import {
  type Availability,
  measureAvailability,
  percentUp,
  seconds,
} from "#app/domain/availability/availability.ts";
import type { AvailabilityRule } from "#app/domain/availability/availability-requirement.ts";
import type { IncidentLog, LoggedIncident } from "#app/domain/availability/incident-log.ts";
import {
  difference,
  type Interval,
  type IntervalSet,
  intersection,
  union,
} from "#app/domain/availability/interval.ts";
import { secondsByLargestShare, shareOf } from "#app/domain/availability/largest-share.ts";
import { unavailableFrom } from "#app/domain/availability/partial-outage.ts";
import { openTime } from "#app/domain/availability/service-hours.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { compare, divide, type Fraction } from "#app/domain/money/fraction.ts";

/** Availability of one or several systems in a period, from the part of it that the log speaks of. */
export interface LogMeasure extends Pick<Availability, "agreed" | "down" | "percent" | "incidents"> {
  /** Share of the period, 0–1, that the log speaks of for all of these systems. */
  readonly covered: Fraction;
}

/** Systems that a log names, by name. */
export const systemsOf = (log: IncidentLog): string[] => [...bySystem(log).keys()].sort();

/** What a log says of one system. */
interface SystemLog {
  readonly covered: IntervalSet;
  /** Without the lines that are windows. */
  readonly incidents: readonly LoggedIncident[];
  readonly windows: readonly LoggedIncident[];
}

/** A log never changes, and every month and requirement asks it again. */
const known = new WeakMap<IncidentLog, ReadonlyMap<string, SystemLog>>();

function bySystem(log: IncidentLog): ReadonlyMap<string, SystemLog> {
  const found = known.get(log);
  if (found !== undefined) return found;
  const covered = Map.groupBy(log.covered, ({ system }) => system);
  const lines = Map.groupBy(log.incidents, ({ system }) => system);
  const systems = new Map(
    [...new Set([...covered.keys(), ...lines.keys()])].map((system) => {
      const spoken = (covered.get(system) ?? []).map(({ fromUs, toUs }) => ({ from: fromUs, to: toUs }));
      const own = lines.get(system) ?? [];
      const windows = own.filter(isWindow);
      return [system, { covered: union(spoken), incidents: own.filter((each) => !isWindow(each)), windows }];
    }),
  );
  known.set(log, systems);
  return systems;
}

/** What a log tells of a system, without the lines that are windows. */
export const incidentsOf = (log: IncidentLog, system: string): readonly LoggedIncident[] =>
  systemLog(log, system).incidents;

const nothing: SystemLog = { covered: [], incidents: [], windows: [] };
const systemLog = (log: IncidentLog, system: string): SystemLog => bySystem(log).get(system) ?? nothing;

/**
 * Holds the incidents of these systems together: they are out whenever any of them is, as for the links of a chain.
 * A time that the log does not speak of is neither agreed nor down.
 */
export function measureLog(
  log: IncidentLog,
  systems: readonly string[],
  period: Interval,
  rule: AvailabilityRule,
  zone: Zone,
): LogMeasure {
  const logs = systems.map((system) => systemLog(log, system));
  const spoken = logs.map(({ covered }) => covered).reduce(intersection, [period]);
  const serviceTime =
    rule.serviceHours === null ? spoken : intersection(spoken, openTime(rule.serviceHours, period, zone));
  const outages = logs
    .flatMap(({ incidents }) => incidents)
    .filter((incident) => !(rule.excludesBuyerCaused && isBuyerCaused(incident)))
    .filter((incident) => rule.partial === "weighted" || isOut(incident));
  const maintenance = rule.excludesMaintenance
    ? systems.flatMap((system) => maintenanceWindows(log, system))
    : [];
  const measured = measureAvailability({
    period,
    serviceTime,
    incidents: outages.map(({ fromUs, toUs }) => ({ from: fromUs, to: toUs })),
    maintenance,
    rule: rule.maintenance,
  });
  const { agreed, incidents: count } = measured;
  const down =
    rule.partial === "binary"
      ? measured.down
      : secondsByLargestShare(outages, difference(serviceTime, union(maintenance)));
  return {
    agreed,
    down,
    percent: percentUp(agreed, down),
    incidents: count,
    covered: divide(seconds(spoken), seconds([period])),
  };
}

/** Whether enough attempts failed for the system to count as out. */
export const isOut = (incident: LoggedIncident): boolean => compare(shareOf(incident), unavailableFrom) >= 0;

/** Classes that a log may give a line: a window of maintenance as it was announced, and what the buyer caused. */
export const isWindow = ({ class: name }: LoggedIncident): boolean => name?.toLowerCase() === "window";
export const isBuyerCaused = ({ class: name }: LoggedIncident): boolean =>
  ["buyer", "buyer_caused"].includes(name?.toLowerCase() ?? "");

const intervalOf = ({ fromUs, toUs }: LoggedIncident): Interval => ({
  from: fromUs,
  to: toUs ?? Number.MAX_SAFE_INTEGER,
});

interface Announcement {
  readonly at: number;
  readonly window: Interval;
}

/** A line never changes, and every month asks it again. */
const announcements = new WeakMap<LoggedIncident, Announcement | null>();

/** When and for which window a planned outage was announced: by the log's own line of the window, else by the outage. */
export function announcementOf(log: IncidentLog, outage: LoggedIncident): Announcement | null {
  const asked = announcements.get(outage);
  if (asked !== undefined) return asked;
  const found = findAnnouncement(log, outage);
  announcements.set(outage, found);
  return found;
}

function findAnnouncement(log: IncidentLog, outage: LoggedIncident): Announcement | null {
  const { from, to } = intervalOf(outage);
  const { windows } = systemLog(log, outage.system);
  const line = isWindow(outage)
    ? outage
    : windows.find((each) => each.fromUs < to && intervalOf(each).to > from);
  const told = line ?? outage;
  return told.announcedUs === null || told.toUs === null
    ? null
    : { at: told.announcedUs, window: intervalOf(told) };
}

const announcedWindows = new WeakMap<SystemLog, readonly Interval[]>();

/** Windows that were announced before they began; maintenance that was announced later, or never, is downtime. */
function maintenanceWindows(log: IncidentLog, system: string): readonly Interval[] {
  const own = systemLog(log, system);
  const found = announcedWindows.get(own);
  if (found !== undefined) return found;
  const planned = [...own.incidents.filter((each) => each.planned), ...own.windows];
  const windows = planned.flatMap((each) => {
    const announcement = announcementOf(log, each);
    return announcement === null || announcement.at > announcement.window.from ? [] : [announcement.window];
  });
  announcedWindows.set(own, windows);
  return windows;
}
