import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";

const zones = new Map<string, Zone>();

/** The zone of stored records, which was known when they were read. Kept: finding a zone's changes takes a while. */
export function zoneOf(name: string): Zone {
  const zone = zones.get(name) ?? loadZone(name);
  if (zone === null) throw new RangeError(`unknown zone ${name} in stored records`);
  zones.set(name, zone);
  return zone;
}
