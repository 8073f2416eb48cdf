import { describe, expect, it } from "vitest";
import { loadZone } from "#app/domain/measurement/zone.ts";
import type { StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import { recordKinds } from "#app/imports/records/kinds.ts";
import { readRecords } from "#app/imports/records/read-records.ts";

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no zone");

const read = (text: string) => readRecords({ name: "plan.csv", bytes: Buffer.from(text) }, zone);

const linesOf = (text: string): StaffingPlan["lines"] => {
  const { content, faults } = read(text);
  if (content === null) throw new Error(JSON.stringify(faults));
  return (JSON.parse(content.toString()) as StaffingPlan).lines;
};

const faultsOf = (text: string): string[] =>
  read(text).faults.map(({ code, place, params }) =>
    [place?.line, place?.column ?? "-", code, params?.value ?? ""].join(" ").trim(),
  );

describe("a staffing plan", () => {
  it("is read for a week that repeats itself, with days in Swedish, English or numbers", () => {
    const lines = linesOf(
      "weekday;time;queue;agents\nsön;08:30;Växel;2\n1;8.00;Växel;3\nTUE;00:00;Växel;1\n",
    );
    expect(lines.map(({ time, agents }) => [time, agents])).toEqual([
      [{ weekday: 1, slot: 16 }, 3],
      [{ weekday: 2, slot: 0 }, 1],
      [{ weekday: 7, slot: 17 }, 2],
    ]);
  });

  it("is read for dates, also in other words for the columns", () => {
    const [line] = linesOf("interval_start,planned_agents,channel_count\n2026-10-26 08:00:00,7,30\n");
    expect(line).toMatchObject({
      time: { startUs: Date.UTC(2026, 9, 26, 7) * 1000 },
      queue: "",
      agents: 7,
      trunks: 30,
      calls: null,
    });
  });

  it("keeps numbers as they are compared, with a point", () => {
    const [line] = linesOf(
      'weekday,time,agents,forecast_calls,aht_s,patience_s,shrinkage\nmon,08:00,7,"12,5",180.25,120,"0,3"\n',
    );
    expect(line).toMatchObject({ calls: "12.5", handlingS: "180.25", patienceS: "120", shrinkage: "0.3" });
  });

  it("takes its own template", () => {
    expect(faultsOf(recordKinds.staffing_plan.template)).toEqual([]);
  });

  it("names every fault with its line, column and value", () => {
    expect(
      faultsOf(
        [
          "weekday,time,queue,agents,forecast_calls,aht_s,patience_s,shrinkage,trunks",
          "mon,08:00,A,,,,,,",
          "someday,08:15,A,2.5,-1,0,0,1,x",
          ",,A,1,,,,,",
          ",08:00,A,1,,,,,",
          "mon,,A,1,,,,,",
          "mon,24:00,A,1,,,,,",
          "mon,08:30,A,1,,,,,",
          "mon,08:30,B,1,,,,,",
          "Mån,8.30,A,2,,,,,",
        ].join("\n"),
      ),
    ).toEqual([
      "2 agents value_missing",
      "3 weekday weekday_unknown someday",
      "3 time half_hour_expected 08:15",
      "3 agents cell_count 2.5",
      "3 forecast_calls cell_number -1",
      "3 aht_s cell_above_zero 0",
      "3 patience_s cell_above_zero 0",
      "3 shrinkage shrinkage_whole 1",
      "3 trunks cell_count x",
      "4 weekday value_missing",
      "5 weekday value_missing",
      "6 time value_missing",
      "7 time half_hour_expected 24:00",
      "10 - row_duplicate",
    ]);
  });

  it("of dates begins at whole or half hours", () => {
    expect(faultsOf("start,agents\n2026-10-26 08:15:00,1\n,1\n")).toEqual([
      "2 start half_hour_expected 2026-10-26 08:15:00",
      "3 start value_missing",
    ]);
  });

  it("whose callers would fill millions of places in the queue is refused before it is computed", () => {
    const lines = Array.from(
      { length: 51 },
      (_, i) => `mon,${String(i % 24).padStart(2, "0")}:00,Q${i},1,20000,3600`,
    );
    expect(faultsOf(`weekday,time,queue,agents,forecast_calls,patience_s\n${lines.join("\n")}\n`)).toEqual([
      "1 forecast_calls plan_too_large",
    ]);
  });

  it("of hundreds of queues, or of more than half a year, is more than can be judged", () => {
    const queues = Array.from({ length: 201 }, (_, i) => `mon,08:00,Q${i},1`).join("\n");
    expect(faultsOf(`weekday,time,queue,agents\n${queues}\n`)).toEqual(["1 queue too_many_queues"]);
    const halfHours = Array.from({ length: 10_001 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1) + i * 1_800_000).toISOString().replace(".000Z", "Z,1"),
    ).join("\n");
    expect(faultsOf(`start,agents\n${halfHours}\n`)).toEqual(["10002 - record_rows"]);
  });

  it("without the column of agents is of no known kind", () => {
    expect(faultsOf("weekday,time,queue\nmon,08:00,A\n")).toEqual(["1 - record_kind_unknown"]);
  });
});
