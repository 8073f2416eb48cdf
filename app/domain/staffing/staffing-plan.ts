/** Half hours since local midnight by the clock on the wall, 0–47, of a weekday (1 Monday – 7 Sunday) or of a date. */
export type PlannedTime =
  | { readonly weekday: number; readonly slot: number }
  /** Microseconds since 1970, the beginning of a half hour. */
  | { readonly startUs: number };

/** One line of a staffing plan. Decimal strings; null is what the plan does not say. */
export interface PlannedStaff {
  readonly time: PlannedTime;
  readonly queue: string;
  readonly agents: number;
  readonly calls: string | null;
  /** Mean talk + hold + wrap in seconds. */
  readonly handlingS: string | null;
  /** Mean talk in seconds. */
  readonly talkS: string | null;
  readonly ringS: string | null;
  readonly menuS: string | null;
  /** Mean time that callers are willing to wait, in seconds. */
  readonly patienceS: string | null;
  /** Share of paid time that goes to leave, illness, training and breaks, 0–1: `agents` are then those on the roster. */
  readonly shrinkage: string | null;
  readonly trunks: number | null;
}

/** A staffing plan as it was read: by time, then by queue. */
export interface StaffingPlan {
  readonly lines: readonly PlannedStaff[];
}
