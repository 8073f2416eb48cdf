import {
  abandonRate,
  answerRate,
  count,
  level,
  maximum,
  mean,
  named,
  other,
  type Preset,
  place,
  within,
} from "#app/imports/interval/preset.ts";

/** Contact service queue activity by interval: the limit stands in a column, and the level in four formulas. */
export const ciscoUccx: Preset = {
  id: "cisco_uccx",
  attribution: "arrival",
  monthFirst: true,
  plainDurations: "s",
  blankIsZero: false,
  columns: named([
    [place("start"), ["interval start time", "start time"]],
    [place("end"), ["interval end time", "end time"]],
    [place("queue"), ["csq name", "csq name (call skills)", "contact service queue"]],
    [place("threshold"), ["service level", "service level (sec)", "service level target"]],
    [count("offered"), ["calls presented", "total calls presented", "contacts presented"]],
    [count("answered"), ["calls handled", "contacts handled"]],
    [count("abandoned"), ["calls abandoned", "contacts abandoned"]],
    [count("flowOut"), ["calls dequeued", "contacts dequeued"]],
    [
      within("answered"),
      ["calls handled < sl", "calls handled within sl", "calls handled within service level"],
    ],
    [
      within("abandoned"),
      ["calls abandoned < sl", "calls abandoned within sl", "calls abandoned within service level"],
    ],
    [level("answered"), ["% sl met only handled", "only handled", "percentage of sl met: only handled"]],
    [
      level("ignore_t"),
      [
        "% sl met without abandoned calls",
        "without abandoned calls",
        "percentage of sl met: without abandoned calls",
      ],
    ],
    [
      level("positive"),
      [
        "% sl met with positive abandoned calls",
        "with positive abandoned calls",
        "percentage of sl met: with positive abandoned calls",
      ],
    ],
    [
      level("offered"),
      [
        "% sl met with negative abandoned calls",
        "with negative abandoned calls",
        "percentage of sl met: with negative abandoned calls",
      ],
    ],
    [answerRate, ["calls handled %", "% calls handled"]],
    [abandonRate, ["calls abandoned %", "% calls abandoned"]],
    [mean("waitAnswered"), ["avg speed of answer", "average speed of answer"]],
    [mean("waitAbandoned", "abandoned"), ["avg time to abandon", "average time to abandon"]],
    [mean("handle"), ["avg handle time", "average handle time"]],
    [maximum, ["max speed of answer"]],
    [
      other,
      [
        "csq id",
        "avg queue time",
        "max queue time",
        "max handle time",
        "max time to abandon",
        "avg time to dequeue",
        "max time to dequeue",
        "calls handled by other",
        "priority",
        "call skills",
      ],
    ],
  ]),
};
