import type { CoveredTime, IncidentLog, LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";

/** 2026-09-08T13:00 in Stockholm, unless an offset says otherwise; microseconds. */
export const at = (text: string): number => {
  const summer = text < "2026-10-25T03" && text >= "2026-03-29T03";
  const offset = /Z|[+-]\d\d:\d\d$/.test(text) ? "" : summer ? "+02:00" : "+01:00";
  const time = Date.parse(`${text}${text.length === 16 ? ":00" : ""}${offset}`);
  if (Number.isNaN(time)) throw new Error(text);
  return time * 1000;
};

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no zone");
export const stockholm: Zone = zone;

const plain: Omit<LoggedIncident, "fromUs" | "toUs"> = {
  id: null,
  system: "Telefoni",
  class: null,
  planned: false,
  announcedUs: null,
  affectedShare: null,
  noticeUs: null,
  reportUs: null,
};

/** An incident of the system Telefoni; a null end is still open. */
export const incident = (
  from: string,
  to: string | null,
  more: Partial<LoggedIncident> = {},
): LoggedIncident => ({ ...plain, fromUs: at(from), toUs: to === null ? null : at(to), ...more });

/** Of whole months from the first to the last, as `2026-09`. */
export const covered = (first: string, afterLast: string, system = "Telefoni"): CoveredTime => ({
  system,
  fromUs: at(`${first}-01T00:00`),
  toUs: at(`${afterLast}-01T00:00`),
});

export const logOf = (
  incidents: readonly LoggedIncident[],
  months: readonly CoveredTime[] = [covered("2026-09", "2026-10")],
): IncidentLog => ({ covered: months, incidents });
