import type { Measure } from "#app/domain/catalogue/requirement.ts";

/** 90 per cent answered within 20 seconds, in every month. */
export const serviceLevel = {
  metric: "service_level",
  variant: "SL-OFFERED",
  role: "limit",
  comparator: ">=",
  threshold: "90",
  thresholdUpper: null,
  unit: "%",
  window: "calendar_month",
  timezone: "Europe/Stockholm",
  parameters: { seconds: 20 },
  exclusions: [],
  aggregation: "every_window",
  aggregationK: null,
  aggregationN: null,
  evidence: "census",
  thresholdBasis: "default",
} as const satisfies Measure;
