import {
  abandonedPart,
  abandonRate,
  answerRate,
  count,
  level,
  maximum,
  mean,
  named,
  type Preset,
  place,
} from "#app/imports/interval/preset.ts";

/**
 * A contact may be received several times, and its queue time goes to the last queue. Abandoned contacts come in
 * parts, split at seconds that the customer sets.
 */
export const teliaAce: Preset = {
  id: "telia_ace",
  attribution: "event",
  monthFirst: false,
  plainDurations: "s",
  blankIsZero: false,
  columns: named([
    [place("start"), ["starttid", "intervall", "interval", "period", "start"]],
    [place("date"), ["datum", "date"]],
    [place("time"), ["tid", "klockslag", "time"]],
    [place("queue"), ["kö", "könamn", "ärendetyp", "queue", "task type"]],
    [count("offered"), ["mottagna kontakter", "received contacts"]],
    [
      count("answered"),
      ["etablerade kontakter", "besvarade kontakter", "established contacts", "answered contacts"],
    ],
    [count("abandoned"), ["övergivna kontakter", "abandoned contacts"]],
    [
      abandonedPart,
      [
        "övergivna kontakter 1",
        "övergivna kontakter 2",
        "övergivna kontakter 3",
        "abandoned contacts 1",
        "abandoned contacts 2",
        "abandoned contacts 3",
      ],
    ],
    [
      count("flowOut"),
      ["tappade kontakter", "förlorade kontakter", "lost contacts", "överflödade kontakter"],
    ],
    [
      level("offered"),
      ["servicegrad", "servicegrad %", "svar inom tid %", "service level", "service level %"],
    ],
    [answerRate, ["svarsandel", "svarsandel %", "answer rate %"]],
    [abandonRate, ["andel övergivna", "andel övergivna %", "abandoned %"]],
    [mean("waitAnswered"), ["medelsvarstid", "medelkötid besvarade", "average answer time"]],
    [mean("waitAbandoned", "abandoned"), ["medelkötid övergivna", "average queue time abandoned"]],
    [mean("talk"), ["medelsamtalstid", "average talk time"]],
    [mean("wrap"), ["medelefterbehandlingstid", "medeltid efterbehandling", "average wrap-up time"]],
    [maximum, ["längsta svarstid", "max svarstid", "max answer time"]],
  ]),
};
