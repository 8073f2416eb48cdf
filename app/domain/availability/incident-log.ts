/** One incident as a vendor logged it. Instants are microseconds since 1970; null is what the log does not say. */
export interface LoggedIncident {
  readonly id: string | null;
  readonly system: string;
  readonly fromUs: number;
  /** Null while the incident is still open. */
  readonly toUs: number | null;
  readonly class: string | null;
  /** Whether the vendor calls it planned. */
  readonly planned: boolean;
  /** When a planned interruption was announced. */
  readonly announcedUs: number | null;
  /** Share of attempts that failed, 0–1, decimal string; null when all did. */
  readonly affectedShare: string | null;
  /** When the buyer was told of it. */
  readonly noticeUs: number | null;
  /** When the written report of it came. */
  readonly reportUs: number | null;
}

/** For which time a log speaks of a system: without it, a month without incidents could not be told from no data. */
export interface CoveredTime {
  readonly system: string;
  readonly fromUs: number;
  readonly toUs: number;
}

/** An incident log as it was read: by system, then by time. */
export interface IncidentLog {
  readonly covered: readonly CoveredTime[];
  readonly incidents: readonly LoggedIncident[];
}
