import type { RecordContents, RecordKindId } from "#app/domain/records/record-contents.ts";
import { incidentLog } from "#app/imports/incidents/incident-log.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { staffingPlan } from "#app/imports/staffing-plan/staffing-plan.ts";

/** Every kind of record file. The first whose header it is reads a file. */
export const recordKinds: { readonly [K in RecordKindId]: RecordKind<RecordContents[K]> } = {
  incidents: incidentLog,
  staffing_plan: staffingPlan,
};

export const recordKindIds = Object.keys(recordKinds) as readonly RecordKindId[];

export const isRecordKindId = (text: string): text is RecordKindId => Object.hasOwn(recordKinds, text);
