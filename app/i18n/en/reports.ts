export default {
  title: "Key figures from reports",
};

export const faults = {
  cell_agents: "{file}, line {line}, {column}: {value} is no number of telephonists.",
  cell_duration: "{file}, line {line}, {column}: {value} is no time in seconds or h:mm:ss.",
  cell_percent: "{file}, line {line}, {column}: {value} is no percentage.",
  cell_seconds: "{file}, line {line}, {column}: {value} is no whole number of seconds.",
  count_contradiction:
    "{file}, line {line}, {column}: {value} is more than the {most} calls that it is part of.",
  interval_duplicate: "{file}, line {line}: the same queue and interval occurs earlier in the file.",
  interval_length: "{file}, line {line}, {column}: {value}. An interval is 15, 30 or 60 minutes.",
  interval_length_mixed: "{file}, line {line}: the interval is {seconds} s, the others {expected} s.",
  interval_length_unknown: "{file}, line {line}: nothing says how long the intervals are. Add the end time.",
  interval_not_aligned: "{file}, line {line}, {column}: {value} is not a whole interval of the hour.",
  interval_time: "{file}, line {line}, {column}: {value} is no time such as 2025-03-31 08:00.",
  report_rows: "{file}: more than {limit} rows.",
  as_of_differs: "{file}, line {line}, {column}: {value}. All rows must be as of the same day, {expected}.",
  blocked_below_codes:
    "{file}, line {line}, {column}: {value} is fewer than the {least} that the SIP codes give.",
  cell_date: "{file}, line {line}, {column}: {value} is no date such as 2025-03-31.",
  cell_period:
    "{file}, line {line}, {column}: {value} is no period such as 2025, 2025-Q1, 2025-03 or 2025-W10.",
  cell_scale: "{file}, line {line}, {column}: answers are on the scale 1–10.",
  invited_differs:
    "{file}, line {line}, {column}: {value} instead of {expected}. The number invited must be the same in the whole group.",
  measure_unknown:
    "{file}, line {line}, {column}: {value} is no measure that is handed in as a single value.",
  more_answers_than_invited: "{file}, line {line}, {column}: {value} invited but {most} answers.",
  points_above_highest: "{file}, line {line}, {column}: {value} is more than the highest points {most}.",
  present_above_scheduled: "{file}, line {line}, {column}: {value} present but {most} scheduled.",
  survey_unknown: "{file}, line {line}, {column}: write customer or employee.",
  time_contradiction:
    "{file}, line {line}, {column}: {value} s is more than the {most} s that the time is part of.",
};
