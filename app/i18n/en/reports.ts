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
};
