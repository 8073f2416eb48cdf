import { describe, expect, it } from "vitest";
import type { IncidentLog, LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { mergeLogs } from "#app/domain/contract/merge-logs.ts";

const incident = (fromUs: number, toUs: number | null, system = "växel"): LoggedIncident => ({
  id: null,
  system,
  fromUs,
  toUs,
  class: null,
  planned: false,
  announcedUs: null,
  affectedShare: null,
  noticeUs: null,
  reportUs: null,
});
const log = (fromUs: number, toUs: number, ...incidents: LoggedIncident[]): IncidentLog => ({
  covered: [{ system: "växel", fromUs, toUs }],
  incidents,
});
const times = (merged: IncidentLog | null) => merged?.incidents.map(({ fromUs, toUs }) => [fromUs, toUs]);

describe("incident logs of several files", () => {
  it("are one log of all the time that they cover together", () => {
    const merged = mergeLogs([log(100, 200, incident(150, 160)), log(0, 100, incident(10, 20))]);
    expect(merged?.covered.map(({ fromUs, toUs }) => [fromUs, toUs])).toEqual([
      [0, 100],
      [100, 200],
    ]);
    expect(times(merged)).toEqual([
      [10, 20],
      [150, 160],
    ]);
  });

  it("believe the newer where both speak of the same time", () => {
    const merged = mergeLogs([log(50, 150), log(0, 100, incident(40, 60), incident(70, 80))]);
    expect(times(merged)).toEqual([[40, 50]]);
    expect(merged?.covered.map(({ fromUs, toUs }) => [fromUs, toUs])).toEqual([
      [0, 50],
      [50, 150],
    ]);
  });

  it("end an incident that an older log left open where its knowledge ends, and leave the newest one's open", () => {
    expect(times(mergeLogs([log(100, 200, incident(190, null)), log(0, 100, incident(90, null))]))).toEqual([
      [90, 100],
      [190, null],
    ]);
  });

  it("keep systems apart, and an incident of no length", () => {
    const merged = mergeLogs([log(0, 100), { covered: [], incidents: [incident(50, 50, "ivr")] }]);
    expect(merged?.incidents.map(({ system, fromUs }) => [system, fromUs])).toEqual([["ivr", 50]]);
  });

  it("are nothing when there is no file", () => {
    expect(mergeLogs([])).toBeNull();
  });
});
